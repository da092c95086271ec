/** What VS Code shows of package.json: each text has a key in the package, and stands in each language. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { manifestFiles, manifestLanguages, manifestWords, withKeys } from '../../src/build/manifest-nls.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const { manifest: keyed, texts } = withKeys(manifest);
const files = manifestFiles(root);

/** As VS Code does it: a value that is a key between percent signs is replaced by its text. */
const resolved = (value: unknown, words: Readonly<Record<string, string>>): unknown => {
  if (typeof value === 'string') return /^%[^%]+%$/.test(value) ? words[value.slice(1, -1)] : value;
  if (Array.isArray(value)) return value.map(item => resolved(item, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolved(part, words)]));
};

test('in English the packed manifest says what the written one says', () => {
  expect(resolved(JSON.parse(files['package.json'] ?? ''), JSON.parse(files['package.nls.json'] ?? ''))).toEqual(
    manifest,
  );
});

test('what programs read is left alone', () => {
  const { name, publisher, main, contributes, engines } = keyed as typeof manifest;
  expect({ name, publisher, main, engines }).toEqual({
    name: manifest.name,
    publisher: manifest.publisher,
    main: manifest.main,
    engines: manifest.engines,
  });
  const ids = (all: { command: string }[]): string[] => all.map(({ command }) => command);
  expect(ids(contributes.commands)).toEqual(ids(manifest.contributes.commands));
  expect(contributes.menus).toEqual(manifest.contributes.menus);
});

test('keys name what they are of', () => {
  expect(texts['commands.isms.showReadiness.title']).toBe('Show Certification Readiness');
  expect(texts['views.isms.isms.next.name']).toBe('What Next');
  expect(texts['configuration.ISMS.properties.isms.codeLens.markdownDescription']).toMatch(/^Show how controls/);
});

test('a key that two texts would have is refused', () => {
  const twice = { contributes: { 'a.b': { title: 'One' }, a: { 'b.title': '', b: { title: 'Two' } } } };
  expect(() => withKeys(twice)).toThrow('Two texts of package.json have the key a.b.title.');
});

describe.each(manifestLanguages)('in %s', language => {
  const words = manifestWords(root, language);
  const own = JSON.parse(readFileSync(`${root}/l10n/manifest.${language}.json`, 'utf8'));

  test('each text is there', () => {
    expect(Object.values(texts).filter(text => !Object.hasOwn(words, text))).toEqual([]);
  });

  test('none is left over', () => {
    const said = new Set(Object.values(texts));
    expect(Object.keys(own).filter(text => !said.has(text))).toEqual([]);
  });

  test('links and code stay', () => {
    const fixed = (text: string): string => (text.match(/\]\([^)]*\)|`[^`]*`/g) ?? []).sort().join();
    expect(Object.entries(own).filter(([text, said]) => fixed(text) !== fixed(String(said)))).toEqual([]);
  });

  test('is what the package says', () => {
    const table = JSON.parse(files[`package.nls.${language}.json`] ?? '');
    expect(Object.keys(table)).toEqual(Object.keys(texts));
    expect(table['commands.isms.export.title']).toBe(words['Export…']);
  });
});
