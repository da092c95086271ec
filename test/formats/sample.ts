import { unzipSync } from 'fflate';
import { type Document, flatTable, type Row, type Table } from '../../src/documents/blocks.ts';
import { formats } from '../../src/formats/generated/registry.ts';
import type { WriteOptions } from '../../src/formats/shared/format.ts';
import { joined } from '../../src/formats/shared/pieces.ts';

const controls: Table = {
  type: 'table',
  id: 'controls',
  title: 'Controls',
  groupBy: 'Theme',
  columns: [
    { id: 'id', title: 'Control', kind: 'id' },
    { id: 'title', title: 'Title', kind: 'title' },
    { id: 'status', title: 'Status', kind: 'word', tones: { implemented: 'good', planned: 'attention', none: 'bad' } },
    { id: 'reasons', title: 'Reasons', kind: 'names' },
    { id: 'risks', title: 'Risks', kind: 'number' },
    { id: 'reviewed', title: 'Reviewed', kind: 'date' },
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
};

/** A small statement of applicability with all that a table can hold: groups, tones, lists, dates, numbers, gaps. */
export const sample: Document = {
  id: 'soa',
  title: 'Statement of Applicability',
  asOf: '2025-06-30',
  head: [
    { id: 'organisation', label: 'Organisation', value: 'Harbour & Sons <Logistics>' },
    { id: 'version', label: 'Version', value: '3.10' },
    { id: 'approved', label: 'Approved on', value: '2025-05-12' },
    { id: 'controls', label: 'Controls', value: 4 },
  ],
  blocks: [
    controls,
    flatTable(
      'coverage',
      'Coverage',
      [
        { id: 'theme', title: 'Theme', kind: 'word' },
        { id: 'covered', title: 'Covered', kind: 'number' },
      ],
      [['Organizational controls', 2]],
    ),
  ],
  data: () => ({ $schema: 'https://example.org/soa.json', controls: [{ id: 'A.5.1' }], nothing: null }),
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

/** A document of one flat table whose second column has the texts. */
export function documentOf(texts: readonly string[]): Document {
  const rows = texts.map((text, index): Row => [`R-${index + 1}`, text]);
  const table = flatTable(
    'texts',
    'Texts',
    [
      { id: 'id', title: 'Id', kind: 'id' },
      { id: 'text', title: 'Text', kind: 'prose' },
    ],
    rows,
  );
  return { id: 'texts', title: 'Texts', head: [], blocks: [table], data: () => [...texts] };
}

/** The document with another main table. */
export function withTable(table: Partial<Table>): Document {
  return { ...sample, blocks: [{ ...controls, ...table }, ...sample.blocks.slice(1)] };
}

/**
 * A document with every block and every cell that there are, `text` wherever a text may stand, at a place that is known.
 */
export function everyBlock(text: string): Document {
  const place = {
    uri: 'file:///w/a.isms',
    range: { start: { line: 2, character: 5 }, end: { line: 2, character: 8 } },
  };
  const link = { type: 'link', to: { place }, content: [text] } as const;
  const paragraph = {
    type: 'paragraph',
    content: [
      text,
      { type: 'emphasis', content: [text] },
      { type: 'strong', content: [text] },
      { type: 'code', text },
      { type: 'break' },
      { type: 'link', to: { url: 'https://example.org/a?b=1&c="2"' }, content: [text] },
    ],
  } as const;
  const list = { type: 'list', items: [[paragraph], [{ type: 'list', start: 3, items: [[paragraph]] }]] } as const;
  return {
    id: 'every',
    title: text,
    head: [{ id: 'organisation', label: text, value: text }],
    blocks: [
      { type: 'heading', text },
      paragraph,
      list,
      { type: 'facts', facts: [{ id: 'fact', label: text, value: text }] },
      {
        type: 'table',
        id: 'table',
        title: text,
        columns: [
          { id: 'a', title: text, kind: 'id' },
          { id: 'b', title: text, kind: 'word', tones: Object.fromEntries([[text, 'good' as const]]) },
          { id: 'c', title: text, kind: 'names' },
          { id: 'd', title: text, kind: 'prose' },
          { id: 'e', title: text, kind: 'title' },
          { id: 'f', title: text, kind: 'date' },
        ],
        groups: [
          { title: text, rows: [[text, text, [text, text], { type: 'prose', blocks: [paragraph, list] }, link, text]] },
        ],
        groupBy: text,
      },
      {
        type: 'checklist',
        id: 'checklist',
        title: text,
        summary: text,
        points: [
          {
            status: { word: text, sign: '✘', tone: 'bad' },
            title: text,
            reference: text,
            details: text,
            place,
            remarks: [{ note: text, text, place, code: text }],
          },
        ],
      },
      {
        type: 'figure',
        kind: 'matrix',
        id: 'matrix',
        title: text,
        across: { title: text, labels: [text, 'b'] },
        down: { title: text, labels: [text] },
        cells: [[{ count: 2, word: text, tone: 'bad' }, { count: 0 }]],
      },
      {
        type: 'figure',
        kind: 'bars',
        id: 'bars',
        title: text,
        parts: [
          { label: text, tone: 'good' },
          { label: 'b', tone: 'muted' },
        ],
        bars: [{ label: text, values: [3, 1] }],
      },
    ],
    data: () => ({ text }),
  };
}

export async function bytesOf(id: string, document: Document, options: WriteOptions = {}): Promise<Uint8Array> {
  const found = formats.find(format => format.id === id);
  if (!found) throw new Error(`There is no format ${id}.`);
  const { format } = await found.load();
  return joined(format.write(document, options));
}

export async function textOf(id: string, document: Document, options: WriteOptions = {}): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await bytesOf(id, document, options));
}

/** A document of a table, and of a matrix and bars with these words. */
export const figuresOf = (word: string): Document => ({
  ...documentOf(['text']),
  blocks: [
    ...documentOf(['text']).blocks,
    {
      type: 'figure',
      kind: 'matrix',
      id: 'matrix',
      title: 'Risks today',
      across: { title: 'Impact', labels: ['minor', word] },
      down: { title: 'Likelihood', labels: ['often', 'rare'] },
      cells: [
        [
          { count: 0, word: 'medium', tone: 'attention' },
          { count: 7, word: 'high', tone: 'bad' },
        ],
        [{ count: 4, word: 'low', tone: 'good' }, { count: 0 }],
      ],
    },
    {
      type: 'figure',
      kind: 'bars',
      id: 'bars',
      title: 'Controls by theme',
      parts: [
        { label: word, tone: 'good' },
        { label: 'planned', tone: 'attention' },
        { label: 'never', tone: 'bad' },
      ],
      bars: [
        { label: 'People', values: [90, 1, 0] },
        { label: 'Physical', values: [0, 13, 0] },
      ],
    },
  ],
});

/** The text of one part of a workbook's archive. */
export async function workbookPart(document: Document, path: string): Promise<string> {
  return new TextDecoder().decode(unzipSync(await bytesOf('xlsx', document))[path]);
}
