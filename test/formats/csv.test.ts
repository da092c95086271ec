import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, flatTable } from '../../src/documents/blocks.ts';
import { spreadsheetText } from '../../src/formats/csv.ts';
import { plainText } from '../../src/formats/shared/text.ts';
import { documentOf, nastyTexts, sample, textOf } from './sample.ts';

async function recordsOf(document: Document): Promise<string[][]> {
  return parse(await textOf('csv', document), { record_delimiter: '\r\n' });
}

describe('CSV', () => {
  test('is the main sheet with its groups as a column, lists joined, gaps empty', async () => {
    expect(await textOf('csv', sample)).toBe(
      [
        'Theme,Control,Title,Status,Reasons,Risks,Reviewed',
        'Organizational controls,A.5.1,Policies,implemented,"Risk assessment; Contract",3,2025-01-15',
        'Organizational controls,5.10,Acceptable use,planned,Best practice,0,yearly',
        'Technological controls,A.8.1,"Line one\nline two",none,,,',
        'Technological controls,A.8.2,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  test('is read back as it was by another parser, but for the apostrophe before formulas', async () => {
    const records = await recordsOf(documentOf(nastyTexts));
    expect(records.slice(1).map(record => record[1])).toEqual(nastyTexts.map(text => spreadsheetText(plainText(text))));
  });

  test('is read back as it was, whatever the texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async texts => {
        const records = await recordsOf(documentOf(texts));
        expect(records).toEqual([
          ['Id', 'Text'],
          ...texts.map((text, index) => [`R-${index + 1}`, spreadsheetText(plainText(text))]),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['=1', '+1', '-1', '@a', '\ta', '\na', ' =1', '\uFF1D1', '\u200B=1', '\u00AD \u2060@a'])(
    'keeps a spreadsheet from calculating %j',
    text => {
      expect(spreadsheetText(text)).toBe(`'${text}`);
    },
  );

  test.each([
    ['a;=1', "a;'=1"],
    ['a; \u200B=1', "a;' \u200B=1"],
    ['a\t+1\n-1|@b', "a\t'+1\n'-1|'@b"],
    ['\t=1', "'\t'=1"],
    ['\n=1', "'\n'=1"],
  ])('keeps one that splits at another separator from calculating a part of %j', (text, safe) => {
    expect(spreadsheetText(text)).toBe(safe);
    expect(spreadsheetText(safe).replace(/^'/, '')).toBe(safe.replace(/^'/, ''));
  });

  test('leaves no formula at the start of a cell, however the file is split', async () => {
    const nasty = fc.array(fc.constantFrom('=', '+', '-', '@', ';', '\t', '|', '\n', ' ', '\u200B', ',', '"', 'a'), {
      size: 'large',
    });
    await fc.assert(
      fc.asyncProperty(nasty, async parts => {
        const text = await textOf('csv', documentOf([parts.join('')]));
        for (const separator of [';', '\t', '|']) {
          for (const cell of text
            .split('\r\n')
            .slice(1)
            .join('\r\n')
            .split(new RegExp(`[\n${separator}]`))) {
            expect(cell).not.toMatch(/^(?:[^\S\t\n\r]|\p{Cf})*[=+\-@]/u);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each(['', 'a=1', "'=1", '5.10', '(+1)', 'a; b', 'a, -1'])('leaves %j as it is', text => {
    expect(spreadsheetText(text)).toBe(text);
  });

  test('needs no apostrophe for the items of a list', async () => {
    const item = (text: string) => [{ type: 'paragraph', content: [text] } as const];
    const list = { type: 'list', items: [item('one'), item('two')] } as const;
    const table = flatTable('s', 's', [{ id: 'a', title: 'a', kind: 'prose' }], [[{ type: 'prose', blocks: [list] }]]);
    expect(await recordsOf({ ...sample, blocks: [table] })).toEqual([['a'], ['• one\n• two']]);
  });

  test('guards headings, group titles and lists too, and leaves negative numbers numbers', async () => {
    const columns = [
      { id: 'a', title: '=a', kind: 'number' as const },
      { id: 'b', title: 'b', kind: 'names' as const },
    ];
    const groups = [{ title: '@g', rows: [[-3, ['+1', '2']]] }];
    const table = { type: 'table', id: 's', title: 's', groupBy: '-by', columns, groups } as const;
    expect(await recordsOf({ ...sample, blocks: [table] })).toEqual([
      ["'-by", "'=a", 'b'],
      ["'@g", '-3', "'+1; 2"],
    ]);
  });
});
