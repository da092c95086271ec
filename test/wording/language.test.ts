/** What the grammar says of the language is said in German, and nothing of its table is idle. */
import { expect, test } from 'vitest';
import { grammarText, withoutClause } from '../../src/ide/grammar-text.ts';
import { placeholderIn } from '../../src/model/placeholder.ts';
import documents from '../../src/wording/de.json';
import { editorWording } from '../../src/wording/editor.ts';
import editor from '../../src/wording/editor-de.json';
import findings from '../../src/wording/findings-de.json';
import language from '../../src/wording/language-de.json';
import { inWording, sayIn } from '../../src/wording/wording.ts';
import { commentTexts, languageTexts, proposedTexts } from './language-texts.ts';

const german = await editorWording('de');
const table: Readonly<Record<string, string>> = language;

test('every text has its German', () => {
  expect([...languageTexts].filter(text => !Object.hasOwn(german.texts, text))).toEqual([]);
});

test('the table has no text that nothing says, and none that another has', () => {
  const others = { ...documents, ...findings, ...editor };
  expect(Object.keys(table).filter(text => !languageTexts.has(text) || Object.hasOwn(others, text))).toEqual([]);
});

test('the table is in order, so that additions meet in few places', () => {
  const keys = Object.keys(table);
  const rank = (text: string): string => `${text.toLowerCase()}\n${text}`;
  expect(keys).toEqual([...keys].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)));
});

test('code and the end of a sentence are the same in both', () => {
  const kept = (text: string) => [[...(text.match(/`[^`]*`/g) ?? [])].sort(), /[.…]$/.exec(text)?.[0]];
  const broken = Object.entries(table).filter(
    ([text, said]) => JSON.stringify(kept(text)) !== JSON.stringify(kept(said)),
  );
  expect(broken).toEqual([]);
});

test('no comment is said in English, and each keeps its clause', () => {
  const said = (text: string): string => inWording(german, () => grammarText(text));
  expect(commentTexts.filter(text => said(text) === text)).toEqual([]);
  const clauseOf = (text: string) => withoutClause(text).clause?.replace(' bis ', ' to ');
  expect(commentTexts.filter(text => clauseOf(said(text)) !== clauseOf(text))).toEqual([]);
  expect(commentTexts.filter(text => grammarText(text) !== text)).toEqual([]);
});

test('what a snippet proposes is a placeholder to the rules in both languages or in none', () => {
  const say = sayIn(german);
  const isLeft = (text: string): boolean => placeholderIn(text) !== undefined;
  expect(proposedTexts.filter(text => isLeft(text) !== isLeft(say(text)))).toEqual([]);
});

test('what a snippet proposes ends no text and no stop of it', () => {
  const say = sayIn(german);
  expect(proposedTexts.map(text => say(text)).filter(text => /["$\\{}|]/.test(text))).toEqual([]);
});
