import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown, readProse, unwrap } from '../../src/documents/prose.ts';
import { proseText } from '../../src/formats/shared/text.ts';

const long = 'Customers and the duty of care expect rules that management has';

test.each([
  ['a line that is full goes on', `${long}\nadopted, and more.`, `${long} adopted, and more.`],
  ['several of them', `${long}\nadopted: ${long}\nwritten down.`, `${long} adopted: ${long} written down.`],
  ['short lines were ended on purpose', 'first\nsecond\nthird', 'first\nsecond\nthird'],
  ['a paragraph ends at an empty line', `${long}\n\nadopted.`, `${long}\n\nadopted.`],
  ['the items of a list stay apart', `${long}:\n- one\n* two\n3. three`, `${long}:\n- one\n* two\n3. three`],
  ['an item goes on', `- ${long}\n  adopted.\n- two`, `- ${long} adopted.\n- two`],
  ['one line is one line', 'one', 'one'],
  ['nothing is nothing', '', ''],
])('%s', (_, text, unwrapped) => {
  expect(unwrap(text)).toBe(unwrapped);
});

describe('Markdown in a text', () => {
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

  test.each([
    ['a paragraph', 'one', [paragraph('one')]],
    ['two paragraphs', 'one\n\ntwo', [paragraph('one'), paragraph('two')]],
    ['a line that was ended on purpose', 'one\ntwo', [paragraph('one', { type: 'break' }, 'two')]],
    [
      'emphasis and code',
      'an *odd* **very odd** `code`',
      [
        paragraph('an ', { type: 'emphasis', content: ['odd'] }, ' ', { type: 'strong', content: ['very odd'] }, ' ', {
          type: 'code',
          text: 'code',
        }),
      ],
    ],
    [
      'lists, one in the other',
      'so:\n- a\n  1. b\n- c',
      [
        paragraph('so:'),
        {
          type: 'list',
          items: [[paragraph('a'), { type: 'list', start: 1, items: [[paragraph('b')]] }], [paragraph('c')]],
        },
      ],
    ],
    [
      'links to the web and to mail',
      'see [the wiki](https://example.org/a) or <mailto:a@example.org>',
      [
        paragraph('see ', { type: 'link', to: { url: 'https://example.org/a' }, content: ['the wiki'] }, ' or ', {
          type: 'link',
          to: { url: 'mailto:a@example.org' },
          content: ['mailto:a@example.org'],
        }),
      ],
    ],
    [
      'an address alone',
      'at https://example.org',
      [paragraph('at ', { type: 'link', to: { url: 'https://example.org' }, content: ['https://example.org'] })],
    ],
    ['a blank text', ' \n ', []],
  ])('%s', (_, text, blocks) => {
    expect(readProse(text)).toEqual(blocks);
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](command:evil)',
    '[x](../secret.txt)',
    '# no heading',
    '> no quotation',
    '-',
    '1.',
    '-\n-',
    '- -',
    '<b>no markup</b>',
    '<script>alert(1)</script>',
    '&amp; no entity',
    'no | table\n--- | ---',
    '~~not struck~~',
    '[ ] no task',
    '---',
    'snake_case_name and 2 * 3',
    'risk=high & cost<5',
  ])('%j is a text as it stands', text => {
    expect(proseText(readProse(text))).toBe(text);
  });

  test('a text without markup is the same text, whatever it says', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab1 .,;=(|<>&#~"\'/é中') });
    fc.assert(
      fc.property(words, text => {
        const line = text.trim();
        // What begins as an item of a list does is markup.
        fc.pre(!/^\d+\. /.test(line));
        expect(proseText(readProse(line))).toBe(line);
      }),
    );
  });

  test('without markup a text is read as the library would read it', () => {
    const text = fc.array(
      fc.constantFrom(
        'a',
        'b',
        ' ',
        '  ',
        '\t',
        '\n',
        '\n\n',
        '.',
        '1',
        ')',
        '-',
        '+',
        '#',
        '>',
        '=',
        '&amp;',
        ':',
        'w',
        '|',
      ),
    );
    fc.assert(
      fc.property(text, parts => {
        const source = parts.join('');
        expect(readProse(source)).toEqual(readMarkdown(unwrap(source)));
      }),
      { numRuns: 2000 },
    );
  });

  test('every text becomes blocks whose links lead to the web or to mail', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]()<>:/ajhtpscri*_`\n-1.!&;\\') }), text => {
        const links = JSON.stringify(readProse(text)).match(/"url":"[^"]*"/g) ?? [];
        expect(links.filter(link => !/^"url":"(?:https?:\/\/|mailto:)/i.test(link))).toEqual([]);
      }),
    );
  });
});
