/** The language of documents: built in, by a user's own file, or refused. */
import { describe, expect, test } from 'vitest';
import { builtInLanguages, isDateFormat, isLanguage, languageOf } from '../../src/wording/languages.ts';
import { day, dayIn, inWording, numberIn, period, said, say, sayIn, saying, word } from '../../src/wording/wording.ts';

const ownName = 'isms.words.fr.json';
const french = (texts: object) => languageOf({ language: 'fr', own: JSON.stringify(texts), ownName });

describe('a language', () => {
  test.each(builtInLanguages)('%s is complete', async language => {
    expect((await languageOf({ language, ownName })).missing).toBe(0);
  });

  test('that nobody knows is refused, with what can be done', async () => {
    await expect(languageOf({ language: 'fr', ownName })).rejects.toThrow(
      'There are no words for documents in “fr”. Use one of: en, de; or write isms.words.fr.json',
    );
  });

  test('of a user’s own says what its file gives, and English for the rest, which is counted', async () => {
    const { wording, missing } = await french({ Owner: 'Propriétaire', 'due {0}': 'échéance {0}' });
    const say = sayIn(wording);
    expect([say('Owner'), say('Title'), say('due {0}', '2026')]).toEqual(['Propriétaire', 'Title', 'échéance 2026']);
    expect(missing).toBeGreaterThan(500);
    expect((await french({ Owner: 'Propriétaire' })).missing).toBe(missing + 1);
  });

  test('that is built in takes single words from a file', async () => {
    const own = '{ "Asset": "Informationswert" }';
    const { wording, missing } = await languageOf({ language: 'de', own, ownName: 'isms.words.de.json' });
    expect([sayIn(wording)('Asset'), sayIn(wording)('Owner'), missing]).toEqual(['Informationswert', 'Eigentümer', 0]);
  });

  test.each<[string, object, RegExp]>([
    ['a text that no document says', { Ownr: 'x' }, /No document says "Ownr"/],
    ['what is no text', { Owner: 1 }, /"Owner" has to be a text/],
    ['an empty text', { Owner: ' ' }, /"Owner" has to be a text/],
    ['a value left out', { 'due {0}': 'échéance' }, /"due \{0\}" lacks \{0\}/],
    ['a value that there is not', { Owner: 'P {0}' }, /"Owner" has \{0\}, for which there is no value/],
    ['days in a way that says nothing', { 'yyyy-MM-dd': 'dd.MM' }, /has to be yyyy, MM and dd/],
    ['numbers with a word between', { '1.5': '1 point 5' }, /a decimal sign between them/],
    ['a list', [], /has to hold an object/],
  ])('with %s is refused', async (_, texts, message) => {
    await expect(french(texts)).rejects.toThrow(message);
  });

  test('names the first faults and counts the rest', async () => {
    const texts = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`No text ${index}`, 'x']));
    await expect(french(texts)).rejects.toThrow(/"No text 4"; correct it or delete it\. And 3 more\.$/);
  });

  test('that is no JSON is refused by name', async () => {
    await expect(languageOf({ language: 'fr', own: '{', ownName })).rejects.toThrow(
      /^isms\.words\.fr\.json is not valid/,
    );
  });

  test.each([
    ['de', true],
    ['pt-BR', true],
    ['../de', false],
    ['', false],
    ['d', false],
  ])('may be called %j: %j', (name, isOne) => expect(isLanguage(name)).toBe(isOne));
});

describe('days and numbers', () => {
  test.each([
    ['yyyy-MM-dd', true],
    ['dd.MM.yyyy', true],
    ['MM/dd/yyyy', true],
    ['dd.MM', false],
    ['dd.MM.yyyy.dd', false],
    ['<dd.MM.yyyy>', false],
  ])('%s is a form of days: %j', (text, isOne) => expect(isDateFormat(text)).toBe(isOne));

  test('are as the language writes them; what is no day stays', async () => {
    const { wording } = await languageOf({ language: 'de', ownName });
    expect([
      dayIn(wording, '2026-03-01'),
      dayIn(wording, 'soon'),
      numberIn(wording, 1.25),
      numberIn(wording, 12),
    ]).toEqual(['01.03.2026', 'soon', '1,25', '12']);
    expect(dayIn({ ...wording, dateFormat: 'MM/dd/yyyy' }, '2026-03-01')).toBe('03/01/2026');
    expect(dayIn(undefined, '2026-03-01')).toBe('2026-03-01');
  });
});

describe('while something is built', () => {
  test('its language is spoken, and English before and after, also where the building fails', async () => {
    const { wording } = await languageOf({ language: 'de', ownName });
    const words = () => [
      say('Owner'),
      word('in-progress'),
      day('2026-03-01'),
      period('12 months'),
      said(saying('up to {0}', 1.5)),
    ];
    const inEnglish = ['Owner', 'in progress', '2026-03-01', '12 months', 'up to 1.5'];
    expect(words()).toEqual(inEnglish);
    expect(inWording(wording, words)).toEqual(['Eigentümer', 'in Arbeit', '01.03.2026', '12 Monate', 'bis 1,5']);
    expect(() =>
      inWording(wording, () => {
        throw new Error('failed');
      }),
    ).toThrow('failed');
    expect(words()).toEqual(inEnglish);
  });

  test('a day is written as the language does, but not in quotes: there it is quoted from the source', async () => {
    const { wording } = await languageOf({ language: 'de', ownName });
    const day = '2026-02-30';
    const sayings = [
      saying('Detected on {0}', day),
      saying("'{0}' is not a date of the calendar; write year, month and day, as in 2026-03-01.", day),
      saying('{0} relies on {1}', saying('“{0}”', day), saying('{0} and {1}', `\`${day}\``, day)),
    ];
    expect(inWording(wording, () => sayings.map(said))).toEqual([
      'Erkannt am 30.02.2026',
      '„2026-02-30“ ist kein Datum des Kalenders; Jahr, Monat und Tag schreiben, wie in 2026-03-01.',
      '„2026-02-30“ stützt sich auf `2026-02-30` und 30.02.2026',
    ]);
  });

  test('a value is put in as it is, whatever it looks like', () => {
    expect(say('{0} to {1}', '{1}', '$&')).toBe('{1} to $&');
  });
});
