import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { views } from '../../src/ide/views/generated/registry.ts';
import { languageReference } from '../../src/language/reference.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { rulePage, rulesIndex } from '../../src/rules/page.ts';
import { editorProperties } from '../../src/workspace/configuration/editor.ts';
import { configurationPage } from '../../src/workspace/configuration/page.ts';
import { configSchema } from '../../src/workspace/configuration/schema.ts';
import { dataSchema, describedData } from './data-schemas.ts';
import { withViews } from './view-contributions.ts';

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

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('generated documents are up to date', () => {
  test.each(rules.map(rule => [rule.code, rule] as const))('docs/rules/%s.md', (code, rule) => {
    expectFile(`docs/rules/${code}.md`, rulePage(rule));
  });

  test('docs/rules/README.md', () => expectFile('docs/rules/README.md', rulesIndex(rules)));

  test('docs/language-reference.md', () => expectFile('docs/language-reference.md', languageReference()));

  test('docs/schemas/isms.config.schema.json', () =>
    expectFile('docs/schemas/isms.config.schema.json', json(configSchema(rules))));

  test('docs/configuration.md', () => expectFile('docs/configuration.md', configurationPage()));

  test.each(describedData)('docs/schemas/%s.schema.json', (id, type) => {
    expectFile(`docs/schemas/${id}.schema.json`, json(dataSchema(id, type)));
  });

  test('the settings and views in package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const sections = manifest.contributes.configuration as { title: string; properties: Record<string, unknown> }[];
    const ours = editorProperties(rules);
    // What only the client knows stays; what the settings say comes from them. The long list of rules has a section of its own.
    const { 'isms.rules': severities, ...common } = ours;
    const configuration = sections.map(({ title, properties }) => {
      if (title === 'Rules') return { title, properties: { 'isms.rules': severities } };
      return { title, properties: { ...properties, ...common } };
    });
    const contributes = withViews({ ...manifest.contributes, configuration }, views);
    expectFile('package.json', json({ ...manifest, contributes }));
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
