/** Every register, library and table under test/exchange, for what holds of any import. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportResult, importTables } from '../../src/exchange/import.ts';
import { importFiles } from '../../src/exchange/import-files.ts';
import type { InputFile } from '../../src/exchange/read/read.ts';
import { cases, encode, folder, inputOf, mappingOf } from './cases.ts';
import { beyond, fileOf, lines, methods, numbered, others, several } from './shapes.ts';

/** The registers that contradict themselves; see doubtful.test.ts. */
export const doubtful = new URL('doubtful/', import.meta.url).pathname;

export const doubtfulNames = readdirSync(doubtful).sort();

export const written = 'WRITTEN';
export const reported = 'REPORTED';

/** The parts of such a fixture by name. */
export const partsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/^\/\/- /m)
      .slice(1)
      .map(part => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end + 1)] as const;
      }),
  );

/** The registers among its parts. */
export const inputsOf = (parts: ReadonlyMap<string, string>): InputFile[] =>
  [...parts].flatMap(([file, text]) =>
    file === written || file === reported ? [] : [{ name: file, bytes: encode(text, 'utf-8') }],
  );

const libraries = new URL('libraries/', import.meta.url).pathname;

export interface Fixture {
  readonly name: string;
  readonly imported: () => ImportResult | Promise<ImportResult>;
  /** All that the fixture holds beside what is expected, and the names of its files. */
  readonly source: string;
}

const textsIn = (path: string): string =>
  readdirSync(path)
    .filter(name => !name.startsWith('expected.'))
    .map(name => `${name}\n${readFileSync(join(path, name), 'utf8')}`)
    .join('\n');

const registers: readonly Fixture[] = cases.map(name => ({
  name,
  imported: async () => importFiles([await inputOf(name)], { mapping: mappingOf(name) }),
  source: textsIn(join(folder, name)),
}));

const doubts: readonly Fixture[] = doubtfulNames.map(name => {
  const source = readFileSync(doubtful + name, 'utf8');
  const parts = partsOf(source);
  const inputs = inputsOf(parts);
  return {
    name,
    imported: () => importFiles(inputs),
    source: inputs.map(input => `${input.name}\n${parts.get(input.name)}`).join('\n'),
  };
});

const inLibraries: readonly Fixture[] = readdirSync(libraries).map(name => ({
  name: `library ${name}`,
  imported: () => importFiles([{ name: 'library.yaml', bytes: readFileSync(join(libraries, name, 'library.yaml')) }]),
  source: textsIn(join(libraries, name)),
}));

const shapes: readonly Fixture[] = [numbered, methods, others, lines, several, beyond].flat().map(shape => ({
  name: shape.name,
  imported: () => importTables([fileOf(shape)]),
  source: `any.csv\n${shape.sheet ?? ''}\n${shape.rows.join('\n')}`,
}));

export const fixtures: readonly Fixture[] = [...registers, ...doubts, ...inLibraries, ...shapes];
