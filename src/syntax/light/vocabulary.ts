/**
 * The kinds of tokens as small numbers. A word that is a keyword has two: a key before its `:` is the keyword alone,
 * anywhere else it is the keyword and an ID at once, as src/syntax/full/tokens.ts says.
 */
import { tables } from '../../language/generated/tables.ts';
import { isKey } from '../../language/schema.ts';
import type { Accepted } from '../../language/tables.ts';

/** Behind the last token. */
export const END = 0;
export const TEXT = 1;
export const STRING = 2;
export const DATE = 3;
export const CLAUSE = 4;
export const INT = 5;
export const ID = 6;
const firstKeyword = 7;

const terminalKinds: Readonly<Record<string, number>> = { TEXT, STRING, DATE, CLAUSE, INT, ID };

const isWord = (keyword: string): boolean => /^[A-Za-z]/.test(keyword);
const words = tables.keywords.filter(isWord);
const punctuation = tables.keywords.filter(keyword => !isWord(keyword));
const firstWord = firstKeyword + punctuation.length;
const firstKey = firstWord + words.length;

/** The number of kinds. */
export const kindCount = firstKey + words.length;

/** A set of kinds: 1 at each that belongs to it. */
export type KindSet = Uint8Array;

export const emptySet = (): KindSet => new Uint8Array(kindCount);

export function setOf(kinds: Iterable<number>): KindSet {
  const set = emptySet();
  for (const kind of kinds) set[kind] = 1;
  return set;
}

/** Punctuation by its first character, the longest first. */
export const punctuationByCharacter: readonly (readonly { readonly text: string; readonly kind: number }[])[] =
  Array.from({ length: 128 }, (_, character) =>
    punctuation
      .map((text, i) => ({ text, kind: firstKeyword + i }))
      .filter(({ text }) => text.charCodeAt(0) === character)
      .sort((a, b) => b.text.length - a.text.length),
  );

export const colon = firstKeyword + punctuation.indexOf(':');

const wordIndexes = new Map(words.map((word, i) => [word, i]));

const slots = 4096;
/** Open addressing by `hash`; 0 is an empty slot, else the index of the word plus one. */
const wordSlots = new Uint16Array(slots);
words.forEach((word, i) => {
  let slot = hashOf(word) & (slots - 1);
  while (wordSlots[slot]) slot = (slot + 1) & (slots - 1);
  wordSlots[slot] = i + 1;
});

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = addToHash(hash, word.charCodeAt(i));
  return hash;
}

/** The hash of a word, character by character from 0. */
export function addToHash(hash: number, character: number): number {
  return (Math.imul(hash, 31) + character) | 0;
}

/** The kind of the word in `text` from `start` to `end`, whose hash is known: a keyword that is a name too, or ID. */
export function wordKind(text: string, start: number, end: number, hash: number): number {
  for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
    const index = wordSlots[slot] as number;
    if (index === 0) return ID;
    const word = words[index - 1] as string;
    if (word.length === end - start && text.startsWith(word, start)) return firstWord + index - 1;
  }
}

/** What a kind becomes right before a `:`. */
export const beforeColon: Uint16Array = Uint16Array.from({ length: kindCount }, (_, kind) => {
  const isTwin = kind >= firstWord && kind < firstKey;
  return isTwin && isKey(words[kind - firstWord] as string) ? kind + words.length : kind;
});

/** The kinds that match a keyword. */
export function kindsOfKeyword(keyword: string): number[] {
  const index = wordIndexes.get(keyword);
  return index === undefined ? [firstKeyword + punctuation.indexOf(keyword)] : [firstWord + index, firstKey + index];
}

/** The kinds that a value takes. */
export function kindsOfValue({ words: keywords, terminals }: Accepted): number[] {
  const kinds = new Set(keywords.flatMap(kindsOfKeyword));
  for (const name of terminals) {
    const kind = terminalKinds[name];
    if (kind === undefined) throw new Error(`the scanner does not know the terminal ${name}`);
    kinds.add(kind);
    if (kind === ID) for (let word = firstWord; word < firstKey; word++) kinds.add(word);
  }
  return [...kinds];
}

/** All kinds of tokens. */
export const allKinds: readonly number[] = Array.from({ length: kindCount }, (_, kind) => kind).slice(1);
