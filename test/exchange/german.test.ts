/** The account of every fixture is said in German: no text of ours is left in English, and nothing of the user's is changed. */
import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import type { Document } from '../../src/documents/blocks.ts';
import type { ImportResult } from '../../src/exchange/import.ts';
import { fieldsOf, tableKinds } from '../../src/exchange/recognise/headings.ts';
import { reportDocument } from '../../src/exchange/report/document.ts';
import { jsonReport } from '../../src/exchange/report/json.ts';
import { textReport } from '../../src/exchange/report/text.ts';
import { forImport } from '../../src/exchange/report/wording.ts';
import { languageOf } from '../../src/wording/languages.ts';
import { type SayingValue, sayingIn, type Wording } from '../../src/wording/wording.ts';
import { fixtures } from './fixtures.ts';
import { joined } from './language.ts';

const german = forImport((await languageOf({ language: 'de', ownName: '' })).wording);

/** A language in which nothing is said but the values. */
const mute: Wording = {
  language: 'x-mute',
  texts: Object.fromEntries(
    Object.keys(german.texts).map(text => [text, ` ${[...new Set(text.match(/\{\d\}/g))].join(' ')} `]),
  ),
};

/** A saying and those that stand in it. */
function textsIn(value: SayingValue): string[] {
  if (typeof value !== 'object') return [];
  return 'items' in value ? value.items.flatMap(textsIn) : [value.text, ...value.values.flatMap(textsIn)];
}

/** What is written so in every language: titles of the standard, words of ours that stand in the text and in a mapping, and what notes call the heading of a card. */
const known = [
  ...annexA.map(({ title }) => title),
  ...tableKinds.flatMap(fieldsOf),
  ...[
    'Heading',
    'isms',
    'notes',
    'ignore',
    'caption',
    'organizational',
    'product',
    'sum',
    'maximum',
    'planned',
    'partial',
    'implemented',
    'CISO Assistant',
  ],
];

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}_'’-]*/gu) ?? [];

/** What a reader of the document sees. */
const shownIn = ({ title, head, blocks }: Document): string =>
  [
    title,
    ...head.map(({ label }) => label),
    ...blocks.flatMap(block =>
      block.type === 'table'
        ? [
            block.title,
            ...block.columns.map(column => column.title),
            ...block.groups.flatMap(({ rows }) => rows).flat(2),
          ]
        : [],
    ),
  ].join('\n');

/** Words of a report that neither the registers nor what is written have. */
function strangeWords(report: string, source: string, { files }: ImportResult): string[] {
  const own = [source, joined(files), ...known].join('\n').normalize('NFC');
  return wordsOf(report).filter(word => /\p{Ll}{2}/u.test(word) && !own.includes(word));
}

describe.each(fixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_, { imported, source }) => {
  test('says nothing in English', async () => {
    const result = await imported();
    const texts = result.remarks.flatMap(({ message }) => textsIn(message));
    expect([...new Set(texts)].filter(text => !Object.hasOwn(german.texts, text))).toEqual([]);
    expect(strangeWords(textReport(result, mute), source, result)).toEqual([]);
    expect(strangeWords(shownIn(reportDocument(result, mute)), source, result)).toEqual([]);
  });

  test('says days as they stand in the text', async () => {
    const result = await imported();
    const days = (text: string): string[] => (text.match(/\d{4}-\d\d-\d\d/g) ?? []).sort();
    expect(days(textReport(result, german))).toEqual(days(textReport(result)));
  });

  test('is the same for programs, in English', async () => {
    const result = await imported();
    const { remarks } = JSON.parse(jsonReport(result)) as { remarks: { message: string }[] };
    expect(remarks.map(({ message }) => message)).toEqual(
      result.remarks.map(({ message }) => sayingIn({ language: 'en', texts: {} }, message)),
    );
  });
});

test('a report in German speaks it, and quotes as German does', async () => {
  const dates = fixtures.find(({ name }) => name === 'mixed-dates');
  const report = textReport((await dates?.imported()) as ImportResult, german);
  expect(report.split('\n')).toEqual(
    expect.arrayContaining([
      'Was gelesen wurde (51 gefüllte Zellen)',
      '  risks.csv: Risikoregister, 5 Zeilen, Überschriften in Zeile 1',
      'Nicht verstanden (5)',
      '  risks.csv, G2: „Acceptance date“ ist als 2026-03-31 verstanden: das Jahrhundert steht nicht da: „3/31/26“ [risk A-1]',
      '  risks.csv, D3:D5: „Impact (1-3)“: gelesen als step-3: „3“ [risk A-2, risk A-3, risk A-4]',
    ]),
  );
});
