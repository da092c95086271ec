/* With which tokens elements of the grammar can begin. */
import { tables } from '../../language/generated/tables.ts';
import type { Accepted, Assignment, Element } from '../../language/tables.ts';
import { allKinds, type KindSet, kindsOfKeyword, kindsOfValue, setOf } from './vocabulary.ts';

/** What a production of the grammar consists of. */
export const elementOf = (production: string): Element => tables.productions[production] ?? { kind: 'unknown' };

type TokenElement = (Element & { readonly kind: 'keyword' }) | Assignment;

/** The kinds of tokens that something can begin with. */
export interface Beginning {
  readonly list: readonly number[];
  readonly set: KindSet;
  /** Whether it can be empty. */
  readonly canBeEmpty: boolean;
}

const beginning = (list: readonly number[], canBeEmpty: boolean): Beginning => ({ list, set: setOf(list), canBeEmpty });

const byName = new Map<string, Beginning>();

/** What a keyword or a value of one token takes. */
export function kindsOf(element: TokenElement): Beginning {
  const name = element.kind === 'keyword' ? `'${element.keyword}'` : (element.value as string);
  let kinds = byName.get(name);
  if (kinds) return kinds;
  const list =
    element.kind === 'keyword' ? kindsOfKeyword(element.keyword) : kindsOfValue(tables.values[name] as Accepted);
  byName.set(name, (kinds = beginning(list, false)));
  return kinds;
}

const byElement = new Map<Element, Beginning>();

/** What an element can begin with. */
export function beginningOf(element: Element): Beginning {
  let found = byElement.get(element);
  if (!found) byElement.set(element, (found = findBeginning(element)));
  return found;
}

// May be anything, so that reading comes to it and gives up.
const anything = beginning(allKinds, false);

function findBeginning(element: Element): Beginning {
  switch (element.kind) {
    case 'keyword':
      return kindsOf(element);
    case 'assign':
      return element.node ? beginningOf(elementOf(element.node)) : kindsOf(element);
    case 'sequence':
      return beginningOfAll(element.elements);
    case 'choice': {
      const ways = element.elements.map(beginningOf);
      return beginning(
        ways.flatMap(({ list }) => list),
        ways.some(({ canBeEmpty }) => canBeEmpty),
      );
    }
    case 'optional':
    case 'many': {
      const { list, set } = beginningOf(element.element);
      return { list, set, canBeEmpty: true };
    }
    case 'fragment':
      return beginningOf(elementOf(element.production));
    case 'unknown':
      return anything;
  }
}

/** What a sequence of elements can begin with. */
export function beginningOfAll(elements: readonly Element[]): Beginning {
  const parts: Beginning[] = [];
  for (const element of elements) {
    const part = beginningOf(element);
    if (!part.canBeEmpty && !parts.length) return part;
    parts.push(part);
    if (!part.canBeEmpty) break;
  }
  const canBeEmpty = parts.every(part => part.canBeEmpty);
  return beginning(
    parts.flatMap(({ list }) => list),
    canBeEmpty,
  );
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
      return after(elementOf(element.production), before, first, second);
    case 'unknown':
      return 7;
  }
}
