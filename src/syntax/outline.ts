/** What the index has to know of a declaration: its kind, the names that it declares, and those that it refers to. */

import type { Kind } from '../model/declaration.ts';
import type { NodeProgram, Step } from './light/program.ts';
import { LightWalker } from './light/walker.ts';

/** A name, with the type of what has it, or with the type of the reference. */
export interface Named {
  readonly name: string;
  readonly type: string;
}

/** A name that is declared. */
export interface Declared extends Named {
  /** Where it stands, in UTF-16 code units from the beginning of the declaration. */
  readonly start: number;
  /** The title of what has the name, as written; empty if there is none. */
  readonly title: string;
}

export interface Outline {
  readonly kind: Kind;
  /** In the order of `$definitions` of the declaration. */
  readonly definitions: readonly Declared[];
  /** In the order of `$references` of the declaration. */
  readonly references: readonly Named[];
}

/** Outlines a declaration, from one offset of a text to another; undefined if it is damaged or in any way unusual. */
export const outlineOf = (text: string, from = 0, to = text.length): Outline | undefined =>
  outliner.outline(text, from, to);

class Outliner extends LightWalker {
  private kind: string | undefined;
  private definitions: Declared[] = [];
  private references: Named[] = [];
  /** Names of nodes that are not read to their end, and where they stand. */
  private readonly names: string[] = [];
  private readonly starts: number[] = [];
  /** The title of the node that is being read, as written. */
  private title = '';

  outline(text: string, from: number, to: number): Outline | undefined {
    const definitions: Declared[] = (this.definitions = []);
    const references: Named[] = (this.references = []);
    this.names.length = 0;
    this.starts.length = 0;
    if (!this.walk(text, from, to)) return undefined;
    return { kind: this.kind as Kind, definitions, references };
  }

  protected node(program: NodeProgram): boolean {
    const { names, starts, title: outer } = this;
    const own = names.length;
    this.title = '';
    if (!this.inside(program)) return false;
    this.kind = program.type;
    for (let i = own; i < names.length; i++) {
      const { title } = this;
      this.definitions.push({ name: names[i] as string, type: program.type, start: starts[i] as number, title });
    }
    names.length = starts.length = own;
    this.title = outer;
    return true;
  }

  protected value({ feature }: Step): void {
    if (feature === 'names') {
      this.names.push(this.written());
      this.starts.push(this.start);
    } else if (feature === 'title' && !this.title) this.title = this.written();
  }

  protected reference({ type }: Step): void {
    this.references.push({ name: this.written(), type });
  }

  protected key(): void {}
}

const outliner = new Outliner();
