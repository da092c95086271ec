import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { formats } from '../../src/formats/generated/registry.ts';
import { bytesOf, documentOf, everyBlock, nastyTexts, sample, textOf, withTable } from './sample.ts';

describe('every format', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  test('is named after its file, and says of itself what the list says', async () => {
    const files = readdirSync(new URL('../../src/formats', import.meta.url)).filter(name => name.endsWith('.ts'));
    expect(formats.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
    for (const { load, ...info } of formats) {
      const { write, ...own } = (await load()).format;
      expect(own).toEqual(info);
    }
  });

  // Models of OSCAL are of what an ISMS says: see test/documents/oscal and test/export.
  test.each(formats.filter(({ model }) => model === undefined).map(format => format.id))(
    '%s writes the same bytes twice, whatever the clock and the time zone',
    async id => {
      const documents = [sample, documentOf(nastyTexts), everyBlock('Some <text>')];
      const first = await Promise.all(documents.map(document => bytesOf(id, document)));
      vi.stubEnv('TZ', 'Pacific/Kiritimati');
      vi.setSystemTime('2031-12-31T23:59:59Z');
      const second = await Promise.all(documents.map(document => bytesOf(id, document)));
      expect(second).toEqual(first);
    },
  );

  test.each(['md', 'html', 'text'] as const)('%s says of a table without rows that there are none', async id => {
    const text = await textOf(id, { ...sample, blocks: [...withTable({ groups: [] }).blocks] });
    expect(text).toMatch(/Controls[^|]*None\.[\s\S]*Coverage/);
    expect(text).not.toContain('Reviewed');
  });

  test.each(['xlsx', 'csv', 'md', 'html', 'text'] as const)('%s refuses a document without a table', async id => {
    await expect(bytesOf(id, { ...sample, blocks: [] })).rejects.toThrow(RangeError);
  });
});

test('JSON writes the data, and nothing else', async () => {
  const text = await textOf('json', sample);
  expect(JSON.parse(text)).toEqual(sample.data());
  expect(text).toMatch(/^\{\n {2}"\$schema": .*\}\n$/s);
  expect(JSON.parse(await textOf('json', documentOf(nastyTexts)))).toEqual(nastyTexts);
});
