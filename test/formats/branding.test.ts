/** The logo and the colour of an organisation, in every format that shows them. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../src/export/logo/read.ts';
import { formats } from '../../src/formats/generated/registry.ts';
import { type Branding, logoSize } from '../../src/formats/shared/branding.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { jpeg, png } from '../export/logo/pictures.ts';
import { bytesOf, sample, textOf } from './sample.ts';

function brandingWith(bytes: Uint8Array): Branding {
  const read = readPicture(bytes);
  if ('reason' in read) throw new Error(inEnglish(read.reason));
  return { colour: '0A5C36', logo: { ...read.picture, words: 'Harbour "&" <Sons>' } };
}

const branding = brandingWith(png({ width: 200, height: 50, type: 6 }));

async function partsOf(id: string, given: Branding): Promise<Record<string, string>> {
  const parts = unzipSync(await bytesOf(id, sample, { branding: given }));
  return Object.fromEntries(
    Object.entries(parts).map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
  );
}

const pdfWith = async (given: Branding): Promise<string> =>
  Buffer.from(await bytesOf('pdf', sample, { branding: given })).toString('latin1');

test('the formats that show them say so, and write the same without', async () => {
  expect(formats.filter(({ can }) => can.branding).map(({ id }) => id)).toEqual(['docx', 'html', 'pdf', 'xlsx']);
  for (const { id, can, model } of formats) {
    if (model !== undefined) continue;
    const [plain, branded] = [await bytesOf(id, sample), await bytesOf(id, sample, { branding })];
    if (can.branding) expect(branded, id).not.toEqual(plain);
    else expect(branded, id).toEqual(plain);
    expect(await bytesOf(id, sample, { branding: {} }), id).toEqual(plain);
    expect(await bytesOf(id, sample, { branding }), id).toEqual(branded);
  }
});

describe('HTML', () => {
  test('has the logo as a picture from which nothing is loaded, with words for it', async () => {
    const html = await textOf('html', sample, { branding });
    const [, source = '', alt] = /<img class="logo" src="([^"]*)" alt="([^"]*)"/.exec(html) ?? [];
    expect(source.startsWith('data:image/png;base64,')).toBe(true);
    expect(Buffer.from(source.split(',')[1] ?? '', 'base64')).toEqual(Buffer.from(branding.logo?.bytes ?? []));
    expect(alt).toBe('Harbour &#x22;&#x26;&#x22; <Sons>');
    expect(html).toContain('img-src data:');
    expect(await textOf('html', sample, { branding: { colour: '0A5C36' } })).not.toContain('img-src');
  });

  test('has the colour, and a lighter one of it for words on a dark page', async () => {
    const html = await textOf('html', sample, { branding });
    expect(html).toContain('--strong: #0A5C36; --head: #0A5C36');
    const [, dark] = /prefers-color-scheme: dark\) \{ :root \{ --strong: (#[0-9a-f]{6})/.exec(html) ?? [];
    expect(dark).not.toBe('#0a5c36');
  });

  test('in the editor keeps the colours of its theme', async () => {
    const html = await textOf('html', sample, { branding, medium: 'editor', nonce: 'abcdefghijklmnop' });
    expect(html.lastIndexOf('--strong: var(--vscode')).toBeGreaterThan(html.lastIndexOf('--strong: #0A5C36'));
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/<[^>]*\sstyle=/);
  });
});

test('a Word document has logo and colour, and words for the logo', async () => {
  const parts = await partsOf('docx', branding);
  const body = parts['word/document.xml'] ?? '';
  expect(Object.keys(parts).filter(path => path.startsWith('word/media/'))).toHaveLength(1);
  expect(body.match(/<wp:docPr id="1" name="Logo" descr="([^"]*)"/)?.[1]).toBe(
    'Harbour &quot;&amp;&quot; &lt;Sons&gt;',
  );
  expect(body).toContain('w:fill="0A5C36"');
  expect(body).not.toContain('24405F');
  expect(parts['word/styles.xml']).toContain('0A5C36');
});

test('a workbook has the logo on its cover in its own size, and the heads of tables in the colour', async () => {
  const parts = await partsOf('xlsx', branding);
  const drawing = parts['xl/drawings/drawing1.xml'] ?? '';
  const { width, height } = logoSize({ width: 200, height: 50 });
  const [, across, down] = /<xdr:oneCellAnchor>.*?<xdr:ext cx="(\d+)" cy="(\d+)"\/>/.exec(drawing) ?? [];
  expect(Number(across) / 12_700).toBeCloseTo(width, 0);
  expect(Number(down) / 12_700).toBeCloseTo(height, 0);
  expect(drawing).toContain('descr="Harbour &quot;&amp;&quot; &lt;Sons&gt;"');
  expect(drawing).not.toContain('twoCellAnchor');
  expect(parts['xl/styles.xml']).toContain('FF0A5C36');
  expect(parts['xl/styles.xml']).not.toContain('24405F');
});

describe('PDF', () => {
  test('has the logo as a figure with words, and the colour', async () => {
    const pdf = await pdfWith(branding);
    expect(pdf).toMatch(/\/S \/Figure\b/);
    expect(pdf).toMatch(/\/Alt \(Harbour "&" <Sons>\)/);
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  const palette = Buffer.from([255, 0, 0, 0, 0, 255]);
  test.each<[string, Uint8Array, number, RegExp]>([
    ['grey', png({ type: 0 }), 1, /\/ColorSpace \/DeviceGray/],
    ['colours', png({ type: 2 }), 1, /\/ColorSpace \/DeviceRGB/],
    ['one transparent colour', png({ type: 2, transparent: Buffer.alloc(6) }), 1, /\/Mask \[0 0 0 0 0 0\]/],
    ['a palette', png({ type: 3, palette }), 1, /\/ColorSpace \[\/Indexed \/DeviceRGB 1 /],
    [
      'a transparent palette of few bits',
      png({ type: 3, depth: 2, palette, transparent: Buffer.from([7]) }),
      2,
      /\/SMask/,
    ],
    ['grey with transparency', png({ type: 4 }), 2, /\/SMask/],
    ['16 bits with transparency', png({ type: 6, depth: 16 }), 2, /\/SMask/],
    ['JPEG', jpeg(), 1, /\/Filter \/DCTDecode/],
  ])('shows a picture of %s', async (_, bytes, images, pattern) => {
    const pdf = await pdfWith(brandingWith(bytes));
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(images);
    expect(pdf).toMatch(pattern);
  });
});

test('a logo keeps its shape, and is never larger than its room or its pixels', () => {
  const side = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const size = logoSize({ width, height });
      expect(size.width).toBeLessThanOrEqual(Math.max(width * 0.75, 1) + 1e-9);
      expect(size.width).toBeLessThanOrEqual(170 + 1e-9);
      expect(size.height).toBeLessThanOrEqual(36 + 1e-9);
    }),
  );
});
