import { unzipSync } from 'fflate';
import { type ExportDocument, flatSheet, type Row, type Sheet } from '../../../src/export/document.ts';
import { type FormatId, formatById, joined } from '../../../src/export/formats/index.ts';

/** A small statement of applicability with all that the value can hold: groups, tones, lists, dates, numbers, gaps. */
export const sample: ExportDocument = {
  id: 'soa',
  title: 'Statement of Applicability',
  asOf: '2025-06-30',
  head: [
    { label: 'Organisation', value: 'Harbour & Sons <Logistics>' },
    { label: 'Version', value: '3.10' },
    { label: 'Approved on', value: '2025-05-12' },
    { label: 'Controls', value: 4 },
  ],
  sheets: [
    {
      id: 'controls',
      name: 'Controls',
      groupBy: 'Theme',
      columns: [
        { key: 'id', title: 'Control', width: 10 },
        { key: 'title', title: 'Title', width: 30, wrap: true },
        {
          key: 'status',
          title: 'Status',
          width: 16,
          tones: { implemented: 'good', planned: 'attention', none: 'bad' },
        },
        { key: 'reasons', title: 'Reasons', width: 30, wrap: true },
        { key: 'risks', title: 'Risks', width: 8, kind: 'number' },
        { key: 'reviewed', title: 'Reviewed', width: 12, kind: 'date' },
      ],
      groups: [
        {
          title: 'Organizational controls',
          rows: [
            ['A.5.1', 'Policies', 'implemented', ['Risk assessment', 'Contract'], 3, '2025-01-15'],
            ['5.10', 'Acceptable use', 'planned', ['Best practice'], 0, 'yearly'],
          ],
        },
        { title: 'Physical controls', rows: [] },
        { title: 'Technological controls', rows: [['A.8.1', 'Line one\nline two', 'none', [], undefined], ['A.8.2']] },
      ],
    },
    flatSheet(
      'coverage',
      'Coverage',
      [
        { key: 'theme', title: 'Theme', width: 30 },
        { key: 'covered', title: 'Covered', width: 10, kind: 'number' },
      ],
      [['Organizational controls', 2]],
    ),
  ],
  data: { $schema: 'https://example.org/soa.json', controls: [{ id: 'A.5.1' }], nothing: null },
};

/** Texts that have broken files of these formats: formulas, numbers that are none, error values, escapes, markup, what no file can carry. */
export const nastyTexts: readonly string[] = [
  '=1+1',
  '=HYPERLINK("http://example.org","x")',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1+1',
  '\uFF1D1+1',
  '5.10',
  '007',
  '1e5',
  '2025-13-01',
  'TRUE',
  '#N/A',
  '#REF!',
  '_x0041_',
  '_x005F_x0041_',
  'a "quoted" text, with; separators',
  'two\r\nlines',
  '  spaces around  ',
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '&amp; &lt; & <',
  '| pipe | `code` | *em* | [a](javascript:x) | ![i](u) | ~~s~~',
  'https://example.org www.example.org a@example.org',
  '# heading',
  '\\',
  '\u0000\u0008\u000b\u001f\u007f\u0085',
  '\ud800 lone \udc00',
  '\ufffe\uffff\ufdd0',
  '\u202Ereversed',
  '\u{1F512} emoji \u4E2D\u6587',
];

/** A document of one flat sheet whose second column has the texts. */
export function documentOf(texts: readonly string[]): ExportDocument {
  const rows = texts.map((text, index): Row => [`R-${index + 1}`, text]);
  const columns = [
    { key: 'id', title: 'Id', width: 8 },
    { key: 'text', title: 'Text', width: 40, wrap: true },
  ];
  return {
    id: 'texts',
    title: 'Texts',
    head: [],
    sheets: [flatSheet('texts', 'Texts', columns, rows)],
    data: [...texts],
  };
}

/** The document with another main sheet. */
export function withSheet(sheet: Partial<Sheet>): ExportDocument {
  return { ...sample, sheets: [{ ...sample.sheets[0]!, ...sheet }, sample.sheets[1]!] };
}

export async function bytesOf(id: FormatId, document: ExportDocument): Promise<Uint8Array> {
  return joined(formatById(id)!.write(document));
}

export async function textOf(id: FormatId, document: ExportDocument): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(id, document));
}

/** The text of one part of a workbook's archive. */
export async function workbookPart(document: ExportDocument, path: string): Promise<string> {
  return new TextDecoder().decode(unzipSync(await bytesOf('xlsx', document))[path]);
}
