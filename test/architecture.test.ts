import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** From the top to the bottom: a folder imports only from those below it, and from itself. */
const layers = [
  'cli',
  'exchange',
  'export',
  'formats',
  'documents',
  'ide',
  'readiness',
  'workspace',
  'incremental',
  'rules',
  'analysis',
  'syntax',
  'model',
  'language',
  'catalogues',
  'frameworks',
];
/** Beside the order: what they may import. */
const aside: Readonly<Record<string, readonly string[]>> = {
  node: ['workspace'],
  templates: ['syntax', 'model', 'language', 'catalogues', 'frameworks'],
  build: [],
};
/** May use Node; everything else in src/ runs in a browser too. */
const nodeOnly = new Set(['cli', 'node', 'build']);

function* sources(folder: string): Iterable<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(ts|mts)$/.test(entry.name)) yield path;
  }
}

const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    match => match[1] as string,
  );

const resolve = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? join(file, '..', specifier).replaceAll('\\', '/') : specifier;

const layerOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

describe('layers', () => {
  const files = [...sources('src')].filter(file => !file.includes('/generated/'));

  test.each(files)('%s imports downward only', file => {
    const layer = layerOf(file) as string;
    const below = aside[layer] ?? layers.slice(layers.indexOf(layer) + 1);
    const allowed = new Set([layer, ...below, ...(layer === 'cli' ? Object.keys(aside) : [])]);
    const wrong = importsOf(file)
      .map(specifier => resolve(file, specifier))
      .filter(path => (layerOf(path) ? !allowed.has(layerOf(path) as string) : /^(client|server)\//.test(path)));
    expect(wrong).toEqual([]);
  });

  test.each(files)('%s needs no more than a browser has', file => {
    const wrong = importsOf(file).filter(
      specifier => specifier.startsWith('node:') || /^vscode(-languageserver)?($|\/)/.test(specifier),
    );
    expect(nodeOnly.has(layerOf(file) as string) ? [] : wrong).toEqual([]);
  });

  test('a format knows nothing of documents but their blocks', () => {
    const wrong = files
      .filter(file => file.startsWith('src/formats/'))
      .flatMap(file => importsOf(file).map(specifier => resolve(file, specifier)));
    expect(wrong.filter(path => path.startsWith('src/documents/') && path !== 'src/documents/blocks.ts')).toEqual([]);
  });

  test('the client knows nothing of the core', () => {
    const wrong = [...sources('client')].flatMap(file => importsOf(file).map(specifier => resolve(file, specifier)));
    expect(wrong.filter(path => path.startsWith('src/'))).toEqual([]);
  });
});

describe('words', () => {
  /** The names that the code of a file uses, comments left out. */
  const namesIn = (file: string): string[] =>
    readFileSync(join(root, file), 'utf8')
      .replace(/^\s*(\/?\*|\/\/).*$/gm, '')
      .match(/\w+/g) ?? [];

  test('a rule is a diagnostic, so that below the rules nothing is called one', () => {
    const below = layers.slice(layers.indexOf('rules') + 1).map(layer => `src/${layer}`);
    const files = below.flatMap(folder => [...sources(folder)]).filter(file => !file.includes('/generated/'));
    // Langium hands the name of a production over under this name.
    const allowed = new Map([['src/syntax/full/error-messages.ts', 'ruleName']]);
    const wrong = files.flatMap(file =>
      namesIn(file)
        .filter(name => /rule/i.test(name) && name !== allowed.get(file))
        .map(name => `${name} in ${file}`),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
