/** Foreign registers, with the output and the report that they have to give. `UPDATE=1` writes both; read the difference. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/exchange/import-files.ts';
import { readFile } from '../../src/exchange/read/read.ts';
import { textReport } from '../../src/exchange/report/text.ts';
import { lostCells } from './accounts.ts';
import { cases, folder, inputOf, mappingOf } from './cases.ts';
import { faultsOf, joined } from './language.ts';

test('there are enough of them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(15);
});

describe.each(cases)('%s', name => {
  const importing = async () => importFiles([await inputOf(name)], { mapping: mappingOf(name) });

  test.each([
    ['expected.isms', async () => joined((await importing()).files)],
    ['expected.txt', async () => textReport(await importing())],
  ])('%s', async (file, make) => {
    const path = join(folder, name, file);
    const text = await make();
    if (process.env.UPDATE) writeFileSync(path, text);
    expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });

  test('is written without faults of language, and no cell is lost', async () => {
    const result = await importing();
    expect(faultsOf(result.files)).toEqual([]);
    expect(lostCells([await readFile(await inputOf(name))], result)).toEqual([]);
  });

  test('gives the same bytes again', async () => {
    const [one, other] = [await importing(), await importing()];
    expect(JSON.stringify(one.remarks)).toBe(JSON.stringify(other.remarks));
    expect(joined(one.files)).toBe(joined(other.files));
  });
});
