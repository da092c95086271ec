import { describe, expect, it } from 'vitest';
import { lensAt, lensRanges } from '../../src/ide/code-lens.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

const titles = (text: string, others?: Record<string, string>): (string | undefined)[] => {
  const { workspace } = atCursor(`${text}<|>`, others);
  return lensRanges(workspace, uri).map(({ start }) => lensAt(workspace, uri, start)?.title);
};

// As of 2026-03-01, with the method and the risk of acme.
describe('a lens', () => {
  it.each([
    [
      'control A.8.7 { applicable: yes status: partial evidence: RestoreTest }',
      'treats 1 risk · 1 piece of evidence · partial',
    ],
    ['control A.8.7 { }', 'treats 1 risk · undecided'],
    ['control A.8.9 { applicable: yes }', 'applicable'],
    ['control A.8.9 { applicable: no }', 'excluded'],
    ['control A.8.9 { applicable: inherited from Hoster }', 'inherited from Hoster'],
    ['control A.8.9 { because: R-001 applicable: yes }', 'treats 1 risk · applicable'],
    ['risk R { likelihood: likely impact: severe }', '20 critical · not accepted'],
    [
      'risk R { likelihood: likely impact: severe residual { likelihood: unlikely impact: major } accepted: 2026-02-01 by Ceo until 2027-03-18 }',
      '20 critical → 8 medium · accepted until 2027-03-18',
    ],
    ['risk R { accepted: 2026-02-01 by Ceo }', 'not analysed · accepted 2026-02-01'],
    ['risk R { accepted: 2025-02-01 by Ceo until 2026-02-01 }', 'not analysed · acceptance ended 2026-02-01'],
    ['asset X "X" { }', 'no risk'],
    ['asset X "X" { }\nrisk R { assets: X likelihood: likely impact: severe }', '1 risk · highest 20 critical'],
    ['asset X "X" { }\nasset Y "Y" { depends-on: X }', 'no risk · needed by 1 asset'],
    ['document D "D" { }', 'not approved'],
    [
      'document D "D" { version: "3" approved: 2026-01-01 by Ceo review: every 12 months }',
      'version 3 · approved 2026-01-01 · next review by 2027-01-01',
    ],
    ['risk', 'not analysed · not accepted'],
  ])('over %s', (text, title) => {
    expect(titles(text)[0]).toBe(title);
  });

  it('over the ISMS says coverage and readiness', () => {
    const { workspace } = atCursor('<|>');
    const acmeUri = uri.replace('file.isms', 'acme.isms');
    const [first] = lensRanges(workspace, acmeUri);
    const lens = first && lensAt(workspace, acmeUri, first.start);
    expect(lens).toMatchObject({ title: expect.stringMatching(/^SoA 1\/93 · stage 1: \d+ of \d+$/), references: [] });
    expect(lens?.readinessOf).toBe('file:///acme');
  });

  it('leads to what names the thing', () => {
    const { workspace } = atCursor('risk R { controls: A.8.9 }\ncontrol A.8.9 { applicable: yes }<|>');
    expect(lensAt(workspace, uri, { line: 1, character: 0 })?.references).toEqual([
      { uri, range: { start: { line: 0, character: 19 }, end: { line: 0, character: 24 } } },
    ]);
  });

  it('is where a declaration begins, of five kinds only', () => {
    const text = '// a comment\nrisk R { }\nrole X\n  asset Y { }\n';
    const { workspace } = atCursor(`${text}<|>`);
    expect(lensRanges(workspace, uri).map(({ start }) => start.line)).toEqual([1, 3]);
    expect(lensAt(workspace, uri, { line: 2, character: 0 })).toBeUndefined();
    expect(lensAt(workspace, uri, { line: 99, character: 0 })).toBeUndefined();
  });
});

it('without a method there is no level', () => {
  expect(titles('risk R { likelihood: likely impact: severe }', { 'acme.isms': 'isms Acme "Acme" {}' })).toEqual([
    'not analysed · not accepted',
  ]);
});
