/** What is wrong in the grammar ends the build, with the file and the line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import mistakes from './grammar-mistakes.json';
import { copyLanguage, type LanguageCopy } from './language-copy.ts';

interface Generators {
  readonly loadGrammar: (file: string) => Promise<unknown>;
  readonly schemaOf: (grammars: unknown) => unknown;
  readonly textMateGrammar: (schema: unknown, template: string) => string;
}

const generators = async (): Promise<Generators> => {
  const [grammar, schema, textmate] = await Promise.all(
    ['grammar', 'schema', 'textmate'].map(
      name => import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), `src/build/${name}.mjs`)).href),
    ),
  );
  return { ...grammar, ...schema, ...textmate } as Generators;
};

describe('a mistake in the grammar', () => {
  let copy: LanguageCopy;
  beforeEach(() => {
    copy = copyLanguage();
  });
  afterEach(() => copy.remove());

  const verdict = async (): Promise<string> => {
    const { loadGrammar, schemaOf } = await generators();
    const grammars = await loadGrammar(join(copy.folder, 'src/language/grammar/language.langium'));
    try {
      schemaOf(grammars);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('there is none now', async () => expect(await verdict()).toBe(''));

  test.each(mistakes)('$what is found, with its place', async ({ file, from, to, message }) => {
    copy.change(file, from, to);
    const said = await verdict();
    expect(said).toContain(message);
    expect(said).toMatch(/^\w+\.langium:\d+: /);
  });

  test('the line is that of the tag', async () => {
    copy.change('asset.langium', '@icon Object', '@ikon Object');
    const path = join(copy.folder, 'src/language/grammar/asset.langium');
    const line =
      readFileSync(path, 'utf8')
        .split('\n')
        .findIndex(text => text.includes('@ikon')) + 1;
    expect(await verdict()).toMatch(new RegExp(`^asset\\.langium:${line}: `));
    writeFileSync(path, `\n\n${readFileSync(path, 'utf8')}`);
    expect(await verdict()).toMatch(new RegExp(`^asset\\.langium:${line + 2}: `));
  });

  test('a place of the TextMate grammar that nothing fills is one', async () => {
    const { textMateGrammar } = await generators();
    expect(() => textMateGrammar({ nodeTypes: {} }, '"({{kinds}})"')).toThrow('nothing to fill in for {{kinds}}');
  });
});
