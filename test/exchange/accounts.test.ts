/** Whatever a register holds, each of its cells is in the output or in the report, and what is written can be read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellName, type Grid, type ReadFile } from '../../src/exchange/cells.ts';
import headings from '../../src/exchange/data/headings.json';
import words from '../../src/exchange/data/words.json';
import { textCell } from '../../src/exchange/read/make-cell.ts';
import { tableKinds } from '../../src/exchange/recognise/headings.ts';
import { importOf, lostCells } from './accounts.ts';
import { faultsOf } from './language.ts';

type Spellings = Record<string, { en: string[]; de: string[] }>;

const headingsOf = (kind: (typeof tableKinds)[number]): string[] =>
  Object.values(headings[kind] as Spellings).flatMap(({ en, de }) => [...en, ...de]);

const knownWords = [
  ...Object.values(words.treatment).flat(),
  ...Object.values(words.decided).flat(),
  ...Object.values(words.controlStatus).flat(),
  ...words.undecided,
  ...words.scales.flat(),
];

const dates = [
  '2026-03-01',
  '01.03.2026',
  '03/04/2026',
  '31/12/2026',
  '2026-02-30',
  'Q3 2026',
  '45000',
  '1 March 2026',
];
const ids = [
  'R-1',
  'R-2',
  '7',
  'A.5.1',
  '5.10',
  'A.9.4.2',
  'A.18.2.3',
  'A.6.2',
  'A.8.13 Information backup',
  'A.5.1; A.12.4.1',
  'X-1',
];
const names = [
  'CISO',
  'Jane Doe',
  'jane@example.org',
  'Jane Doe <jane@example.org>',
  'Jane, John',
  'Server',
  'Server; Laptop',
  'Server, Laptop',
];

const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ids) },
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 3, arbitrary: fc.constantFrom(...knownWords) },
  { weight: 2, arbitrary: fc.constantFrom(...dates) },
  { weight: 2, arbitrary: fc.constantFrom('1', '2', '3', '4 - Likely', 'high (16)', '5', '20', '3/5', '-1') },
  { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"""', '\\', 'a\nb', '} risk X {', '// x', '/* x', 'a"b', ' "', '=1+1', '__proto__'),
  },
  { weight: 2, arbitrary: fc.constant('') },
);

const table = fc.constantFrom(...tableKinds).chain(kind =>
  fc
    .uniqueArray(
      fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...headingsOf(kind)) }, fc.string({ maxLength: 12 })),
      { minLength: 2, maxLength: 9 },
    )
    .chain(head =>
      fc.tuple(
        fc.constant(head),
        fc.array(fc.array(value, { minLength: head.length, maxLength: head.length }), { maxLength: 8 }),
      ),
    )
    .map(([head, rows]) => [head, ...rows]),
);

const sheet = fc
  .array(fc.oneof({ weight: 4, arbitrary: table }, fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 4 })), {
    maxLength: 3,
  })
  .map(parts => parts.flatMap(part => [...part, []]));

function fileOf(rows: readonly (readonly string[])[], sheet: string): ReadFile {
  const file = 'any.xlsx';
  const grid: Grid = {
    file,
    sheet,
    rows: rows.map((row, y) => row.map((text, x) => textCell(text, { file, sheet, cell: cellName(y, x) }, []))),
  };
  return { file, grids: [grid], asides: [] };
}

const runs = { numRuns: Number(process.env.RUNS ?? 400) };

describe('whatever the tables', () => {
  const anyFile = fc
    .tuple(sheet, fc.constantFrom('Risks', 'SoA', 'Plan', 'Assets', 'Suppliers', 'People', 'Sheet1'))
    .map(([rows, name]) => fileOf(rows, name));

  test('each cell is in the output or in the report', () => {
    fc.assert(
      fc.property(anyFile, file => {
        expect(lostCells([file], importOf([file]))).toEqual([]);
      }),
      runs,
    );
  });

  test('what is written has no fault of language', () => {
    fc.assert(
      fc.property(anyFile, file => {
        expect(faultsOf(importOf([file]).files)).toEqual([]);
      }),
      runs,
    );
  });

  test('a cell that says nothing writes nothing, and what is written was said', () => {
    const decided = /^ {2}(?:applicable|treatment|accepted|status|likelihood|impact): (.*)$/gm;
    fc.assert(
      fc.property(fc.array(fc.constantFrom('R-1', 'R-2', 'R-3'), { minLength: 1, maxLength: 3 }), rows => {
        const file = fileOf(
          [
            ['Risk ID', 'Risk title', 'Likelihood', 'Impact', 'Treatment', 'Accepted by'],
            ...[...new Set(rows)].map(id => [id]),
          ],
          'Risks',
        );
        const text = importOf([file])
          .files.map(each => each.text)
          .join('');
        expect([...text.matchAll(decided)]).toEqual([]);
      }),
    );
  });
});
