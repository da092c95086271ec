/** Damaged, hostile and foreign files: a clear error or a whole result, never a part without a word, and never much time or memory. */

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFiles, isUnreadFiles } from '../../src/exchange/import-files.ts';
import { readFile } from '../../src/exchange/read/read.ts';
import { lostCells } from './accounts.ts';
import { inputOf, workbook } from './cases.ts';
import { faultsOf } from './language.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function messageOf(name: string, content: Uint8Array): Promise<string> {
  try {
    await importFiles([{ name, bytes: content }]);
    return 'imported';
  } catch (error) {
    if (!isUnreadFiles(error)) throw error;
    return error.faults.map(({ fault }) => fault.message).join('\n');
  }
}

const ole = (...parts: readonly string[]): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from(parts.join(''), 'utf16le')]);

const sample = (): Promise<Uint8Array> =>
  workbook({
    Risks: { rows: [['Risk ID', 'Risk title'], ...Array.from({ length: 40 }, (_, n) => [`R-${n}`, `Risk ${n}`])] },
  });

describe('a clear error', () => {
  test.each<[string, string, Uint8Array, RegExp]>([
    ['an old workbook', 'a.xls', ole('Workbook'), /old binary format \(\.xls\).*save it as \.xlsx/],
    ['an encrypted workbook', 'a.xlsx', ole('EncryptedPackage'), /protected by a password.*remove the password/],
    ['a text document', 'a.doc', ole('WordDocument'), /text document/],
    ['nothing', 'a.csv', new Uint8Array(), /it is empty/],
    ['a PDF', 'a.pdf', bytes('%PDF-1.7'), /is a PDF/],
    ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), /neither a workbook nor text/],
    ['another archive', 'a.ods', zipSync({ 'content.xml': strToU8('<x/>') }), /no Excel workbook/],
    ['an archive that is no workbook', 'a.xlsx', zipSync({ 'a.txt': strToU8('a') }), /not a workbook that can be read/],
    ['an open quote', 'a.csv', bytes('Risk ID,Risk title\nR-1,"never\nends'), /a quote in record \d+ does not end/],
    [
      'a long page',
      'a.md',
      bytes(`| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(1_100_000)}`),
      /10\.\d MB.*Markdown of more than 4 MB/,
    ],
    [
      'a long page of HTML',
      'a.html',
      bytes(`<table>${'<tr><td>1</td></tr>'.repeat(300_000)}`),
      /a page of more than 4 MB/,
    ],
    ['JSON of something else', 'a.json', bytes('{"risks": []}'), /it is JSON, of which only OSCAL is imported/],
    ['damaged JSON', 'a.json', bytes('{"catalog": {'), /damaged: it is no JSON/],
    ['another model of OSCAL', 'a.json', bytes('{"assessment-results": {}}'), /OSCAL of the model assessment-results/],
    [
      'a catalogue without an end',
      'a.json',
      bytes(`{"catalog": ${'{"groups": ['.repeat(60)}${']}'.repeat(60)}}`),
      /more than 50 deep/,
    ],
    ['many cells', 'a.csv', bytes('1,2\n'.repeat(300_000)), /more than 500000 filled cells/],
    ['many columns', 'a.csv', bytes(`${'x,'.repeat(5000)}x\n`), /5001 cells/],
  ])('for %s', async (_, name, content, message) => {
    expect(await messageOf(name, content)).toMatch(message);
  });

  test('for every way to cut a workbook off', async () => {
    const whole = await sample();
    for (let length = 4; length < whole.length; length += 97)
      expect(await messageOf('cut.xlsx', whole.subarray(0, length))).toMatch(
        /cut off or damaged|cannot? be read|can be read/,
      );
  });

  test('names every file that cannot be read, and imports nothing of the others', async () => {
    const good = { name: 'good.csv', bytes: bytes('Risk ID,Risk title\nR-1,One\n') };
    const bad = [
      { name: 'a.xls', bytes: ole('Workbook') },
      { name: 'b.pdf', bytes: bytes('%PDF') },
    ];
    const error = await importFiles([good, ...bad]).catch((thrown: unknown) => thrown);
    expect(isUnreadFiles(error) && error.faults.map(({ file }) => file)).toEqual(['a.xls', 'b.pdf']);
  });
});

