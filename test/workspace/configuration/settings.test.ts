/** Every setting means the same wherever it is set, and every place says the same of it. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settingOption } from '../../../src/cli/options.ts';
import { rules } from '../../../src/rules/generated/registry.ts';
import { inEnglish } from '../../../src/wording/wording.ts';
import { parseConfig, settled } from '../../../src/workspace/configuration/config.ts';
import { editorProperties, readSettings, usualEditorSettings } from '../../../src/workspace/configuration/editor.ts';
import { settings } from '../../../src/workspace/configuration/generated/settings.ts';
import { configSchema } from '../../../src/workspace/configuration/schema.ts';
import { ruleNames, type Setting } from '../../../src/workspace/configuration/setting.ts';

const names = ruleNames(rules);
const all = Object.entries<Setting>(settings);
const ajv = new Ajv({ strict: false });

/** The text of a configuration file that sets one thing. */
const fileWith = (key: string, value: unknown): string =>
  JSON.stringify(key.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value));

const inFile = all.filter(([, { editorOnly }]) => !editorOnly);

describe.each(inFile)('%s', (name, { key, example }) => {
  test('its example is read, and valid by the schema', () => {
    const text = fileWith(key, example);
    const { config, problems } = parseConfig(text, names);
    expect([config, problems]).toEqual([{ [name]: example }, []]);
    expect(ajv.validate(configSchema(rules), JSON.parse(text))).toBe(true);
  });

  test('what the schema refuses is told, and what it takes is not', () => {
    const validate = ajv.compile(configSchema(rules));
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.integer(),
      fc.constantFrom(
        'draft',
        'strict',
        '2026-06-15',
        '2026-6-1',
        40,
        1000,
        39,
        {},
        [],
        ['a'],
        { soa: 'off' },
        { x: 1 },
      ),
    );
    fc.assert(
      fc.property(values, value => {
        const text = fileWith(key, value);
        if (!validate(JSON.parse(text))) expect(parseConfig(text, names).problems).not.toEqual([]);
        else
          expect(
            parseConfig(text, names).problems.filter(({ message }) => !/date|pattern/.test(inEnglish(message))),
          ).toEqual([]);
      }),
    );
  });
});

test.each(all.filter(([, { editor }]) => editor))('an editor that sets %s is read alike', (name, one) => {
  const { key, example, editorOnly } = one;
  const { settings: read, editor, problems } = readSettings(JSON.parse(fileWith(key, example)), names);
  expect([editorOnly ? editor : read, problems]).toEqual([
    editorOnly ? { ...usualEditorSettings, [name]: example } : { [name]: example },
    [],
  ]);
  expect(ajv.validate(editorProperties(rules)[`isms.${key}`] as object, example)).toBe(true);
});

test.each(all.filter(([, { option }]) => option))('a command that sets %s is read alike', (name, { example }) => {
  const parse = settingOption(name as never).parseArg as (text: string, before: unknown) => unknown;
  expect(parse(String(example), undefined)).toEqual(example);
  expect(() => parse('no sense', undefined)).toThrow(/It has to be/);
});

test('what is set for all ISMSs wins over their configuration', () => {
  expect(settled('asOf', [{ asOf: '2026-01-01' }, { asOf: '2026-02-02' }])).toBe('2026-01-01');
  expect(settled('asOf', [{}, { asOf: '2026-02-02' }])).toBe('2026-02-02');
  expect(settled('preset', [{ asOf: '2026-01-01' }, {}])).toBeUndefined();
});

test.each([
  ['{ "fromat": {} }', '"fromat" is not a setting of isms.config.json; did you mean "format"?'],
  ['{ "format": { "columns": 80 } }', '"columns" is not a setting of "format"; there is "lineWidth".'],
  ['{ "format": { "lineWidht": 80 } }', '"lineWidht" is not a setting of "format"; did you mean "lineWidth"?'],
  ['{ "format": 80 }', '"format" has to be an object, as in { "lineWidth": 100 }.'],
  ['{ "preset": "loud" }', '"preset" has to be one of draft, stage1, stage2, strict.'],
  ['{ "asOf": 2026 }', '"asOf" has to be a date such as "2026-06-15".'],
])('%s: %s', (text, message) => {
  expect(parseConfig(text, names).problems.map(problem => inEnglish(problem.message))).toEqual([message]);
});

test('settings nested without end are malformed, and told', () => {
  let value: unknown = 'off';
  for (let depth = 0; depth < 20_000; depth++) value = { a: value };
  expect(readSettings({ rules: value }, names)).toEqual({
    settings: {},
    editor: usualEditorSettings,
    problems: [expect.stringContaining('The setting isms.rules is nested too deep')],
  });
});

test('the page lists every setting', () => {
  const page = readFileSync(new URL('../../../docs/configuration.md', import.meta.url), 'utf8');
  for (const [, { key, editorOnly }] of all) expect(page).toContain(editorOnly ? `\`isms.${key}\`` : `## ${key}\n`);
});
