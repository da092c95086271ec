/** Reads declarations: the light reader those that are in order, Langium the others. */
import { readWithLangium } from './read-full.ts';
import { readLight } from './read-light.ts';
import type { ReadResult } from './read-result.ts';

export type { ReadResult } from './read-result.ts';

/** Reads the text of one declaration (leading comments may stand before it). Never throws, whatever the text. */
export const readDeclaration = (text: string): ReadResult => readLight(text) ?? readWithLangium(text);
