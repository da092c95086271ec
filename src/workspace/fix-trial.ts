/**
 * Tries a fix on the text of a declaration before it is offered. Whatever a rule thought of, a fix that would damage the text around what
 * it changes (a glued word, a second body, a brace in a comment) is left out.
 */

import type { Block } from '../incremental/block.ts';
import { kindKeywords } from '../language/schema.ts';
import type { Definition, Span } from '../model/declaration.ts';
import { openDate } from '../model/placeholder.ts';
import { readDeclaration } from '../syntax/read.ts';
import { suppressionIn } from '../syntax/suppressions.ts';
import type { Chunk } from '../syntax/text/chunk.ts';
import { isLineComment, type Region, regionsOf } from '../syntax/text/regions.ts';
import { split } from '../syntax/text/splitter.ts';

/** A change of the text of a chunk; UTF-16 offsets from its start. */
export interface ChunkEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a text holds, as reading it finds. */
interface Reading {
  readonly kinds: readonly (string | undefined)[];
  readonly problems: number;
  readonly names: readonly TypedName[];
}

/** A name with its kind. */
export type TypedName = Pick<Definition, 'type' | 'name'>;

/** Tells typed names apart, such as `Control A.8.15`. */
export const keyOf = ({ type, name }: TypedName): string => `${type} ${name}`;

/** The names that edits of a declaration add; undefined if they would do harm. Edits may not overlap. */
export function tryEdits(block: Block, edits: readonly ChunkEdit[]): readonly TypedName[] | undefined {
  const { text } = block.chunk;
  const sorted = [...edits].sort(compareEdits);
  const after = spliced(text, sorted);
  const was = reading(text);
  const is = reading(after);
  if (is.problems > was.problems || is.kinds.join() !== was.kinds.join()) return undefined;
  return keepsProse(text, after, sorted, block.chunk.bodyStart) ? without(is.names, was.names) : undefined;
}

/**
 * The names of new declarations that are put into a chunk, before or behind its own; undefined if they are not in order, or if something
 * that is open there would take them in.
 */
export function tryInsertion(chunk: Chunk, edit: ChunkEdit): readonly TypedName[] | undefined {
  if (chunk.unclosedComment) return undefined;
  const { text, bodyStart } = chunk;
  const { kinds, problems, names } = reading(edit.text);
  if (problems || !kinds.length || kinds.includes(undefined)) return undefined;
  const after = spliced(text, [edit]);
  const added = bodiesOf(edit.text);
  const own = bodiesOf(text);
  const expected = edit.start <= bodyStart && own.length ? [...added, ...own] : [...own, ...added];
  const isApart = bodiesOf(after).join('\0') === expected.join('\0');
  return isApart && keepsProse(text, after, [edit], bodyStart) ? names : undefined;
}

const bodiesOf = (text: string): string[] =>
  [...split(text, kindKeywords)]
    .filter(({ bodyStart, bodyEnd }) => bodyStart < bodyEnd)
    .map(({ bodyStart, bodyEnd }) => text.slice(bodyStart, bodyEnd));

/** The order in which edits stand in a text. */
export const compareEdits = (a: ChunkEdit, b: ChunkEdit): number => a.start - b.start || a.end - b.end;

/** A text after edits, which are in order and do not overlap. */
export function spliced(text: string, sorted: readonly ChunkEdit[]): string {
  let result = '';
  let reached = 0;
  for (const { start, end, text: added } of sorted) {
    result += text.slice(reached, start) + added;
    reached = end;
  }
  return result + text.slice(reached);
}

function reading(text: string): Reading {
  const kinds: (string | undefined)[] = [];
  const names: TypedName[] = [];
  let problems = 0;
  for (const { bodyStart, bodyEnd } of split(text, kindKeywords)) {
    if (bodyStart === bodyEnd) continue;
    const { declaration, problems: found } = readDeclaration(text, bodyStart, bodyEnd);
    kinds.push(declaration?.$type);
    for (const { type, name } of declaration?.$definitions ?? []) names.push({ type, name });
    // A day that the author is to fill in is told, but does no harm.
    problems += found.filter(({ start, end }) => text.slice(bodyStart + start, bodyStart + end) !== openDate).length;
  }
  return { kinds, problems, names };
}

/**
 * Whether the comments and quoted texts that no edit is about are still there, and no others than those that edits bring. An edit may
 * replace one or take it out, and change a comment that silences a rule; it may not reach into another one, or take one with it.
 */
function keepsProse(before: string, after: string, sorted: readonly ChunkEdit[], bodyStart: number): boolean {
  const grown = sorted.filter(({ start }) => start < bodyStart).reduce((sum, edit) => sum + growthOf(edit), 0);
  const was = compared(before, bodyStart, sorted);
  const is = compared(after, bodyStart + grown, placesAfter(sorted));
  const shiftAt = shifts(sorted);
  const kept = was.apart.map(region => described(before, region, shiftAt(region.start)));
  const found = is.apart.map(region => described(after, region, 0));
  return !was.harmed && kept.join('\0') === found.join('\0') && is.changed <= was.changed;
}

interface Comparison {
  /** The comments and quoted texts that lie apart from some places, from first to last. */
  readonly apart: Region[];
  /** How many comments that silence a rule lie there in part. */
  readonly changed: number;
  /** Whether another one does, or one together with other text. */
  readonly harmed: boolean;
}

function compared(text: string, bodyStart: number, places: readonly Span[]): Comparison {
  const apart: Region[] = [];
  let changed = 0;
  let harmed = false;
  let next = 0;
  for (const region of [...regionsOf(text, 0, bodyStart), ...regionsOf(text, bodyStart)]) {
    while (next < places.length && (places[next] as Span).end <= region.start) next++;
    const place = places[next];
    if (!place || place.start >= region.end) apart.push(region);
    else if (place.start <= region.start && place.end >= region.end) {
      harmed ||= !isBlankIn(text, place.start, region.start) || !isBlankIn(text, region.end, place.end);
    } else if (isLineComment(text, region) && suppressionIn(text, region)) changed++;
    else harmed = true;
  }
  return { apart, changed, harmed };
}

const isBlankIn = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

const growthOf = ({ start, end, text }: ChunkEdit): number => text.length - (end - start);

/** How far edits move what stands at an offset; to be asked from first to last. */
function shifts(sorted: readonly ChunkEdit[]): (offset: number) => number {
  let next = 0;
  let shift = 0;
  return offset => {
    for (; next < sorted.length && (sorted[next] as ChunkEdit).end <= offset; next++) {
      shift += growthOf(sorted[next] as ChunkEdit);
    }
    return shift;
  };
}

const described = (text: string, { kind, start, end, closed }: Region, shift: number): string =>
  `${kind} ${start + shift} ${closed} ${text.slice(start, end)}`;

/** Where what edits bring stands afterwards. */
function placesAfter(sorted: readonly ChunkEdit[]): Span[] {
  let shift = 0;
  return sorted.map(edit => {
    const start = edit.start + shift;
    shift += growthOf(edit);
    return { start, end: start + edit.text.length };
  });
}

/** The names that are left when each of the others is taken away once. */
function without(names: readonly TypedName[], others: readonly TypedName[]): TypedName[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return names.filter(name => {
    const count = counts.get(keyOf(name)) ?? 0;
    if (count) counts.set(keyOf(name), count - 1);
    return !count;
  });
}