describe('a workbook that is made to harm', () => {
  const parts = (sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
    zipSync(
      {
        '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Risks" sheetId="1" r:id="s"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/></Relationships>',
        ),
        'xl/sheet.xml': strToU8(sheet),
        ...more,
      },
      { level: 9 },
    );
  const row = (r: number, ...texts: readonly string[]): string =>
    `<row r="${r}">${texts.map((text, x) => `<c r="${String.fromCharCode(65 + x)}${r}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
  const sheetOf = (...rows: readonly string[]): string =>
    `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;

  test('is read as long as it is one', async () => {
    const content = parts(sheetOf(row(1, 'Risk ID', 'Risk title'), row(2, 'R-1', 'One')));
    expect((await importFiles([{ name: 'a.xlsx', bytes: content }])).counts.get('risk')).toBe(1);
  });

  test('by its size when unpacked', async () => {
    const bomb = parts(sheetOf(row(1, 'Risk ID')) + ' '.repeat(120 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await messageOf('bomb.xlsx', bomb)).toMatch(/far larger than any register/);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('by a size that it lies about', async () => {
    const content = parts(sheetOf(row(1, 'Risk ID', 'Risk title'), row(2, 'R-1', 'x'.repeat(100_000))));
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    for (let at = 0; at + 46 < content.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 500, true);
    expect(await messageOf('lie.xlsx', content)).toMatch(/can be read/);
  });

  test('by entities, which stay what they are', async () => {
    const doctype =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const content = parts(doctype + sheetOf(row(1, 'Risk ID', 'Risk title'), row(2, 'R-1', '&b;&f;')));
    const message = await messageOf('xxe.xlsx', content);
    if (message === 'imported') {
      const [risks] = (await importFiles([{ name: 'xxe.xlsx', bytes: content }])).files.filter(
        ({ path }) => path === 'risks.isms',
      );
      expect(risks?.text).toContain('&b;&f;');
    } else expect(message).toMatch(/can be read/);
  });

  test('by a cell at the last corner', async () => {
    const content = parts(
      sheetOf(
        row(1, 'Risk ID', 'Risk title'),
        row(2, 'R-1', 'One'),
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      ),
    );
    expect(await messageOf('corner.xlsx', content)).toMatch(/limit|can be read/);
  });

  test('by merged ranges over all of it', async () => {
    const content = parts(
      `<worksheet><sheetData>${row(1, 'Risk ID', 'Risk title')}${row(2, 'R-1', 'One')}</sheetData><mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(50)}</mergeCells></worksheet>`,
    );
    expect(await messageOf('merged.xlsx', content)).toBe('imported');
  });
});

describe('whatever is done to a file', () => {
  const damage = fc.record({
    name: fc.constantFrom(
      'two-line-headings',
      'german-semicolons',
      'cards',
      'suppliers-page',
      'soa-utf16-tabs',
      'hostile',
    ),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    edits: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 4,
    }),
  });

  test('there is an error, or a whole result of right language', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ name, cut, edits }) => {
        const input = await inputOf(name);
        const content = input.bytes.slice(0, cut > 0.5 ? undefined : Math.ceil(2 * cut * input.bytes.length));
        for (const [at, byte] of edits) content[Math.floor(at * content.length)] = byte;
        const file = { name: input.name, bytes: content };
        const result = await importFiles([file]).catch((error: unknown) => {
          if (!isUnreadFiles(error)) throw error;
          return undefined;
        });
        if (!result) return;
        expect(faultsOf(result.files)).toEqual([]);
        expect(lostCells([await readFile(file)], result)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  test('any text is read as some format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('a.csv', 'a.md', 'a.html', 'a'),
        async (text, name) => {
          const message = await messageOf(name, bytes(text));
          expect(message).toMatch(/^(?:imported|it is empty|a quote|it is (?:a PDF|neither))/);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
