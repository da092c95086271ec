import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { languageReference } from '../../src/language/reference.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { rulePage, rulesIndex, severitySchema } from '../../src/rules/page.ts';
import { presetDescriptions, presets } from '../../src/rules/presets.ts';
import { dataSchema, describedDocuments } from './data-schemas.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const update = process.env.UPDATE === '1';

/** Compares a generated file with what is committed; with UPDATE=1 (`npm run docs`) writes it instead. */
function expectFile(path: string, content: string): void {
  const file = join(root, path);
  if (update) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  expect(readFileSync(file, 'utf8'), `${path} is stale: run npm run docs`).toBe(content);
}

/** The setting of the preset, in place. */
const withPreset = (properties: Record<string, unknown>): Record<string, unknown> =>
  'isms.preset' in properties ? { ...properties, 'isms.preset': presetSetting } : properties;

const presetSetting = {
  type: 'string',
  enum: ['', ...presets],
  enumDescriptions: [
    'As isms.config.json says; without that, everything.',
    ...presets.map(preset => presetDescriptions[preset]),
  ],
  default: '',
  scope: 'window',
  order: 2,
  markdownDescription:
    'How much is told, in the editor only; overrides the `preset` of `isms.config.json`. Severities set by code or area always win.',
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('generated documents are up to date', () => {
  test.each(rules.map(rule => [rule.code, rule] as const))('docs/rules/%s.md', (code, rule) => {
    expectFile(`docs/rules/${code}.md`, rulePage(rule));
  });

  test('docs/rules/README.md', () => expectFile('docs/rules/README.md', rulesIndex(rules)));

  test('docs/language-reference.md', () => expectFile('docs/language-reference.md', languageReference()));

  test('docs/schemas/isms.config.schema.json', () => {
    expectFile(
      'docs/schemas/isms.config.schema.json',
      json({
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Configuration of an ISMS (isms.config.json)',
        type: 'object',
        additionalProperties: false,
        properties: {
          $schema: { type: 'string' },
          asOf: {
            type: 'string',
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
            description:
              'The date as of which everything is judged, so that results can be reproduced. Without it: today.',
          },
          preset: {
            enum: [...presets],
            enumDescriptions: presets.map(preset => presetDescriptions[preset]),
            description: `How much is told. ${presets.map(p => `${p}: ${presetDescriptions[p]}`).join(' ')}`,
          },
          rules: { ...severitySchema(rules), description: 'Severity by code or area.' },
          exclude: {
            type: 'array',
            items: { type: 'string', minLength: 1, maxLength: 1000 },
            description:
              'Folders and files that are left out, relative to the folder of this file, with `*` and `?` for characters of a name and `**` for any folders, as in "archive" or "drafts/*.isms".',
          },
          format: {
            type: 'object',
            additionalProperties: false,
            properties: {
              lineWidth: {
                type: 'integer',
                minimum: 40,
                maximum: 1000,
                default: 120,
                description:
                  'How long a line may become before bodies and lists go over several, in UTF-16 code units.',
              },
            },
            description: 'How files are formatted.',
          },
        },
      }),
    );
  });

  test.each(describedDocuments)('docs/schemas/%s.schema.json', (id, type) => {
    expectFile(`docs/schemas/${id}.schema.json`, json(dataSchema(id, type)));
  });

  test('the settings in package.json list every rule', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const sections = manifest.contributes.configuration as { title: string; properties: Record<string, unknown> }[];
    const others = sections
      .filter(section => section.title !== 'Rules')
      .map(section => ({ ...section, properties: withPreset(section.properties) }));
    const description = 'Severity by rule or area; overrides what isms.config.json says, in the editor only.';
    const section = {
      title: 'Rules',
      properties: { 'isms.rules': { ...severitySchema(rules), default: {}, description } },
    };
    expectFile(
      'package.json',
      json({ ...manifest, contributes: { ...manifest.contributes, configuration: [...others, section] } }),
    );
  });

  test('no page is left of a rule that is gone', () => {
    const folder = join(root, 'docs/rules');
    const pages = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(area => readdirSync(join(folder, area.name)).map(name => `${area.name}/${name.replace(/\.md$/, '')}`));
    const codes = new Set(rules.map(({ code }) => code));
    const orphans = pages.filter(page => !codes.has(page));
    if (update) for (const page of orphans) rmSync(join(folder, `${page}.md`));
    expect(update ? [] : orphans).toEqual([]);
  });
});
