/** What registers become, for an editor: the files and the account of `isms import`, and what the user says of columns. */
import { afterEach, expect, test } from 'vitest';
import type { ImportParams, ImportResult } from '../../server/protocol/protocol.ts';
import { importFiles } from '../../src/exchange/import-files.ts';
import { Client, type ClientOptions } from './client.ts';

const register =
  'Risk ID,Risk title,Likelihood,Impact,Zqx\nR-1,Theft of a laptop,likely,severe,Jane Doe\nR-2,"<b>Fire</b>",unlikely,severe,Jane Doe\n';

let client: Client;
afterEach(() => client.stop());

const start = async (files: Record<string, string> = {}, options: ClientOptions = {}): Promise<void> => {
  client = await Client.start(files, options);
};
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const ask = (params: Partial<ImportParams> = {}): Promise<ImportResult> =>
  client.connection.sendRequest('isms/import', {
    files: [{ name: 'register.csv', content: base64(register) }],
    folder: 'file:///w/my-isms',
    ...params,
  });

test('the files are those of the command line, and the page says what became of the cells', async () => {
  await start();
  const { files, summary, html, toLookAt } = await ask({ nonce: '0123456789abcdef' });
  const same = await importFiles([{ name: 'register.csv', bytes: Buffer.from(register) }]);
  expect(files).toEqual(same.files.map(({ path, text }) => ({ path, text })));
  expect(summary).toMatch(/2 risks/);
  expect(toLookAt).toBeGreaterThan(0);
  expect(html).toContain('nonce="0123456789abcdef"');
  expect(html).toContain('Report of the import');
  expect(html).not.toContain('<b>Fire');
  expect(html).not.toContain('<script');
});

test('the page speaks the language of the client, and the files are the same', async () => {
  await start();
  const { files } = await ask();
  client.stop();
  await start({}, { initialize: { locale: 'de-AT' } });
  const german = await ask();
  expect(german.files).toEqual(files);
  expect(german.summary).toMatch(/2 Risiken/);
  expect(german.html).toContain('<html lang="de">');
  expect(german.html).toContain('Bericht über den Import');
  expect(german.html).toContain('„Zqx“ ist keine Überschrift, die von einer Tabelle von Risiken bekannt ist');
  expect(german.html).not.toMatch(/kept in notes|What to look at|Known by/);
});

test.each([
  ['file:///w/', false],
  ['file:///w/below', false],
  ['file:///elsewhere', true],
])('within an ISMS none is begun: %s', async (folder, begins) => {
  await start({ 'file:///w/isms.isms': 'isms Acme "Acme" {}\n' });
  expect((await ask({ folder })).files.some(({ text }) => /^isms /m.test(text))).toBe(begins);
});

test('a column is what the user says', async () => {
  await start();
  const before = await ask();
  const column = before.columns.find(({ heading }) => heading === 'Zqx');
  expect(column).toMatchObject({ file: 'register.csv', letters: 'E', field: null, isCertain: false });
  expect(column?.fields).toContain('owner');
  const { columns, files } = await ask({
    columns: [{ file: 'register.csv', sheet: column?.sheet ?? '', letters: 'E', field: 'owner' }],
  });
  expect(columns.find(({ letters }) => letters === 'E')).toMatchObject({ field: 'owner', isCertain: true });
  expect(files.map(({ text }) => text).join('\n')).toMatch(/owner: JaneDoe/);
});

test.each([
  ['en', /^Nothing was imported.*register\.csv: it is empty/],
  ['de', /^Es wurde nichts importiert.*register\.csv: sie ist leer/],
])(
  'a file that cannot be read is refused with its reason, in the language of the client: %s',
  async (locale, reason) => {
    await start({}, { initialize: { locale } });
    await expect(ask({ files: [{ name: 'register.csv', content: '' }] })).rejects.toThrow(reason);
  },
);

test('of what is no register there are no files, but an account', async () => {
  await start();
  const { files, html } = await ask({ files: [{ name: 'notes.csv', content: base64('Shopping\nMilk\n') }] });
  expect(files).toEqual([]);
  expect(html).toContain('Report of the import');
});

test.each([
  ['en', /“ownr”.*did you mean “owner”/],
  ['de', /„ownr“.*ist „owner“ gemeint/],
])('a field that there is not is refused with those that there are: %s', async (locale, reason) => {
  await start({}, { initialize: { locale } });
  const columns = [{ file: 'register.csv', sheet: '', letters: '__proto__', field: 'ownr' }];
  await expect(ask({ columns })).rejects.toThrow(reason);
});
