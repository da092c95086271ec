/** What a page shows without words is read as what it shows. */
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/exchange/read/html.ts';
import { declarationOf, imported } from './text-of.ts';

const textOf = (content: string): string | undefined =>
  readHtml('a.html', new TextEncoder().encode(`<table><tr><td>${content}</td></tr></table>`)).grids[0]?.rows[0]?.[0]
    ?.text;

describe('a cell of a page', () => {
  test.each([
    ['<img alt="(tick)" src="x.png">', '(tick)'],
    ['<img alt="(tick)" src="x.png"> Yes', '(tick) Yes'],
    ['<img alt="✅">Yes', '✅ Yes'],
    ['<img alt="Avatar" src="x.png"> Jane Doe', 'Jane Doe'],
    ['<img alt="" src="line.png">', undefined],
    ['<img src="icons/check.png?v=2">', 'check.png'],
    ['<img src="data:image/png;base64,AAAA">', 'picture'],
    ['<input type="checkbox" checked>', '☑'],
    ['<input type="checkbox"> Yes', '☐ Yes'],
    ['<label><input type=radio checked>Yes</label>', '☑ Yes'],
    ['<input value="Jane Doe">', 'Jane Doe'],
    ['<select><option>Yes<option selected>No</select>', 'No'],
    ['<select><option>Yes</option><option>No</option></select>', 'Yes'],
    ['<i class="check" title="Yes"></i>', 'Yes'],
    ['<svg aria-label="Yes"><path/></svg>', 'Yes'],
    ['<svg><title>x</title></svg>Yes', 'Yes'],
  ])('%s says %s', (content, text) => {
    expect(textOf(content)).toBe(text);
  });
});

test('ticks and boxes decide', async () => {
  const rows = ['<img alt="(tick)" src="x.png">', '<input type="checkbox" checked>', '<input type="checkbox">'].map(
    (cell, index) => `<tr><td>A.5.${index + 1}<td>${cell}<td>planned`,
  );
  const { written } = await imported(
    'soa.html',
    `<table><tr><th>Control ID<th>Applicable<th>Status</tr>${rows.join('')}</table>`,
  );
  expect([1, 2, 3].map(n => /applicable: (\w+)/.exec(declarationOf(written, `control A.5.${n}`))?.[1])).toEqual([
    'yes',
    'yes',
    'no',
  ]);
});
