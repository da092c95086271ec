/* With which tokens elements of the grammar can begin. */
import { tables } from '../generated/tables.ts';
import type { Accepted, Assignment, Element } from './tables.ts';
import { allKinds, type KindSet, kindsOfKeyword, kindsOfValue, setOf } from './vocabulary.ts';

/** The definition of a rule. */
export const elementOf = (rule: string): Element => tables.rules[rule] ?? { kind: 'unknown' };

type TokenElement = (Element & { readonly kind: 'keyword' }) | Assignment;

interface Kinds {
  readonly list: readonly number[];
  readonly set: KindSet;
}

const memo = new Map<string, Kinds>();

/** The kinds of tokens that a keyword or a value of one token takes. */
export function kindsOf(element: TokenElement): Kinds {
  const name = element.kind === 'keyword' ? `'${element.keyword}'` : (element.value as string);
  let kinds = memo.get(name);
  if (kinds) return kinds;
  const list =
    element.kind === 'keyword' ? kindsOfKeyword(element.keyword) : kindsOfValue(tables.values[name] as Accepted);
  memo.set(name, (kinds = { list, set: setOf(list) }));
  return kinds;
}

const anything: Kinds = { list: allKinds, set: setOf(allKinds) };

/** What a sequence of elements can begin with. */
export function beginnings(elements: readonly Element[]): readonly Kinds[] {
  const found: Kinds[] = [];
  for (const element of elements) if (!addBeginnings(element, found)) break;
  return found;
}

/** Adds what an element can begin with. Returns whether it can be empty. */
function addBeginnings(element: Element, into: Kinds[]): boolean {
  switch (element.kind) {
    case 'keyword':
    case 'assign':
      if (element.kind === 'assign' && element.node) return addBeginnings(elementOf(element.node), into);
      into.push(kindsOf(element));
      return false;
    case 'sequence':
      return element.elements.every(one => addBeginnings(one, into));
    case 'choice': {
      let canBeEmpty = false;
      for (const one of element.elements) if (addBeginnings(one, into)) canBeEmpty = true;
      return canBeEmpty;
    }
    case 'optional':
    case 'many':
      addBeginnings(element.element, into);
      return true;
    case 'fragment':
      return addBeginnings(elementOf(element.rule), into);
    case 'unknown':
      // May be anything, so that reading comes to it and gives up.
      into.push(anything);
      return false;
  }
}

/** How many of two tokens may have been taken, as bits: 1 none, 2 one, 4 both. */
type Taken = number;

/** Whether a text may begin with two tokens (kinds) where these elements are to be read, and anything after them. */
export function couldBegin(elements: readonly Element[], first: number, second: number): boolean {
  let taken: Taken = 1;
  for (const element of elements) taken = after(element, taken, first, second);
  return taken !== 0;
}

function after(element: Element, before: Taken, first: number, second: number): Taken {
  if (before === 0 || before === 4) return before;
  switch (element.kind) {
    case 'keyword':
    case 'assign': {
      if (element.kind === 'assign' && element.node) return after(elementOf(element.node), before, first, second);
      const { set } = kindsOf(element);
      return (before & 1 && set[first] ? 2 : 0) | (before & 2 && set[second] ? 4 : 0) | (before & 4);
    }
    case 'sequence':
      return element.elements.reduce((taken, one) => after(one, taken, first, second), before);
    case 'choice':
      return element.elements.reduce((taken, one) => taken | after(one, before, first, second), 0);
    case 'optional':
      return before | after(element.element, before, first, second);
    case 'many': {
      const once = before | after(element.element, before, first, second);
      return once | after(element.element, once, first, second);
    }
    case 'fragment':
      return after(elementOf(element.rule), before, first, second);
    case 'unknown':
      return 7;
  }
}
