import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Document as Written } from '../../src/documents/blocks.ts';
import { bytesOf, documentOf, everyBlock, sample } from './sample.ts';
import { templateOf } from './word-template.ts';

const filled = async (template: Uint8Array, document: Written): Promise<Record<string, string>> => {
  const parts = unzipSync(await bytesOf('docx', document, { template }));
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, strFromU8(bytes)]));
};

/** The texts of a part without its markup, a line each paragraph. */
const textOf = (xml = ''): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe('a Word template', () => {
  test('keeps what it says, and has the document where it asks for it', async () => {
    const parts = await filled(await templateOf('{{title}}', 'Before', '{{head}}', '{{content}}', 'Behind'), sample);
    const body = textOf(parts['word/document.xml']);
    expect(body).toMatch(
      /^Statement of Applicability\n[\s\S]*Before[\s\S]*Organisation[\s\S]*Acceptable use[\s\S]*Behind/,
    );
    const margins = Object.keys(parts).filter(path => /(header|footer)\d\.xml$/.test(path));
    expect(margins.map(path => textOf(parts[path]).trim()).sort()).toEqual([
      'House of Harbour & Sons <Logistics>',
      'Statement of Applicability 3.10',
    ]);
    expect(parts['docProps/core.xml']).toContain('<dc:title>Statement of Applicability</dc:title>');
  });

  test('takes all blocks, and is the same bytes each time', async () => {
    const template = await templateOf('{{head}}', '{{content}}');
    const first = await bytesOf('docx', everyBlock('Words'), { template });
    expect(await bytesOf('docx', everyBlock('Words'), { template })).toEqual(first);
    expect(strFromU8(unzipSync(first)['word/document.xml'] ?? new Uint8Array())).toContain('<w:hyperlink ');
  });

  test('takes texts of the model for texts, also those that look like what it asks for', async () => {
    const parts = await filled(await templateOf('{{title}}', '{{approved}}{{incomplete}}', '{{content}}'), {
      ...documentOf(['{{content}}', '{{title}}', '<w:p/>']),
      title: '{{content}} & {{head}}',
      head: sample.head,
    });
    const body = textOf(parts['word/document.xml']);
    expect(body).toContain('{{content}} & {{head}}');
    expect(body.split('{{content}}')).toHaveLength(3);
    expect(body).toContain('<w:p/>');
  });

  test('gives tables the room that its pages have', async () => {
    const parts = unzipSync(await templateOf('{{head}}', '{{content}}'));
    const wide = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
      /<w:pgSz [^>]*>/,
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    );
    const template = zipSync({ ...parts, 'word/document.xml': strToU8(wide) });
    const widthIn = async (given: Uint8Array): Promise<number> =>
      Math.max(
        ...[...((await filled(given, sample))['word/document.xml'] ?? '').matchAll(/<w:tblW [^>]*w:w="(\d+)"/g)].map(
          ([, width]) => Number(width),
        ),
      );
    expect(await widthIn(template)).toBeGreaterThan(await widthIn(await templateOf('{{head}}', '{{content}}')));
  });

  const bad: readonly [what: string, template: () => Promise<Uint8Array>, message: string][] = [
    ['no archive', async () => strToU8('Dear customer'), 'it is no Word document; save it as .docx'],
    ['another archive', async () => zipSync({ 'a.txt': strToU8('a') }), 'it is no Word document; save it as .docx'],
    ['no place for the document', () => templateOf('{{title}}'), 'it has no paragraph {{content}}'],
    [
      'an unknown name',
      () => templateOf('{{head}}', '{{content}}', '{{colour}}'),
      'nothing is known as {{colour}}; there are {{title}}',
    ],
    ['too large', async () => new Uint8Array(20_000_001), 'it is larger than 20 MB'],
  ];

  test.each(bad)('that is %s is refused with what is wrong', async (_, template, message) => {
    await expect(bytesOf('docx', sample, { template: await template() })).rejects.toMatchObject({
      code: 'ISMS_UNUSABLE_TEMPLATE',
      message: expect.stringContaining(message),
    });
  });
});
