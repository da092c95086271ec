/**
 * Walks over the tokens of one undamaged declaration as the grammar's tables say, and leaves what is found to a subclass.
 * It gives up at anything else, which Langium then reads. program.ts says why both take the same ways.
 */
import { tables } from '../../language/generated/tables.ts';
import { nodeTypes } from '../../language/schema.ts';
import { type NodeProgram, ops, programOf, type Step } from './program.ts';
import { Tokens } from './scanner.ts';

const typeByKeyword = new Map(tables.top.map(name => [nodeTypes[name]?.keyword, name]));

/** Filled anew for each text; reading is not interrupted. */
const tokens = new Tokens();

export abstract class LightWalker {
  private text = '';
  /** Where the declaration begins in the text; places are told from here. */
  private base = 0;
  /** The index of the next token. */
  private at = 0;

  /** Takes a keyword that is the key of a feature. */
  protected abstract key(step: Step): void;
  /** Takes a value of one token. */
  protected abstract value(step: Step): void;
  /** Takes a name that refers to something. */
  protected abstract reference(step: Step): void;
  /** Takes a node: calls `inside` for what is in it. Tells whether that could be read. */
  protected abstract node(program: NodeProgram, step: Step | undefined): boolean;

  /** Walks over a stretch of text; tells whether it is one declaration in order. */
  protected walk(text: string, from: number, to: number): boolean {
    if (!tokens.scan(text, from, to) || tokens.count === 0) return false;
    const type = typeByKeyword.get(text.slice(tokens.starts[0], tokens.ends[0]));
    if (type === undefined) return false;
    this.text = text;
    this.base = from;
    this.at = 0;
    return this.node(programOf(type), undefined) && this.at === tokens.count;
  }

  /** The place of the next token. */
  protected get start(): number {
    return (tokens.starts[this.at] as number) - this.base;
  }

  protected get end(): number {
    return (tokens.ends[this.at] as number) - this.base;
  }

  /** Where the last token ends that was taken. */
  protected get reached(): number {
    return (tokens.ends[this.at - 1] as number) - this.base;
  }

  /** The text of the next token. */
  protected written(): string {
    return this.text.slice(tokens.starts[this.at], tokens.ends[this.at]);
  }

  /** Walks over what is in a node. Tells whether it is there. */
  protected inside({ step }: NodeProgram): boolean {
    return this.take(step);
  }

  private take(step: Step): boolean {
    const { at } = this;
    const kind = tokens.kinds[at] as number;
    switch (step.op) {
      case ops.sequence: {
        const { steps } = step;
        for (let i = 0; i < steps.length; i++) if (!this.take(steps[i] as Step)) return false;
        return true;
      }
      case ops.keyword:
        if (!step.kinds[kind]) return false;
        if (step.feature !== undefined) this.key(step);
        this.at = at + 1;
        return true;
      case ops.value:
        if (!step.kinds[kind]) return false;
        this.value(step);
        this.at = at + 1;
        return true;
      case ops.reference:
        if (!step.kinds[kind]) return false;
        this.reference(step);
        this.at = at + 1;
        return true;
      case ops.node:
        return this.node(step.program as NodeProgram, step);
      case ops.choice:
        return this.take(step.steps[step.kinds[kind] as number] as Step);
      case ops.optional: {
        const way = this.wayInto(step);
        return way === undefined || this.take(way);
      }
      case ops.many:
        for (let way = this.wayInto(step); way !== undefined; way = this.wayInto(step)) {
          if (!this.take(way)) return false;
        }
        return true;
      case ops.decide: {
        const way = step.decision?.take(kind, tokens.kinds[at + 1] as number);
        return way !== undefined && this.take(way);
      }
      case ops.giveUp:
        return false;
    }
  }

  /** What is to be read of an optional part; undefined if it is not there. */
  private wayInto({ kinds, decision, steps }: Step): Step | undefined {
    const kind = tokens.kinds[this.at] as number;
    if (!kinds[kind]) return undefined;
    return decision ? decision.take(kind, tokens.kinds[this.at + 1] as number) : steps[0];
  }
}
