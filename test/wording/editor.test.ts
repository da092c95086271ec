/** The language of the editor: which one it is, and that every text of it is said in German, and nothing of the table is idle. */
import { describe, expect, test } from 'vitest';
import documents from '../../src/wording/de.json';
import { type EditorLanguage, editorLanguageOf, editorWording, type LanguageChoice } from '../../src/wording/editor.ts';
import editor from '../../src/wording/editor-de.json';
import { sayIn } from '../../src/wording/wording.ts';
import { editorCodeTexts, editorWordTexts } from './editor-texts.ts';

test.each<[LanguageChoice, string | undefined, EditorLanguage]>([
  ['auto', undefined, 'en'],
  ['auto', 'en-GB', 'en'],
  ['auto', 'de', 'de'],
  ['auto', 'de-AT', 'de'],
  ['auto', 'DE_ch', 'de'],
  ['auto', 'fr', 'en'],
  ['auto', 'den', 'en'],
  ['auto', '', 'en'],
  ['de', 'en', 'de'],
  ['en', 'de', 'en'],
])('%s in an editor in %s is %s', (choice, locale, language) =>
  expect(editorLanguageOf(choice, locale)).toBe(language),
);

test('days stay as they stand in the text, and numbers are as the language writes them', async () => {
  const say = sayIn(await editorWording('de'));
  expect(say('accepted until {0}', '2026-03-01')).toBe('akzeptiert bis 2026-03-01');
  expect(say('= {0} {1}', 2.5, 'high')).toBe('= 2,5 high');
  expect(sayIn(await editorWording('en'))('= {0}', 2.5)).toBe('= 2.5');
});

const editorGerman = { ...documents, ...editor };

describe('the table', () => {
  const said = [...editorCodeTexts, ...editorWordTexts];

  test('has every text of the code, together with that of documents', () => {
    expect(said.filter(text => !Object.hasOwn(editorGerman, text))).toEqual([]);
  });

  test('has no text that nothing says, and none that documents have', () => {
    const known = new Set(said);
    expect(Object.keys(editor).filter(text => !known.has(text) || Object.hasOwn(documents, text))).toEqual([]);
  });

  test('keeps the places of values', () => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].sort();
    expect(Object.entries(editor).filter(([text, other]) => places(text).join() !== places(other).join())).toEqual([]);
  });

  test('is in order, so that additions meet in few places', () => {
    const keys = Object.keys(editor);
    const rank = (text: string): string => `${text.toLowerCase()}\n${text}`;
    expect(keys).toEqual([...keys].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
  });
});
