/** Reading JSON with comments: places for messages, and bounds. */
import { createScanner, type Node } from 'jsonc-parser';
import { nearest } from '../../language/nearest.ts';
import { saying } from '../../wording/wording.ts';
import type { Tell } from './setting.ts';

interface Property {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The properties of an object, each name once: where it stands twice, it is told, and the first counts. */
export function properties(object: Node, tell: Tell): Property[] {
  const found = new Map<string, Property>();
  for (const { children: [key, value] = [] } of object.children ?? []) {
    if (!key || !value) continue;
    const name = String(key.value);
    if (found.has(name)) tell(key, saying('"{0}" is set twice, and the first counts; delete one.', shortened(name)));
    else found.set(name, { key, name, value });
  }
  return [...found.values()];
}

/** The UTF-16 offset of the first bracket that is nested deeper than so many levels; undefined if none is. */
export function bracketTooDeep(text: string, deepest: number): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const bracket = scanner.getTokenLength() === 1 ? text[scanner.getTokenOffset()] : undefined;
    if (bracket === '{' || bracket === '[') depth++;
    if (bracket === '}' || bracket === ']') depth--;
    if (depth > deepest) return scanner.getTokenOffset();
  }
  return undefined;
}

/** A name of the file in a message, which is not to become as long as whatever stands there. */
export const shortened = (name: string): string => (name.length > 40 ? `${name.slice(0, 40)}…` : name);

/** What was meant, if it can be guessed. */
export const meant = (word: string, known: Iterable<string>): string | undefined => nearest(word, known, 1)[0];
