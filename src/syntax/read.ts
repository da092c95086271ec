/** Reads declarations: the light reader those that are in order, Langium the others. */
import { readWithLangium } from './full/read-full.ts';
import { readLight } from './light/read-light.ts';
import type { ReadResult } from './read-result.ts';

export type { ReadResult } from './read-result.ts';

/**
 * Reads one declaration, from one offset of a text to another (leading comments may stand before it); places are relative to the
 * first. Never throws, whatever the text.
 */
export const readDeclaration = (text: string, from = 0, to = text.length): ReadResult =>
  readLight(text, from, to) ?? readWithLangium(text.slice(from, to));
