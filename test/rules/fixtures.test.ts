/** Every fixture shows exactly the diagnostics that it is marked with. `UPDATE=1` writes the marks (and fixed texts) anew. */
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { applied, diagnosticsOf, naturalFixes, open, parseFixture, problemCount, render } from './fixture.ts';
import { casesOf, codesWithFixtures } from './fixture-files.ts';

const updates = process.env.UPDATE === '1';

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
        const workspace = open(fixture, [rule]);
        const marked = render(fixture, diagnosticsOf(workspace));
        if (updates) writeFileSync(path, marked);
        else expect(marked).toBe(source);
      });
      if (fixed === undefined) continue;
      test(`${name}, fixed`, () => {
        const fixture = parseFixture(source);
        const workspace = open(fixture, [rule]);
        const after = applied(fixture, workspace, naturalFixes(workspace));
        const workspaceAfter = open(after, [rule]);
        const marked = render(after, diagnosticsOf(workspaceAfter));
        if (updates) writeFileSync(fixedPath, marked);
        else expect(marked).toBe(fixed);
        expect(problemCount(workspaceAfter), 'syntax problems').toBeLessThanOrEqual(problemCount(workspace));
        expect(render(applied(after, workspaceAfter, naturalFixes(workspaceAfter))), 'the fix applied twice').toBe(
          render(after),
        );
      });
    }
  });
}
