import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/blocks.ts';
import { plainText, spreadsheetText } from '../../src/formats/shared/text.ts';
import { documentOf, nastyTexts, sample, textOf } from './sample.ts';

async function recordsOf(document: Document): Promise<string[][]> {
  return parse(await textOf('csv', document), { record_delimiter: '\r\n' });
}

describe('CSV', () => {
  test('is the main sheet with its groups as a column, lists joined, gaps empty', async () => {
    expect(await textOf('csv', sample)).toBe(
      [
        'Theme,Control,Title,Status,Reasons,Risks,Reviewed',
        'Organizational controls,A.5.1,Policies,implemented,Risk assessment; Contract,3,2025-01-15',
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

  test.each(['=1', '+1', '-1', '@a', '\t=1', '\n=1', ' =1', '\uFF1D1'])(
    'keeps a spreadsheet from calculating %j',
    text => {
      expect(spreadsheetText(text)).toBe(`'${text}`);
    },
  );

  test.each(['', 'a=1', "'=1", '5.10', '(+1)'])('leaves %j as it is', text => {
    expect(spreadsheetText(text)).toBe(text);
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
