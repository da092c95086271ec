/** Every fixture shows exactly the diagnostics that it is marked with. `UPDATE=1` (or `UPDATE=soa/`) writes the marks and the fixed texts anew. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { chosenFixes } from '../../src/workspace/fixes.ts';
import { applied, diagnosticsOf, naturalFixes, open, parseFixture, problemCount, render, rulesFor } from './fixture.ts';
import { casesOf, codesWithFixtures } from './fixture-files.ts';

const update = process.env.UPDATE;
const isUpdated = (code: string): boolean => update === '1' || (!!update && code.startsWith(update));

test('every folder of fixtures belongs to a rule', () => {
  const codes = new Set(rules.map(rule => rule.code));
  expect(codesWithFixtures().filter(code => !codes.has(code))).toEqual([]);
});

for (const rule of rules) {
  const cases = casesOf(rule.code);
  if (!cases.length) continue;
  describe(rule.code, () => {
    for (const { name, path, source, fixedPath, fixed } of cases) {
      test(name, () => {
        const fixture = parseFixture(source);
        const workspace = open(fixture, rulesFor(rule, rules));
        const marked = render(fixture, diagnosticsOf(workspace, rule));
        if (isUpdated(rule.code)) writeFileSync(path, marked);
        else expect(marked).toBe(source);
      });
      if (fixed === undefined) continue;
      test(`${name}, fixed`, () => {
        const fixture = parseFixture(source);
        const workspace = open(fixture, rulesFor(rule, rules));
        const after = applied(fixture, workspace, naturalFixes(workspace, rule));
        const workspaceAfter = open(after, rulesFor(rule, rules));
        const marked = render(after, diagnosticsOf(workspaceAfter, rule));
        if (isUpdated(rule.code)) writeFileSync(fixedPath, marked);
        else expect(marked).toBe(fixed);
        expect(problemCount(workspaceAfter), 'syntax problems').toBeLessThanOrEqual(problemCount(workspace));
        // What only the author can decide, or merge, is left to be applied by itself.
        const again = chosenFixes(workspaceAfter, workspaceAfter.files(), { code: rule.code });
        expect(render(applied(after, workspaceAfter, again)), 'the fix applied twice').toBe(render(after));
      });
    }
  });
}
