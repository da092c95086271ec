/**
 * The grammar's tables, linked for reading: each step knows by which tokens it can begin, and each decision is made by one
 * token, or by two where one does not tell. Linked type by type at first use.
 *
 * Decisions take the first way that the next two tokens allow and are never taken back. Langium takes the first way by which
 * the whole text can be read. So if reading succeeds, both took the same ways; if it does not, Langium has to read the text.
 */
import { nodeTypes, propertyByFeature, propertyByKey, type ValueSchema } from '../../language/schema.ts';
import type { Assignment, Element } from '../../language/tables.ts';
import { beginningOf, couldBegin, elementOf, kindsOf } from './lookahead.ts';
import { emptySet, type KindSet, kindCount } from './vocabulary.ts';

/** What a step does. Numbers, and steps of one shape, since reading spends its time in telling them apart. */
export const ops = {
  /** Fails: a construct that is left to Langium. */
  giveUp: 0,
  /** Takes a token of `kinds`. */
  keyword: 1,
  /** Takes a token of `kinds` as a value of `feature`. */
  value: 2,
  /** Takes a token of `kinds` as a reference. */
  reference: 3,
  /** Reads a node by `program` into `feature`. */
  node: 4,
  /** All of `steps` in order. */
  sequence: 5,
  /** One of `steps`: the one at the number that `kinds` holds for the next token. */
  choice: 6,
  /** The first of `steps` if the next token is of `kinds` (and `decision` says so). */
  optional: 7,
  /** The same as often as can be. */
  many: 8,
  /** One of several steps that begin alike, by `decision`. */
  decide: 9,
} as const;

export class Step {
  readonly op: (typeof ops)[keyof typeof ops];
  readonly kinds: KindSet;
  steps: readonly Step[] = none;
  decision: Decision | undefined = undefined;
  /** The field of the model; of a keyword, that whose key it is. */
  feature: string | undefined = undefined;
  keyword = '';
  list = false;
  flag = false;
  /** The key of a block, such as `residual`. */
  blockKey: string | undefined = undefined;
  schemas: readonly ValueSchema[] = none;
  /** The key that the value stands behind, where it is one of the property itself. */
  key: string | undefined;
  /** The type that a reference may refer to. */
  type = '';
  program: NodeProgram | undefined = undefined;

  constructor(op: Step['op'], kinds: KindSet) {
    this.op = op;
    this.kinds = kinds;
  }
}

const none: readonly never[] = [];
const noKinds = emptySet();

interface Way {
  /** Undefined: the way around an optional part. */
  readonly step: Step | undefined;
  readonly elements: readonly Element[];
}

type Repeated = Element & { readonly kind: 'optional' | 'many' };

/** A decision by two tokens. */
export class Decision {
  readonly ways: readonly Way[];
  private readonly taken = new Map<number, Step | undefined>();

  constructor(ways: readonly Way[]) {
    this.ways = ways;
  }

  /** The first way that two tokens allow; undefined if there is none, or if it is the way around an optional part. */
  take(first: number, second: number): Step | undefined {
    const both = first * kindCount + second;
    if (this.taken.has(both)) return this.taken.get(both);
    const step = this.ways.find(({ elements }) => couldBegin(elements, first, second))?.step;
    this.taken.set(both, step);
    return step;
  }
}

/** How the nodes of one type are read. */
export interface NodeProgram {
  readonly type: string;
  step: Step;
}

const programs = new Map<string, NodeProgram>();
const giveUp = new Step(ops.giveUp, noKinds);

/** The program of a node type. */
export function programOf(type: string): NodeProgram {
  let program = programs.get(type);
  if (program) return program;
  // Noted before it is linked: types may hold one another.
  programs.set(type, (program = { type, step: giveUp }));
  program.step = link(elementOf(type), type, []);
  return program;
}

