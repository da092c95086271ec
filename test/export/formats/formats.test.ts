import { afterEach, describe, expect, test, vi } from 'vitest';
import { formatById, formats } from '../../../src/export/formats/index.ts';
import { bytesOf, documentOf, nastyTexts, sample, textOf } from './sample.ts';

describe('every format', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  test('is found by its id', () => {
    expect(formats.map(format => format.id)).toEqual(['xlsx', 'csv', 'md', 'html', 'json']);
    for (const format of formats) {
      expect(formatById(format.id)).toBe(format);
      expect(format.extension).toBe(format.id);
    }
    expect(formatById('docx')).toBeUndefined();
    expect(formatById('constructor')).toBeUndefined();
  });

  test.each(formats.map(format => format.id))(
    '%s writes the same bytes twice, whatever the clock and the time zone',
    async id => {
      const documents = [sample, documentOf(nastyTexts)];
      const first = await Promise.all(documents.map(document => bytesOf(id, document)));
      vi.stubEnv('TZ', 'Pacific/Kiritimati');
      vi.setSystemTime('2031-12-31T23:59:59Z');
      const second = await Promise.all(documents.map(document => bytesOf(id, document)));
      expect(second).toEqual(first);
    },
  );

  test.each(['xlsx', 'csv', 'md', 'html'] as const)('%s refuses a document without a sheet', async id => {
    await expect(bytesOf(id, { ...sample, sheets: [] })).rejects.toThrow(RangeError);
  });
});

test('JSON writes the data, and nothing else', async () => {
  const text = await textOf('json', sample);
  expect(JSON.parse(text)).toEqual(sample.data);
  expect(text).toMatch(/^\{\n {2}"\$schema": .*\}\n$/s);
  expect(JSON.parse(await textOf('json', documentOf(nastyTexts)))).toEqual(nastyTexts);
});
