/** What may stand next in a value, by the words that are there already: the grammar of the value is followed from part to part. */
import { tables } from '../../language/generated/tables.ts';
import { nodeTypes, type PropertySchema, type ValueSchema } from '../../language/schema.ts';
import type { Assignment, Element } from '../../language/tables.ts';
import { kindsOf } from '../light/lookahead.ts';
import { Tokens } from '../light/scanner.ts';
import { END } from '../light/vocabulary.ts';

/** A place for one value: which part of which type of node it is, and what it may be. */
export interface Slot {
  /** The node type that the part belongs to: `Risk`, or `Approval` inside `accepted: …`. */
  readonly type: string;
  /** Its feature: `likelihood`, or `by` in an approval. */
  readonly feature: string;
  readonly values: readonly ValueSchema[];
}

export interface Expectation {
  readonly slots: readonly Slot[];
  /** Words that lead to a further part, such as `by` after the date of an approval. */
  readonly keywords: readonly string[];
  /** Whether the value could end here. */
  readonly complete: boolean;
}

const finished: Expectation = { slots: [], keywords: [], complete: true };

/**
 * What may come next.
 * @param type the node type that has the property
 * @param parts what has been written behind the key, punctuation included
 */
export function expectAfter(type: string, property: PropertySchema, parts: readonly string[]): Expectation {
  const [value] = property.values;
  // The lines of a matrix or mapping have no key; commas are part of them.
  if (value?.form === 'node')
    return expectInside(value.type, property.many && property.key ? sinceComma(parts) : parts);
  const slots = [{ type, feature: property.feature, values: property.values }];
  const words = sinceComma(parts);
  if (words.length === 0) return { slots, keywords: [], complete: false };
  // A control may be sought by the words of its title: `information back`.
  const isSearch =
    value?.form === 'reference' &&
    value.targets.some(target => nodeTypes[target]?.sought) &&
    !/\d/.test(words.join(''));
  return isSearch ? { slots, keywords: [], complete: true } : finished;
}

const sinceComma = (parts: readonly string[]): readonly string[] => parts.slice(parts.lastIndexOf(',') + 1);

/** What of a production is still to come: elements of the grammar, one behind the other. */
interface Rest {
  readonly element: Element;
  readonly next: Rest | undefined;
}

/** One word or value that may come, and what is to come behind it. */
interface Step {
  readonly leaf: Assignment | { readonly kind: 'keyword'; readonly keyword: string };
  readonly rest: Rest | undefined;
}

/** Adds to `steps` all that may come next. Returns whether nothing need come. */
function takeSteps(rest: Rest | undefined, steps: Step[]): boolean {
  if (!rest) return true;
  const { element, next } = rest;
  switch (element.kind) {
    case 'keyword':
    case 'assign':
      steps.push({ leaf: element, rest: next });
      return false;
    case 'sequence':
      return takeSteps(
        element.elements.reduceRight((tail: Rest | undefined, part) => ({ element: part, next: tail }), next),
        steps,
      );
    case 'choice':
      return element.elements.map(part => takeSteps({ element: part, next }, steps)).includes(true);
    case 'optional':
    case 'many':
      takeSteps({ element: element.element, next: element.kind === 'many' ? rest : next }, steps);
      return takeSteps(next, steps);
    default:
      return true;
  }
}

/** How surely a word, a token of this kind, is what a step stands for: as itself, as any word or value of its form, or not at all. */
function likeness({ leaf }: Step, part: string, kind: number): 0 | 1 | 2 {
  if (leaf.kind === 'keyword') return leaf.keyword === part ? 2 : 0;
  if (leaf.value === undefined) return 0;
  if (tables.values[leaf.value]?.words.includes(part)) return 2;
  return kindsOf(leaf).set[kind] ? 1 : 0;
}

/** The kind of token that each part is; END for what is none in order, such as a text that nothing closes. */
function kindsOfParts(parts: readonly string[]): readonly number[] {
  const tokens = new Tokens();
  return parts.map(part => {
    const isToken = tokens.scan(part, 0, part.length) && tokens.count === 1;
    return (isToken && tokens.kinds[0]) || END;
  });
}

/** Follows the grammar of a value over its parts. What fits nowhere is passed over, since it may be half written. */
function expectInside(type: string, parts: readonly string[]): Expectation {
  const element = tables.productions[type];
  if (!element) return finished;
  let rests: readonly (Rest | undefined)[] = [{ element, next: undefined }];
  const kinds = kindsOfParts(parts);
  for (const [index, part] of parts.entries()) {
    const kind = kinds[index] ?? END;
    const steps: Step[] = [];
    for (const rest of rests) takeSteps(rest, steps);
    const best = Math.max(0, ...steps.map(step => likeness(step, part, kind)));
    const taken = steps.filter(step => (best ? likeness(step, part, kind) === best : step.leaf.kind === 'assign'));
    if (!taken.length) return finished;
    // Ways that differ in one word only go on alike.
    rests = [...new Set(taken.map(({ rest }) => rest))];
  }
  const steps: Step[] = [];
  const canEnd = rests.map(rest => takeSteps(rest, steps)).includes(true);
  return expectationOf(type, steps, canEnd, parts.at(-1));
}

function expectationOf(type: string, steps: readonly Step[], canEnd: boolean, last: string | undefined): Expectation {
  const { values = {}, parts = {} } = nodeTypes[type] ?? {};
  const features = new Set(steps.flatMap(({ leaf }) => (leaf.kind === 'assign' ? [leaf.feature] : [])));
  const slots = [...features].map((feature): Slot => ({ type, feature, values: values[feature] ?? [] }));
  const isLed = (word: string): boolean =>
    Object.values(parts).every(({ lead, after }) => lead !== word || after === undefined || after === last);
  const keywords = steps.flatMap(({ leaf }) =>
    leaf.kind === 'keyword' && isOffered(leaf.keyword) ? [leaf.keyword] : [],
  );
  const offered = [...new Set(keywords)].filter(isLed);
  // Where only a colon or comma can follow, there is nothing to offer.
  return { slots: slots.sort(byOrigin), keywords: offered, complete: canEnd || !(slots.length + offered.length) };
}

/** Words, and the arrow of a mapping; other punctuation is typed faster than chosen. */
const isOffered = (keyword: string): boolean => /^[A-Za-z]|->/.test(keyword);

/** What the ISMS itself declares comes before the words of the language. */
const byOrigin = (a: Slot, b: Slot): number => Number(isEnumerated(a)) - Number(isEnumerated(b));

const isEnumerated = ({ values }: Slot): boolean => values.length > 0 && values.every(({ form }) => form === 'enum');
