/** What the index has to know of a declaration: its kind, the names that it declares, and those that it refers to. */
import type { RuleProgram, Step } from '../language/light/program.ts';
import type { Kind } from './declaration.ts';
import { LightWalker } from './light-walker.ts';

/** A name, with the rule that makes what has it, or with the type of the reference. */
export interface Named {
  readonly name: string;
  readonly type: string;
}

export interface Outline {
  readonly kind: Kind;
  /** In the order of `$definitions` of the declaration. */
  readonly definitions: readonly Named[];
  /** In the order of `$references` of the declaration. */
  readonly references: readonly Named[];
}

/** Outlines a declaration, from one offset of a text to another; undefined if it is damaged or in any way unusual. */
export const outlineOf = (text: string, from = 0, to = text.length): Outline | undefined =>
  outliner.outline(text, from, to);

class Outliner extends LightWalker {
  private kind: string | undefined;
  private definitions: Named[] = [];
  private references: Named[] = [];
  /** Names of nodes that are not read to their end. */
  private readonly names: string[] = [];

  outline(text: string, from: number, to: number): Outline | undefined {
    const definitions: Named[] = (this.definitions = []);
    const references: Named[] = (this.references = []);
    this.names.length = 0;
    if (!this.walk(text, from, to)) return undefined;
    return { kind: this.kind as Kind, definitions, references };
  }

  protected node(program: RuleProgram): boolean {
    const { names } = this;
    const own = names.length;
    if (!this.inside(program)) return false;
    this.kind = program.type;
    for (let i = own; i < names.length; i++) {
      this.definitions.push({ name: names[i] as string, type: program.type });
    }
    names.length = own;
    return true;
  }

  protected value({ feature }: Step): void {
    if (feature === 'names') this.names.push(this.written());
  }

  protected reference({ type }: Step): void {
    this.references.push({ name: this.written(), type });
  }

  protected key(): void {}
}

const outliner = new Outliner();
