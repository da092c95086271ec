/** What every rule has to have, whoever wrote it. */

import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { applied, diagnosticsOf, naturalFixes, open, parseFixture, rulesFor } from './fixture.ts';
import { casesOf } from './fixture-files.ts';

const longest = 160;

describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  const cases = casesOf(code);
  const { bad, good, asOf } = rule.example;
  const find = (source: string): string[] =>
    diagnosticsOf(open(parseFixture(source), rulesFor(rule, rules)), rule).map(({ message }) => inEnglish(message));
  const dated = (text: string): string => (asOf ? `// as-of: ${asOf}\n${text}` : text);

  test('has its code as the path of its file', () => {
    expect(code).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(existsSync(new URL(`../../src/rules/${code}.ts`, import.meta.url))).toBe(true);
  });

  test('cites a clause in one of the known forms, or none', () => {
    if (rule.clause === undefined) return;
    expect(rule.clause).toMatch(
      /^(?:ISO\/IEC \d{5}(?:-\d)?(?:, (?:\d+(?:\.\d+)*)(?:, (?:\d+(?:\.\d+)*))*)?|(?:(?:\d{1,2}(?:\.\d)*|A\.\d\.\d+|[a-l])(?: [a-l])?(?:–[a-l])?(?: \d)?(?:, )?)+(?: \(Amd 1:2024\))?)$/,
    );
  });

  test('is documented', () => {
    for (const text of [rule.clause ?? 'none', rule.summary, rule.why, rule.remedy]) expect(text.trim()).not.toBe('');
    for (const sentence of [rule.summary, rule.why, rule.remedy]) expect(sentence).toMatch(/[.?!]$/);
  });

  test('finds its bad example and not its good one', () => {
    expect(find(dated(bad)).length).toBeGreaterThan(0);
    expect(find(dated(good))).toEqual([]);
  });

  test('has a basic fixture with a finding and a clean one without', () => {
    const count = (name: string): number | undefined => {
      const found = cases.find(candidate => candidate.name === name);
      return found && find(found.source).length;
    };
    expect(count('basic')).toBeGreaterThan(0);
    expect(count('clean')).toBe(0);
  });

  test(`says what to do in at most ${longest} characters`, () => {
    const messages = [dated(bad), ...cases.map(({ source }) => source)].flatMap(find);
    expect(messages.filter(message => message.length > longest || !/[.?!]$/.test(message))).toEqual([]);
  });

  if (rule.fix)
    test('shows its fix, which offers nothing new when applied again', () => {
      const fixed = cases.filter(candidate => candidate.fixed !== undefined);
      expect(fixed.length).toBeGreaterThan(0);
      const changes = fixed.filter(candidate => {
        const fixture = parseFixture(candidate.source);
        const workspace = open(fixture, rulesFor(rule, rules));
        const after = applied(fixture, workspace, naturalFixes(workspace, rule));
        return JSON.stringify(after) !== JSON.stringify(fixture);
      });
      expect(changes.length, 'fixed fixtures that differ from what is fixed').toBeGreaterThan(0);
    });
});