/** Links an element of a node type, behind which the elements of `rest` stand. */
function link(element: Element, type: string, rest: readonly Element[]): Step {
  switch (element.kind) {
    case 'keyword':
      return linkKeyword(element.keyword, kindsOf(element).set, type);
    case 'assign':
      return linkAssignment(element, type);
    case 'sequence': {
      const sequence = new Step(ops.sequence, noKinds);
      sequence.steps = element.elements.map((one, i, all) => link(one, type, [...all.slice(i + 1), ...rest]));
      return sequence;
    }
    case 'choice':
      return linkChoice(alternatives(element), type, rest);
    case 'optional':
    case 'many':
      return linkOptional(element, type, rest);
    case 'fragment':
      return link(elementOf(element.production), type, rest);
    case 'unknown':
      return giveUp;
  }
}

/** Keywords that are no keys, mostly punctuation; the same step wherever they stand. */
const marks = new Map<string, Step>();

function linkKeyword(keyword: string, kinds: KindSet, type: string): Step {
  const nodeType = nodeTypes[type];
  const property = nodeType && propertyByKey(nodeType, keyword);
  if (property?.form === 'value') {
    const step = new Step(ops.keyword, kinds);
    step.keyword = keyword;
    step.feature = property.feature;
    return step;
  }
  let mark = marks.get(keyword);
  if (!mark) marks.set(keyword, (mark = new Step(ops.keyword, kinds)));
  return mark;
}

function linkAssignment(element: Assignment, type: string): Step {
  const { feature, operator, type: referred, node } = element;
  const nodeType = nodeTypes[type];
  const property = nodeType && propertyByFeature(nodeType, feature);
  const step = node
    ? new Step(ops.node, noKinds)
    : new Step(referred ? ops.reference : ops.value, kindsOf(element).set);
  step.feature = feature;
  step.list = operator === '+=';
  step.flag = operator === '?=';
  if (node) step.program = programOf(node);
  else if (referred) step.type = referred;
  else {
    step.schemas = property?.values ?? nodeType?.values[feature] ?? none;
    step.key = property?.key;
  }
  if (property?.form === 'block' && property.key) step.blockKey = property.key;
  return step;
}

/** The ways of a choice, with choices inside it and fragments put in their place. */
function alternatives(element: Element): readonly Element[] {
  if (element.kind === 'choice') return element.elements.flatMap(alternatives);
  if (element.kind === 'fragment') return alternatives(elementOf(element.production));
  return [element];
}

function linkChoice(elements: readonly Element[], type: string, rest: readonly Element[]): Step {
  const ways = elements.map(element => ({ step: link(element, type, rest), elements: [element] }));
  const kinds = emptySet();
  const steps = [giveUp, ...ways.map(way => way.step)];
  const decisions = new Map<number, Decision>();
  const numbers = new Map<string, number>();
  /** The number of the step that decides between what there is so far (by its number) and one more way. */
  const numberOfBoth = (before: number, added: number): number => {
    const id = `${before} ${added}`;
    let number = numbers.get(id);
    if (number === undefined) {
      numbers.set(id, (number = steps.length));
      const earlier = decisions.get(before)?.ways ?? [ways[before - 1] as Way];
      const step = new Step(ops.decide, noKinds);
      step.decision = new Decision([...earlier, ways[added] as Way]);
      decisions.set(number, step.decision);
      steps.push(step);
    }
    return number;
  };
  for (const [i, element] of elements.entries()) {
    for (const kind of new Set(beginningOf(element).list)) {
      const before = kinds[kind] as number;
      kinds[kind] = before === 0 ? i + 1 : numberOfBoth(before, i);
    }
  }
  const choice = new Step(ops.choice, kinds);
  choice.steps = steps;
  return choice;
}

function linkOptional(repeated: Repeated, type: string, rest: readonly Element[]): Step {
  const { kind, element } = repeated;
  const isMany = kind === 'many';
  const behind = isMany ? [repeated, ...rest] : rest;
  const inner = link(element, type, behind);
  const { list, set: kinds } = beginningOf(element);
  const step = new Step(isMany ? ops.many : ops.optional, kinds);
  step.steps = [inner];
  if (list.some(own => canBegin(rest, own))) {
    step.decision = new Decision([
      { step: inner, elements: [element, ...behind] },
      { step: undefined, elements: rest },
    ]);
  }
  return step;
}

function canBegin(elements: readonly Element[], kind: number): boolean {
  for (const element of elements) {
    const { set, canBeEmpty } = beginningOf(element);
    if (set[kind]) return true;
    if (!canBeEmpty) return false;
  }
  return false;
}
