// What VS Code shows of package.json in other languages than English. The manifest itself is written in English, in one place; when it is
// packed, each text is replaced by a key (`%commands.isms.export.title%`), and tables say what stands for the keys: package.nls.json in
// English, package.nls.de.json in German. A table of a language, l10n/manifest.LANGUAGE.json, has the English texts as its keys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {Readonly<Record<string, string>>} Texts */

/** Properties that hold what people read. */
const shown = new Set([
  'displayName',
  'title',
  'shortTitle',
  'category',
  'name',
  'contents',
  'description',
  'markdownDescription',
  'patternErrorMessage',
  'altText',
  'enumDescriptions',
  'enumItemLabels',
]);

/** Rules are documented in English, wherever they are. */
const inEnglish = 'contributes.configuration.Rules.properties.isms.rules.properties';

/** Words that one writes into a file. */
const isWritten = (/** @type {string} */ text) => /^(?:draft|stage1|stage2|strict)?$/.test(text);

/**
 * The manifest with keys in the place of its texts, and what stands for each in English.
 * @param {Readonly<Record<string, unknown>>} manifest
 * @returns {{ manifest: Record<string, unknown>, texts: Record<string, string> }}
 */
export function withKeys(manifest) {
  /** @type {Record<string, string>} */
  const texts = {};
  /** @type {(value: unknown, property: string, path: string) => unknown} */
  const replaced = (value, property, path) => {
    if (path === inEnglish) return value;
    if (typeof value === 'string') {
      if (!shown.has(property) || isWritten(value)) return value;
      const key = path.replace(/^contributes\./, '');
      if (Object.hasOwn(texts, key)) throw new Error(`Two texts of package.json have the key ${key}.`);
      texts[key] = value;
      return `%${key}%`;
    }
    if (Array.isArray(value))
      return value.map((item, index) => replaced(item, property, `${path}.${nameOf(value, index)}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, replaced(part, name, `${path}.${name}`)]),
    );
  };
  const { displayName, description, contributes } = manifest;
  const parts = Object.entries({ displayName, description, contributes }).map(([name, part]) => [
    name,
    replaced(part, name, name),
  ]);
  return { manifest: { ...manifest, ...Object.fromEntries(parts) }, texts };
}

/**
 * What an item of a list is called in a key: by its own name if no other has it, else by its place.
 * @param {readonly unknown[]} list
 * @param {number} index
 */
function nameOf(list, index) {
  const names = list.map(item => {
    const { command, id, title } = /** @type {Record<string, unknown>} */ (item ?? {});
    return command ?? id ?? title;
  });
  const own = names[index];
  return typeof own === 'string' && names.filter(name => name === own).length === 1 ? own : index;
}

/**
 * The texts of a language by English ones: those of the manifest, and what the editor says too.
 * @param {string} root
 * @param {string} language
 * @returns {Texts}
 */
export function manifestWords(root, language) {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  return {
    ...read(`src/wording/${language}.json`),
    ...read(`src/wording/editor-${language}.json`),
    ...read(`l10n/manifest.${language}.json`),
  };
}

/** The languages of the manifest beside English. */
export const manifestLanguages = ['de'];

/**
 * The files of the package that say what package.json does, by name. A text that a language lacks stays English.
 * @param {string} root
 * @returns {Record<string, string>}
 */
export function manifestFiles(root) {
  const { manifest, texts } = withKeys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  const tables = manifestLanguages.map(language => {
    const words = manifestWords(root, language);
    const said = Object.entries(texts).map(([key, text]) => [key, words[text] ?? text]);
    return [`package.nls.${language}.json`, json(Object.fromEntries(said))];
  });
  return { 'package.json': json(manifest), 'package.nls.json': json(texts), ...Object.fromEntries(tables) };
}
