/** One slip is one error, and nothing else of the declaration is lost. */

import { expect, test } from 'vitest';
import { readDeclaration } from '../../src/syntax/read.ts';
import { inEnglish } from '../../src/wording/wording.ts';

const before = 'owner: Ciso';
const after = 'likelihood: likely';

/** What stands between two properties that are in order, and the error that it is; all in a risk. */
const slips: readonly (readonly [slip: string, message: RegExp])[] = [
  ['asset: Db', /'asset' is not a property of a risk\. Did you mean 'assets'\?/],
  ['assets = Db', /'=' is not understood/],
  ['assets: [Db, Dc]', /'\[' is not understood/],
  ['# a comment', /'#' is not understood/],
  ['impact severe', /Expected ':' after 'impact'/],
  ['impact:', /^Expected a value after 'impact:'; fill it in\.$/],
  ['assessed:', /^Expected a date such as 2026-03-01 after 'assessed:'; fill it in\.$/],
  ['accepted:  by Ciso', /^Expected a date such as 2026-03-01 after 'accepted:'; fill it in\.$/],
  ['controls:\n  residual { impact: severe }', /^Expected a value after 'controls:'; fill it in\.$/],
  ['controls:\n  action "Do" { status: open }', /^Expected a value after 'controls:'; fill it in\.$/],
  ['assessed: 01.03.2026', /Expected a date/],
  ['assessed: TBD', /Expected a date/],
  ['something { of: your own: here }', /'something' is not a property of a risk/],
  ['something "else" {\n  a: b\n  c { d: e }\n}', /'something' is not a property of a risk/],
  ['action "Do" {\n  due: TBD\n  owner: Ciso\n}', /Expected a date/],
  ['action "Do" {\n  owner: Ciso\n  due: 01.03.2026\n}', /Expected a date/],
  ['title: "The title"', /'title' is not a property of a risk/],
];

test.each(slips)('%s', (slip, message) => {
  const text = `risk R-1 "Loss" {\n  ${before}\n  ${slip}\n  ${after}\n}`;
  const { declaration, problems } = readDeclaration(text);
  expect(problems.map(problem => inEnglish(problem.message))).toEqual([expect.stringMatching(message)]);
  const risk = declaration as unknown as { owner: { name: string }; likelihood: { value: string } };
  expect([risk.owner.name, risk.likelihood.value]).toEqual(['Ciso', 'likely']);
});

test('several slips are an error each, in the order of the text', () => {
  const text = `risk R-1 "Loss" {\n${slips.map(([slip]) => slip).join('\n')}\n}`;
  const { problems } = readDeclaration(text);
  expect(problems.map(({ start }) => start)).toEqual([...problems].map(({ start }) => start).sort((a, b) => a - b));
  expect(problems.length).toBeLessThanOrEqual(slips.length);
});

test('what stands before a slip in the same line is read', () => {
  const { declaration, problems } = readDeclaration('change C "C" { planned: 2026-01-01 owner Cto }');
  expect(problems).toHaveLength(1);
  expect((declaration as unknown as { planned: { value: string } }).planned.value).toBe('2026-01-01');
});

test.each([
  ['  impact:', 'impact:'],
  ['  residual { likelihood:   impact: severe }', 'likelihood:'],
  ['  residual { likelihood: likely  impact:  }', 'impact:'],
])('an empty place is told at its key: %s', (line, key) => {
  const text = `risk R-1 "Loss" {\n${line}\n}`;
  expect(readDeclaration(text).problems.map(({ start, end }) => text.slice(start, end))).toEqual([key]);
});

test('a declaration that is not closed is one error', () => {
  expect(readDeclaration('risk R-1 "Loss" {\n  owner: Ciso').problems).toHaveLength(1);
});
