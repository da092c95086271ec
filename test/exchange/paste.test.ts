import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Copied, type IsDeclared, pasted } from '../../src/exchange/paste.ts';
import { defaultLineWidth, formatText } from '../../src/syntax/format/format.ts';
import { faultsOf } from './language.ts';

const rows = [
  ['ID', 'Risk', 'Asset', 'Owner', 'Likelihood', 'Impact', 'Treatment', 'Remark'],
  ['R-1', 'Theft of a laptop', 'Laptops', 'Head of IT', 'likely', 'high', 'Mitigate', 'seen twice'],
  ['R-2', 'Fire', 'Office', 'Head of IT', 'unlikely', 'high', 'Accept', ''],
];
const tabs = rows.map(row => row.join('\t')).join('\r\n');
const html = `<meta charset="utf-8"><table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const markdown = rows
  .flatMap((row, y) => [`| ${row.join(' | ')} |`, ...(y ? [] : [`|${row.map(() => '---|').join('')}`])])
  .join('\n');

const nothing: IsDeclared = () => false;
const declared = (text: string): string[] => text.match(/^[a-z]+ [\w-]+/gm) ?? [];

describe('a table that was copied', () => {
  test.each<[what: string, copied: Copied]>([
    ['from a spreadsheet', { text: tabs, html }],
    ['as text alone', { text: tabs }],
    ['from a page', { text: 'R-1 Theft', html }],
    ['in Markdown', { text: markdown }],
  ])('%s is declarations, with an account', async (_, copied) => {
    const result = await pasted(copied, nothing);
    expect(result?.counts.get('risk')).toBe(2);
    expect(declared(result?.text ?? '')).toEqual(expect.arrayContaining(['risk R-1', 'risk R-2', 'role HeadOfIT']));
    expect(result?.text).toContain('// Pasted from a table.');
    expect(result?.text).toContain('seen twice');
    expect(result?.text).not.toMatch(/^isms /m);
    expect(formatText(result?.text ?? '', { lineWidth: defaultLineWidth })).toBe(result?.text);
    expect(faultsOf([{ path: 'a.isms', text: result?.text ?? '' }])).toEqual([]);
  });

  test('declares neither what is only named and there already, nor a second method', async () => {
    const there: IsDeclared = (keyword, name) => keyword === 'method' || (keyword === 'role' && name === 'HeadOfIT');
    const result = await pasted({ text: tabs }, there);
    expect(declared(result?.text ?? '').filter(each => /^(role|method)/.test(each))).toEqual([]);
    expect(result?.text).toMatch(
      /^\/\/ Not declared, since the ISMS has it already\n(\/\/ {3}.*\n)*\/\/ {3}role HeadOfIT/m,
    );
  });

  test.each([
    ['a sentence', 'Risks are assessed each year.'],
    ['our own language', 'risk R-1 "Theft" {\n\tassets: Laptops\n}\n'],
    ['code with tabs', 'if (a) {\n\tb();\n\tc();\n}'],
    ['a table of something else', 'Dish\tPrice\nSoup\t4\nBread\t2'],
    ['one line', 'a\tb\tc'],
    ['nothing', ''],
  ])('%s is none', async (_, text) => expect(await pasted({ text }, nothing)).toBeUndefined());

  test('whatever is copied gives text of the language or nothing', async () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('*/', '"""', '}', '// x', 'A.8.13', '<b>'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 4 }), async more => {
        const plain = more.map(row => row.map(each => each.replace(/[\t\r\n"]/g, ' ')));
        const result = await pasted(
          { text: [rows[0], rows[1], ...plain].map(row => row?.join('\t')).join('\n') },
          nothing,
        );
        if (result) expect(faultsOf([{ path: 'a.isms', text: result.text }])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
