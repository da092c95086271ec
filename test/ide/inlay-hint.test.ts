/** Hints as an editor shows them: each case is a text, and the same with the hints in it between ‹ and ›. */
import { describe, expect, it } from 'vitest';
import { type HintChoice, inlayHints } from '../../src/ide/inlay-hint.ts';
import { acme, atCursor, positionAt, uri } from './workspace-with-cursor.ts';

const all: HintChoice = { titles: true, levels: true, dates: true };

/** A text with its hints. */
function shown(text: string, choice: HintChoice = all, others?: Record<string, string>): string {
  const { workspace } = atCursor(`${text}<|>`, others);
  const offsets = inlayHints(workspace, uri, undefined, choice).map(hint => ({
    ...hint,
    at: offsetOf(text, hint.position),
  }));
  return offsets.reduceRight((result, { at, label }) => `${result.slice(0, at)}‹${label}›${result.slice(at)}`, text);
}

function offsetOf(text: string, { line, character }: { line: number; character: number }): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

const matrix = acme.replace(
  /levels \{[^}]*\}/,
  'matrix {\n rare: low, low, low, low, low\n unlikely: low, low, low, low, low\n possible: low, low, low, low, high\n likely: low, low, low, high, high\n certain: low, low, low, high, high\n}\n levels { low medium high }',
);

describe('titles', () => {
  it.each([
    ['risk R { controls: A.8.13‹Information backup› }'],
    ['risk R {\n  controls: A.8.13‹Information backup›,\n    A.8.7‹Protection against malware›\n}'],
    ['risk R { threat: Ransomware owner: Ceo‹Chief executive officer› }'],
    ['risk R { controls: A.5.23‹Information security…›, A.8.7‹Protection against…› }'],
    ['control A.8.7 { because: R-001‹Ransomware encrypts the database› }'],
    ['asset X { depends-on: CustomerDb‹Customer database› location: Nowhere }'],
  ])('%s', marked => {
    expect(shown(marked.replace(/‹[^›]*›/g, ''), { ...all, dates: false })).toBe(marked);
  });
});

describe('levels', () => {
  it.each([
    ['risk R { likelihood: likely impact: severe‹= 20 critical, above the appetite› }'],
    ['risk R { impact: minor likelihood: rare‹= 1 low› }'],
    ['risk R { likelihood: likely impact: confidentiality minor, availability major‹= 16 high, above the appetite› }'],
    [
      'risk R { likelihood: likely impact: severe‹= 20 critical, above the appetite› residual { likelihood: rare‹= 5 medium› } }',
    ],
    ['risk R { likelihood: likely }'],
    ['risk R { likelihood: likly impact: severe }'],
    ['risk R { likelihood: likely impact: severe‹= 20 critical, above the appetite› residual { } }'],
  ])('%s', marked => {
    expect(shown(marked.replace(/‹[^›]*›/g, ''))).toBe(marked);
  });

  it('of a matrix have no score', () => {
    const text = 'risk R { likelihood: likely impact: severe }';
    expect(shown(text, all, { 'acme.isms': matrix })).toBe(
      'risk R { likelihood: likely impact: severe‹= high, above the appetite› }',
    );
  });

  it('are none without a method', () => {
    const text = 'risk R { likelihood: likely impact: severe }';
    expect(shown(text, all, { 'acme.isms': 'isms Acme "Acme" {}' })).toBe(text);
  });
});

// As of 2026-03-01.
describe('dates', () => {
  it.each([
    ['finding F { due: 2026-03-13‹in 12 days› }'],
    ['finding F { due: 2026-02-28‹1 day late› }'],
    ['finding F { due: 2026-03-01‹today› }'],
    ['finding F { due: 2026-02-28 closed: 2026-02-27 }'],
    ['finding F { due: 2026-02-31 }'],
    ['risk R { action "x" { due: 2026-02-27‹2 days late› } action "y" { due: 2026-02-27 status: done } }'],
    ['objective O { due: 2026-02-01 status: missed }'],
    ['audit A { planned: 2026-01-01‹59 days late› }'],
    ['audit A { planned: 2026-01-01 performed: 2026-01-05 }'],
    ['person P { left: 2026-02-27‹2 days ago› }'],
    ['risk R { accepted: 2025-03-01 until 2026-02-28‹1 day ago› }'],
    ['risk R { assessed: 2025-06-01 review: every 12 months‹next by 2026-06-01, in 92 days› }'],
    ['supplier S { reviewed: 2025-02-01 review: yearly‹next by 2026-02-01, 28 days late› }'],
    ['document D { kind: policy approved: 2025-04-01 review: every 12 months‹next by 2026-04-01, in 31 days› }'],
    ['document D { kind: policy review: every 12 months }'],
  ])('%s', marked => {
    expect(shown(marked.replace(/‹[^›]*›/g, ''))).toBe(marked);
  });
});

it('each sort can be switched off', () => {
  const text = 'risk R { controls: A.8.13 likelihood: likely impact: severe action "x" { due: 2026-02-27 } }';
  expect(shown(text, { titles: false, levels: false, dates: false })).toBe(text);
  for (const kind of ['titles', 'levels', 'dates'] as const) {
    const only = { titles: false, levels: false, dates: false, [kind]: true };
    expect(shown(text, only).match(/‹/g)).toHaveLength(1);
  }
});

it('only those of the range are given, and damage ends nothing', () => {
  const text = 'risk R { controls: A.8.13\n}\nrisk S { controls: A.8.7\n} }} """';
  const { workspace } = atCursor(`${text}<|>`);
  const range = { start: positionAt(text, text.indexOf('risk S')), end: positionAt(text, text.length) };
  expect(inlayHints(workspace, uri, range, all).map(({ label }) => label)).toEqual(['Protection against malware']);
});

it('a file that is none has none', () => {
  const { workspace } = atCursor('<|>');
  expect(inlayHints(workspace, 'file:///acme/none.isms', undefined, all)).toEqual([]);
});
