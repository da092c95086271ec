/** The fast reader: takes one undamaged declaration straight into the model. It is never a second opinion beside Langium's. */
import { newNode } from '../../language/generated/nodes.ts';
import type { AnyNode, Definition, Key, Located, Problem, Ref } from '../../model/declaration.ts';
import { addKey, finish, type ReadResult, readValue } from '../read-result.ts';
import type { NodeProgram, Step } from './program.ts';
import { LightWalker } from './walker.ts';

interface Fields {
  [feature: string]: unknown;
  $start: number;
  $end: number;
  readonly $keys: Key[];
}

/** Reads one declaration, from one offset of a text to another; undefined if it is damaged or in any way unusual. */
export const readLight = (text: string, from = 0, to = text.length): ReadResult | undefined =>
  reader.read(text, from, to);

class LightReader extends LightWalker {
  private definitions: Definition[] = [];
  private references: Ref[] = [];
  private problems: Problem[] = [];
  /** The node that is being read. */
  private fields: Fields | undefined;

  read(text: string, from: number, to: number): ReadResult | undefined {
    this.definitions = [];
    this.references = [];
    this.problems = [];
    const isRead = this.walk(text, from, to);
    const { fields, definitions, references, problems } = this;
    this.fields = undefined;
    return isRead ? finish(fields as unknown as AnyNode, { definitions, references, problems }, []) : undefined;
  }

  protected node(program: NodeProgram, step: Step | undefined): boolean {
    const around = this.fields;
    const { start } = this;
    const fields = newNode[program.type]?.() as Fields;
    fields.$start = start;
    this.fields = fields;
    if (!this.inside(program)) return false;
    fields.$end = this.reached;
    const node = fields as unknown as AnyNode;
    if (node.names) {
      for (const { value, start, end } of node.names) {
        this.definitions.push({ name: value, type: program.type, node, start, end });
      }
    }
    if (!step || !around) return true;
    this.fields = around;
    this.store(step, node);
    const { blockKey: key, feature } = step;
    if (key !== undefined) around.$keys.push({ feature: feature as string, key, start, end: start + key.length });
    return true;
  }

  protected reference(step: Step): void {
    const { start, end } = this;
    const ref: Ref = { name: this.written(), type: step.type, start, end, $symbol: undefined };
    this.references.push(ref);
    this.store(step, ref);
  }

  protected key({ feature, keyword }: Step): void {
    const { start, end } = this;
    addKey({ feature: feature as string, key: keyword, start, end }, (this.fields as Fields).$keys, this.problems);
  }

  protected value(step: Step): void {
    const { start, end } = this;
    const written = this.written();
    if (step.flag) {
      const value: Located<true> = { value: true, quoted: undefined, start, end };
      this.store(step, value);
      (this.fields as Fields).$keys.push({ feature: step.feature as string, key: written, start, end });
    } else this.store(step, readValue(written, start, step.schemas, step.key, this.problems));
  }

  /** A property given twice keeps its first value, a list all. */
  private store({ feature, list }: Step, value: unknown): void {
    const fields = this.fields as Fields;
    const before = fields[feature as string];
    if (!list) {
      if (before === undefined) fields[feature as string] = value;
    } else if ((before as unknown[]).length) (before as unknown[]).push(value);
    else fields[feature as string] = [value];
  }
}

const reader = new LightReader();
