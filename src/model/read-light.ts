/**
 * The fast reader: takes one undamaged declaration straight into the model. It gives up at anything else, which Langium
 * then reads; it is never a second opinion. src/language/light/program.ts says why both give the same.
 */
import { tables } from '../language/generated/tables.ts';
import { ops, programOf, type RuleProgram, type Step } from '../language/light/program.ts';
import { Tokens } from '../language/light/scanner.ts';
import { rules } from '../language/schema.ts';
import type { AnyNode, Definition, Key, Located, Problem, Ref } from './declaration.ts';
import { addKey, finish, type ReadResult, readValue } from './read-result.ts';

interface Fields {
  [feature: string]: unknown;
  $end: number;
  readonly $keys: Key[];
}

const ruleByKeyword = new Map(tables.top.map(name => [rules[name]?.keyword, name]));

/** Filled anew for each text; reading is not interrupted. */
const tokens = new Tokens();

/** Reads the text of one declaration; undefined if it is damaged or in any way unusual. */
export function readLight(text: string): ReadResult | undefined {
  if (!tokens.scan(text) || tokens.count === 0) return undefined;
  const rule = ruleByKeyword.get(text.slice(tokens.starts[0], tokens.ends[0]));
  if (rule === undefined) return undefined;
  const reader = new LightReader(text);
  const node = reader.node(programOf(rule));
  return node && reader.isAtEnd() ? finish(node, reader, []) : undefined;
}

class LightReader {
  readonly definitions: Definition[] = [];
  readonly references: Ref[] = [];
  readonly problems: Problem[] = [];

  private readonly text: string;
  private readonly kinds = tokens.kinds;
  private readonly starts = tokens.starts;
  private readonly ends = tokens.ends;
  /** The index of the next token. */
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    return this.at === tokens.count;
  }

  /** Reads a node; undefined if that fails. */
  node({ type, lists, step }: RuleProgram): AnyNode | undefined {
    const fields: Fields = { $type: type, $start: this.starts[this.at], $end: 0, $keys: [] };
    for (let i = 0; i < lists.length; i++) fields[lists[i] as string] = [];
    if (!this.read(step, fields)) return undefined;
    fields.$end = this.ends[this.at - 1] as number;
    const node = fields as unknown as AnyNode;
    if (node.names) {
      for (const { value, start, end } of node.names) this.definitions.push({ name: value, type, node, start, end });
    }
    return node;
  }

  /** Reads what a step says into the fields of a node. Returns whether it is there. */
  private read(step: Step, fields: Fields): boolean {
    const { at } = this;
    const kind = this.kinds[at] as number;
    switch (step.op) {
      case ops.sequence: {
        const { steps } = step;
        for (let i = 0; i < steps.length; i++) if (!this.read(steps[i] as Step, fields)) return false;
        return true;
      }
      case ops.keyword:
        if (!step.kinds[kind]) return false;
        if (step.feature !== undefined) this.key(step.feature, step.keyword, fields);
        this.at = at + 1;
        return true;
      case ops.value:
        if (!step.kinds[kind]) return false;
        store(step, this.value(step, fields), fields);
        this.at = at + 1;
        return true;
      case ops.reference:
        if (!step.kinds[kind]) return false;
        store(step, this.reference(step.type), fields);
        this.at = at + 1;
        return true;
      case ops.node:
        return this.child(step, fields);
      case ops.choice:
        return this.read(step.steps[step.kinds[kind] as number] as Step, fields);
      case ops.optional: {
        const way = this.wayInto(step);
        return way === undefined || this.read(way, fields);
      }
      case ops.many:
        for (let way = this.wayInto(step); way !== undefined; way = this.wayInto(step)) {
          if (!this.read(way, fields)) return false;
        }
        return true;
      case ops.decide: {
        const way = step.decision?.take(kind, this.kinds[at + 1] as number);
        return way !== undefined && this.read(way, fields);
      }
      case ops.giveUp:
        return false;
    }
  }

  /** What is to be read of an optional part; undefined if it is not there. */
  private wayInto({ kinds, decision, steps }: Step): Step | undefined {
    const kind = this.kinds[this.at] as number;
    if (!kinds[kind]) return undefined;
    return decision ? decision.take(kind, this.kinds[this.at + 1] as number) : steps[0];
  }

  private child(step: Step, fields: Fields): boolean {
    const start = this.starts[this.at] as number;
    const node = this.node(step.rule as RuleProgram);
    if (!node) return false;
    store(step, node, fields);
    const { blockKey: key, feature } = step;
    if (key !== undefined) fields.$keys.push({ feature: feature as string, key, start, end: start + key.length });
    return true;
  }

  private reference(type: string): Ref {
    const start = this.starts[this.at] as number;
    const end = this.ends[this.at] as number;
    const ref: Ref = { name: this.text.slice(start, end), type, start, end };
    this.references.push(ref);
    return ref;
  }

  private key(feature: string, key: string, fields: Fields): void {
    const start = this.starts[this.at] as number;
    const end = this.ends[this.at] as number;
    addKey({ feature, key, start, end }, fields.$keys, this.problems);
  }

  private value({ flag, feature, schemas }: Step, fields: Fields): Located<string | number | boolean> {
    const start = this.starts[this.at] as number;
    const end = this.ends[this.at] as number;
    const written = this.text.slice(start, end);
    if (!flag) return readValue(written, start, schemas, this.problems);
    fields.$keys.push({ feature: feature as string, key: written, start, end });
    return { value: true, start, end };
  }
}

/** A property given twice keeps its first value, a list all. */
function store({ feature, list }: Step, value: unknown, fields: Fields): void {
  if (list) (fields[feature as string] as unknown[]).push(value);
  else if (fields[feature as string] === undefined) fields[feature as string] = value;
}
