/**
 * The grammar's tables, linked for reading: each step knows by which tokens it can begin, and each decision is made by one
 * token, or by two where one does not tell. Linked rule by rule at first use.
 *
 * Decisions take the first way that the next two tokens allow and are never taken back. Langium takes the first way by which
 * the whole text can be read. So if reading succeeds, both took the same ways; if it does not, Langium has to read the text.
 */
import { tables } from '../generated/tables.ts';
import { propertyByFeature, propertyByKey, rules, type ValueSchema } from '../schema.ts';
import { beginnings, couldBegin, elementOf, kindsOf } from './lookahead.ts';
import type { Assignment, Element } from './tables.ts';
import { emptySet, type KindSet, kindCount, setOf } from './vocabulary.ts';

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
  /** Reads a node of `rule` into `feature`. */
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

export interface Step {
  readonly op: (typeof ops)[keyof typeof ops];
  readonly kinds: KindSet;
  readonly steps: readonly Step[];
  readonly decision: Decision | undefined;
  /** The field of the model; of a keyword, that whose key it is. */
  readonly feature: string | undefined;
  readonly keyword: string;
  readonly list: boolean;
  readonly flag: boolean;
  /** The key of a block, such as `residual`. */
  readonly blockKey: string | undefined;
  readonly schemas: readonly ValueSchema[];
  /** The type that a reference may refer to. */
  readonly type: string;
  readonly rule: RuleProgram | undefined;
}

const noKinds = emptySet();

const step = (op: Step['op'], parts: Partial<Step>): Step => ({
  op,
  kinds: parts.kinds ?? noKinds,
  steps: parts.steps ?? [],
  decision: parts.decision,
  feature: parts.feature,
  keyword: parts.keyword ?? '',
  list: parts.list ?? false,
  flag: parts.flag ?? false,
  blockKey: parts.blockKey,
  schemas: parts.schemas ?? [],
  type: parts.type ?? '',
  rule: parts.rule,
});

interface Way {
  /** Undefined: the way around an optional part. */
  readonly step: Step | undefined;
  readonly elements: readonly Element[];
}

type Repeated = Element & { readonly kind: 'optional' | 'many' };

/** A decision by two tokens. */
export class Decision {
  private readonly ways: readonly Way[];
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

/** How one rule of the grammar is read. */
export interface RuleProgram {
  readonly type: string;
  readonly lists: readonly string[];
  step: Step;
}

const programs = new Map<string, RuleProgram>();
const giveUp = step(ops.giveUp, {});

/** The program of a rule. */
export function programOf(rule: string): RuleProgram {
  let program = programs.get(rule);
  if (program) return program;
  // Noted before it is linked: rules may hold one another.
  programs.set(rule, (program = { type: rule, lists: tables.lists[rule] ?? [], step: giveUp }));
  program.step = link(elementOf(rule), rule, []);
  return program;
}

/** Links an element of a rule, behind which the elements of `rest` stand. */
function link(element: Element, rule: string, rest: readonly Element[]): Step {
  switch (element.kind) {
    case 'keyword': {
      const schema = rules[rule];
      const property = schema && propertyByKey(schema, element.keyword);
      const feature = property?.form === 'value' ? property.feature : undefined;
      return step(ops.keyword, { kinds: kindsOf(element).set, keyword: element.keyword, feature });
    }
    case 'assign':
      return linkAssignment(element, rule);
    case 'sequence': {
      const { elements } = element;
      const steps = elements.map((one, i) => link(one, rule, [...elements.slice(i + 1), ...rest]));
      return step(ops.sequence, { steps });
    }
    case 'choice':
      return linkChoice(alternatives(element), rule, rest);
    case 'optional':
    case 'many':
      return linkOptional(element, rule, rest);
    case 'fragment':
      return link(elementOf(element.rule), rule, rest);
    case 'unknown':
      return giveUp;
  }
}

function linkAssignment(element: Assignment, rule: string): Step {
  const { feature, operator, type, node } = element;
  const schema = rules[rule];
  const property = schema && propertyByFeature(schema, feature);
  const blockKey = property?.form === 'block' && property.key ? property.key : undefined;
  const base = { feature, list: operator === '+=', blockKey };
  if (node) return step(ops.node, { ...base, rule: programOf(node) });
  const kinds = kindsOf(element).set;
  if (type) return step(ops.reference, { ...base, kinds, type });
  const schemas = property?.values ?? schema?.values[feature] ?? [];
  return step(ops.value, { ...base, kinds, flag: operator === '?=', schemas });
}

/** The ways of a choice, with choices inside it and fragments put in their place. */
function alternatives(element: Element): readonly Element[] {
  if (element.kind === 'choice') return element.elements.flatMap(alternatives);
  if (element.kind === 'fragment') return alternatives(elementOf(element.rule));
  return [element];
}

function linkChoice(elements: readonly Element[], rule: string, rest: readonly Element[]): Step {
  const ways = elements.map(element => ({ step: link(element, rule, rest), elements: [element] }));
  const waysByKind = new Map<number, (typeof ways)[number][]>();
  for (const way of ways) {
    for (const kind of new Set(beginnings(way.elements).flatMap(({ list }) => list))) {
      const others = waysByKind.get(kind);
      if (others) others.push(way);
      else waysByKind.set(kind, [way]);
    }
  }
  const kinds = emptySet();
  const steps = [giveUp];
  const numbers = new Map<string, number>();
  for (const [kind, fitting] of waysByKind) {
    const id = fitting.map(way => ways.indexOf(way)).join();
    let number = numbers.get(id);
    if (number === undefined) {
      numbers.set(id, (number = steps.length));
      steps.push(
        fitting.length === 1
          ? (fitting[0] as (typeof ways)[number]).step
          : step(ops.decide, { decision: new Decision(fitting) }),
      );
    }
    kinds[kind] = number;
  }
  return step(ops.choice, { kinds, steps });
}

function linkOptional(repeated: Repeated, rule: string, rest: readonly Element[]): Step {
  const { kind, element } = repeated;
  const isMany = kind === 'many';
  const behind = isMany ? [repeated, ...rest] : rest;
  const inner = link(element, rule, behind);
  const own = beginnings([element]);
  const kinds = own.length === 1 ? (own[0] as (typeof own)[number]).set : setOf(own.flatMap(({ list }) => list));
  const isOpen = beginnings(rest).some(({ list }) => list.some(other => kinds[other]));
  const decision = isOpen
    ? new Decision([
        { step: inner, elements: [element, ...behind] },
        { step: undefined, elements: rest },
      ])
    : undefined;
  return step(isMany ? ops.many : ops.optional, { kinds, steps: [inner], decision });
}
