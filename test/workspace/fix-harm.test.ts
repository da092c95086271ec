/** No fix harms the text, by itself or with others, whatever the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import type { FixChoice } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';
import { parseFixture } from '../rules/fixture.ts';
import { casesOf } from '../rules/fixture-files.ts';
import { expectNoHarmAlone, expectNoHarmTogether } from './fix-harm.ts';
import { type Hostility, hostilities } from './hostile-texts.ts';

type Files = readonly (readonly [uri: string, text: string])[];

const fixable = rules.filter(({ fix }) => fix).map(({ code }) => code);

const filesOf = (source: string): Files =>
  parseFixture(source)
    .files.map(({ name, text }) => [`file:///fixture/${name ?? 'main.isms'}`, text] as const)
    .filter(([uri]) => /\.isms$|isms\.(?:config|lock)\.json$/.test(uri));

const fixtures = fixable.flatMap(code => casesOf(code).map(({ source }) => ({ code, files: filesOf(source) })));

function open(files: Files): Workspace {
  const workspace = new Workspace({ rules, today: '2026-06-01', fileExists: () => false });
  workspace.setFiles(files);
  workspace.update();
  return workspace;
}

function expectNoHarm(files: Files, choices: readonly FixChoice[]): void {
  const workspace = open(files);
  expectNoHarmAlone(workspace);
  for (const choice of choices) expectNoHarmTogether(choices.length > 1 ? open(files) : workspace, choice);
}

const hostile = (files: Files, hostility: Hostility, choice: number): Files =>
  files.map(([uri, text]) => [uri, uri.endsWith('.isms') ? hostility(text, choice) : text]);

describe('no fix harms', () => {
  test.each(exampleNames())('the example %s', name => expectNoHarm(exampleFiles(name), ['safe']));

  test('a fixture of its rule', () => {
    expect(fixtures.length).toBeGreaterThan(100);
    for (const { code, files } of fixtures) expectNoHarm(files, [{ code }, 'safe']);
  });

  // Each takes its share of the fixtures; the property below joins any with any.
  test.each(Object.entries(hostilities).map(([name, hostility], turn) => ({ name, hostility, turn })))(
    'a fixture with $name',
    ({ hostility, turn }) => {
      let changed = 0;
      for (const [index, { code, files }] of fixtures.entries()) {
        if (index % 4 !== turn % 4) continue;
        const after = hostile(files, hostility, index);
        if (JSON.stringify(after) !== JSON.stringify(files)) changed++;
        expectNoHarm(after, [index % 8 < 4 ? 'safe' : { code }]);
      }
      expect(changed).toBeGreaterThan(0);
    },
  );

  test('any text made of those', () => {
    const any = fc.record({
      fixture: fc.constantFrom(...fixtures),
      changes: fc.array(fc.tuple(fc.constantFrom(...Object.values(hostilities)), fc.nat(9999)), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(any, ({ fixture: { code, files }, changes }) => {
        const changed = changes.reduce((now, [hostility, choice]) => hostile(now, hostility, choice), files);
        expectNoHarm(changed, [{ code }, 'safe']);
      }),
      { numRuns: Number(process.env.FIX_RUNS ?? 150), ...(process.env.FIX_RUNS ? {} : { seed: 1 }) },
    );
  });
});
