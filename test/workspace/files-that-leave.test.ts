/** Files are taken in one by one, in turns; some do not count any more when their turn comes. */
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const declaring = 'file:///w/isms.isms';
const other = 'file:///w/roles.isms';
const texts: readonly [string, string][] = [
  [other, 'role Ciso "Chief information security officer"\n'],
  [declaring, 'isms Acme "Acme" {}\n'],
];

test.each([0, 1])('an ISMS whose file has gone when %i files are taken in is none', taken => {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  let isThere = true;
  const steps = workspace.setFilesSteps(texts, uri => uri !== declaring || isThere);
  for (let step = 0; step < taken; step++) steps.next();
  isThere = false;
  while (!steps.next().done);
  workspace.update();
  expect(workspace.ismss()).toEqual([]);
  expect(workspace.diagnostics(other).map(({ code }) => code)).toContain('isms/missing');
});

test('a configuration that has gone does not count', () => {
  const config = 'file:///w/isms.config.json';
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  for (const _ of workspace.setFilesSteps([[config, '{ "rules": { "isms/missing": "off" } }']], () => false));
  expect(workspace.text(config)).toBeUndefined();
});
