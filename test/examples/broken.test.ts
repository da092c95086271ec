/** examples/broken shows every diagnostic there is, and its comments tell the truth. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { isms } from '../cli/isms.ts';
import { exampleFiles } from './files.ts';
import { type Exhibit, found, promised } from './museum.ts';
import { findingsOf, workspaceOf } from './order.ts';

const folder = fileURLToPath(new URL('../../examples/broken', import.meta.url));
const files = exampleFiles('broken');
const workspace = workspaceOf(files);

const places = (exhibits: readonly Exhibit[]): string[] =>
  exhibits.map(({ code, uri, place }) => `${code} in ${uri.slice(uri.indexOf('/broken/') + 1)}:${place}`);
const below = (comment: Exhibit, finding: Exhibit): boolean =>
  finding.code === comment.code && finding.place === comment.place && finding.line > comment.line;

interface Reported {
  readonly code: string;
  readonly message: string;
}

async function check(today: string): Promise<{ reported: Reported[]; bytes: Buffer }> {
  const { code, stdout, stderr, bytes } = await isms(['check', '--format', 'json', folder], { today });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  return { reported: JSON.parse(stdout) as Reported[], bytes };
}

test('`isms check` reports every diagnostic there is', async () => {
  const { reported } = await check('2026-06-15');
  const shown = new Set(reported.map(({ code }) => code));
  // No text makes a rule of the product fail.
  const wanted = rules.map(({ code }) => code).filter(code => code !== 'internal/rule-failed');
  expect(wanted.filter(code => !shown.has(code))).toEqual([]);
});

// `MESSAGES=1` prints them all: read them as a novice would.
test('each message says what to do in a sentence of at most 160 characters', async () => {
  const { reported } = await check('2026-06-15');
  if (process.env.MESSAGES) console.log(reported.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const unfit = reported.filter(({ message }) => message.length > 160 || !/[.?!]$/.test(message));
  expect(unfit).toEqual([]);
});

describe.each(files.filter(([uri]) => !uri.endsWith('isms.lock.json')))('%s', (uri, text) => {
  const comments = promised(workspace, uri, text);
  const findings = found(workspace, uri);

  test('shows what each comment says, below it', () => {
    expect(places(comments.filter(comment => !findings.some(finding => below(comment, finding))))).toEqual([]);
  });

  test('shows nothing without a comment', () => {
    expect(places(findings.filter(finding => !comments.some(comment => below(comment, finding))))).toEqual([]);
  });
});

test('a comment above the wrong declaration, or of a wrong code, would be noticed', () => {
  const uri = 'file:///museum/isms.isms';
  const text =
    '// scope/missing: no scope\nisms A "A" {\n}\n\n// risk/no-owner: not here\nrole B {\n}\n\nrisk R-1 "R" {\n}\n';
  const moved = workspaceOf([[uri, text]]);
  const [scope, owner] = promised(moved, uri, text);
  const findings = found(moved, uri);
  expect(findings.some(finding => below(scope as Exhibit, finding))).toBe(true);
  expect(findings.some(finding => finding.code === 'risk/no-owner')).toBe(true);
  expect(findings.some(finding => below(owner as Exhibit, finding))).toBe(false);
});

test('two runs on different days give the same bytes', async () => {
  expect((await check('2031-01-01')).bytes.equals((await check('2026-06-15')).bytes)).toBe(true);
});

test('the order in which the files are read makes no difference', () => {
  const expected = findingsOf(workspace);
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), fc.boolean(), (shuffled, oneByOne) => {
      expect(findingsOf(workspaceOf(shuffled, oneByOne))).toBe(expected);
    }),
    { numRuns: 15 },
  );
});

test('the readme tells of each folder', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const folders = readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? [entry.name] : [],
  );
  expect(folders.filter(name => !readme.includes(`\`${name}\``))).toEqual([]);
});
