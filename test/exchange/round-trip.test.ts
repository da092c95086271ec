/** What `isms export` wrote comes back: documents of what was imported hold what the documents held that it was imported from. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/exchange/import-files.ts';
import type { InputFile } from '../../src/exchange/read/read.ts';
import { readFile } from '../../src/exchange/read/read.ts';
import { bytesOf, open, textOf } from '../documents/open.ts';
import { exampleFiles } from '../examples/files.ts';
import { lostCells } from './accounts.ts';
import { faultsOf } from './language.ts';

const artefacts = ['soa', 'risk-register', 'risk-treatment-plan'] as const;

const original = open(exampleFiles('acme-cloud'));

const inputs = (format: string): Promise<InputFile[]> =>
  Promise.all(artefacts.map(async id => ({ name: `${id}.${format}`, bytes: await bytesOf(original, id, format) })));

/** A document as its rows: the texts by heading, in order. */
async function rowsOf(opened: ReturnType<typeof open>, artefact: string): Promise<Record<string, string>[]> {
  return parse(await textOf(opened, artefact, 'csv'), { columns: true });
}

/**
 * What no document says in full: of the levels today and after treatment it prints the level and the score, which several pairs of
 * likelihood and impact give; and tags are no heading that the import knows. What was read otherwise is in notes or in the report, and so is not compared here.
 */
const derived: Readonly<Record<string, readonly string[]>> = {
  soa: [],
  'risk-register': ['Today', 'After treatment', 'Tags'],
  'risk-treatment-plan': ['After treatment'],
};

const without = (row: Record<string, string>, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, text]) => {
      if (columns.includes(column)) return [];
      // Properties of information are written in the order of the language.
      return [[column, column === 'Affects' ? text.split('; ').sort().join('; ') : text]];
    }),
  );

/** The documents in German, which come back as those in English do. */
const german = open(
  exampleFiles('acme-cloud').map(([name, text]): [string, string] => [
    name,
    name.endsWith('isms.config.json') ? '{ "asOf": "2026-06-15", "documents": { "language": "de" } }' : text,
  ]),
);

describe.each(['xlsx', 'csv'])('%s in German', format => {
  const importing = async () =>
    importFiles(
      await Promise.all(
        artefacts.map(async id => ({ name: `${id}.${format}`, bytes: await bytesOf(german, id, format) })),
      ),
    );

  test.each(artefacts)('%s holds the same', async artefact => {
    const { files } = await importing();
    const again = open(files.map(({ path, text }) => [path, text] as const));
    const [before, after] = [await rowsOf(original, artefact), await rowsOf(again, artefact)];
    const columns = derived[artefact] ?? [];
    const byId = new Map(after.map(row => [key(row), row]));
    expect(before.map(row => inIso(without(byId.get(key(row)) ?? {}, columns)))).toEqual(
      before.map(row => without(row, columns)),
    );
    expect(after.length).toBe(before.length);
  });

  test('nothing contradicts itself, and the language is right', async () => {
    expect(await textOf(german, 'soa', 'csv')).toContain('Begründung');
    const result = await importing();
    expect(result.remarks.filter(({ category }) => category === 'contradiction')).toEqual([]);
    expect(faultsOf(result.files)).toEqual([]);
  });
});

/** Titles of evidence hold its day as the document writes it. */
const inIso = (row: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([heading, text]) => [heading, text.replace(/\((\d\d)\.(\d\d)\.(\d{4})\)/g, '($3-$2-$1)')]),
  );

describe.each(['xlsx', 'csv'])('%s', format => {
  const importing = async () => importFiles(await inputs(format));

  test.each(artefacts)('%s holds the same', async artefact => {
    const { files } = await importing();
    const again = open(files.map(({ path, text }) => [path, text] as const));
    const [before, after] = [await rowsOf(original, artefact), await rowsOf(again, artefact)];
    const columns = derived[artefact] ?? [];
    const byId = new Map(after.map(row => [key(row), row]));
    expect(before.map(row => without(byId.get(key(row)) ?? {}, columns))).toEqual(
      before.map(row => without(row, columns)),
    );
    expect(after.length).toBe(before.length);
  });

  test('levels that cannot be told from the documents are in the notes', async () => {
    const text = (await importing()).files.find(({ path }) => path === 'risks.isms')?.text ?? '';
    const levels = (await rowsOf(original, 'risk-register')).map(row => row['After treatment']).filter(Boolean);
    expect(levels.length).toBeGreaterThan(10);
    for (const level of levels)
      expect(text).toMatch(new RegExp(`After treatment: ${level?.replace(/[()]/g, '\\$&')}|residual`));
  });

  test('nothing contradicts itself, no cell is lost, and the language is right', async () => {
    const result = await importing();
    expect(result.remarks.filter(({ category }) => category === 'contradiction')).toEqual([]);
    expect(faultsOf(result.files)).toEqual([]);
    expect(lostCells(await Promise.all((await inputs(format)).map(readFile)), result)).toEqual([]);
  });
});

/** Actions stand in rows of their own. */
const key = (row: Record<string, string>): string => `${row.Control ?? row.Risk} ${row.Action ?? ''}`;

describe('OSCAL', () => {
  const models = ['oscal-catalog', 'oscal-component-definition'] as const;
  const oscal = (): Promise<InputFile[]> =>
    Promise.all(models.map(async id => ({ name: `soa.${id}.json`, bytes: await bytesOf(original, 'soa', id) })));
  const importing = async () => importFiles([...(await oscal()), ...(await inputs('csv')).slice(1)]);

  /** Which risks and requirements stand behind a reason, and evidence and policies, the models do not say in full. */
  const compared = ['Control', 'Title', 'Applicable', 'Justification', 'Status', 'Implementation', 'Owner'];

  test('the statement holds the same', async () => {
    const again = open((await importing()).files.map(({ path, text }) => [path, text] as const));
    const pick = (rows: readonly Record<string, string>[]): unknown[] =>
      rows.map(row => compared.map(heading => row[heading]));
    const [before, after] = [await rowsOf(original, 'soa'), await rowsOf(again, 'soa')];
    expect(pick(after)).toEqual(pick(before));
    const codes = (rows: readonly Record<string, string>[]): unknown[] =>
      rows.map(({ Reasons }) =>
        Reasons?.replace(/: [^;]*/g, '')
          .split('; ')
          .sort(),
      );
    expect(codes(after)).toEqual(codes(before));
  });

  test('nothing contradicts itself, no cell is lost, and the language is right', async () => {
    const result = await importing();
    expect(result.remarks.filter(({ category }) => category === 'contradiction')).toEqual([]);
    expect(faultsOf(result.files)).toEqual([]);
    const read = await Promise.all([...(await oscal()), ...(await inputs('csv')).slice(1)].map(readFile));
    expect(lostCells(read, result)).toEqual([]);
  });

  test('a profile selects, and says no more', async () => {
    const profile = { name: 'soa.oscal-profile.json', bytes: await bytesOf(original, 'soa', 'oscal-profile') };
    const { files } = await importFiles([profile]);
    const again = await rowsOf(open(files.map(({ path, text }) => [path, text] as const)), 'soa');
    const before = (await rowsOf(original, 'soa')).filter(({ Applicable }) => Applicable === 'yes');
    expect(again.filter(({ Applicable }) => Applicable === 'yes').map(({ Control }) => Control)).toEqual(
      before.map(({ Control }) => Control),
    );
    expect(again.filter(({ Applicable, Status }) => Applicable === 'no' || Status === 'implemented')).toEqual([]);
  });
});
