/** What kinds of table are taken for: nothing is declared that the sheet does not say, and what is left out is told. */
import { describe, expect, test } from 'vitest';
import { importOf, lostCells } from './accounts.ts';
import { faultsOf, joined } from './language.ts';
import { beyond, fileOf, forms, lines, methods, numbered, others, several, together } from './shapes.ts';

describe.each([
  ['short registers with numbers', numbered],
  ['tables of the method', methods],
  ['no registers', others],
  ['rows that are no records', lines],
  ['several tables', several],
  ['headings in lines, rows that go on', forms],
  ['columns that those beside them explain', together],
  ['values beyond their heading', beyond],
])('%s', (_, shapes) => {
  test.each(shapes.map(shape => [shape.name, shape] as const))('%s', (_name, shape) => {
    const read = fileOf(shape);
    const result = importOf([read]);
    expect(result.tables.map(({ kind, records }) => `${kind}: ${records}`)).toEqual(shape.tables);
    const output = joined(result.files).split('\n');
    for (const line of shape.written ?? []) expect(output).toContain(line);
    for (const part of shape.absent ?? []) expect(output.filter(line => line.trim().startsWith(part))).toEqual([]);
    const told = result.remarks.filter(({ category }) => category === 'not imported');
    for (const [cell, code] of Object.entries(shape.left ?? {}))
      expect(told.filter(remark => remark.text === cell).map(remark => remark.code)).toContain(code);
    for (const [cell, code] of Object.entries(shape.told ?? {}))
      expect(
        result.remarks
          .filter(({ text, place }) => [text, `at ${place?.cell}`].includes(cell))
          .map(remark => remark.code),
      ).toContain(code);
    expect(faultsOf(result.files)).toEqual([]);
    expect(lostCells([read], result)).toEqual([]);
  });
});
