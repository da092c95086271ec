/** Where the items of a declaration begin: its keys, flags, blocks, and the lines of scales, matrices and mappings. */

import { nodeTypes, propertyByFeature } from '../../language/schema.ts';
import type { NodeProgram, Step } from '../light/program.ts';
import { LightWalker } from '../light/walker.ts';

/**
 * The offsets at which items begin, in a declaration that stands from one offset of a text to another; undefined if it is damaged. Found by
 * following the grammar, so that a new kind or key needs nothing here.
 */
export const itemStarts = (text: string, from: number, to: number): ReadonlySet<number> | undefined =>
  finder.find(text, from, to);

class ItemFinder extends LightWalker {
  private starts = new Set<number>();
  private origin = 0;
  /** The node type that is being read. */
  private type = '';

  find(text: string, from: number, to: number): ReadonlySet<number> | undefined {
    this.starts = new Set([from]);
    this.origin = from;
    this.type = '';
    return this.walk(text, from, to) ? this.starts : undefined;
  }

  protected key(): void {
    this.note();
  }

  protected value({ flag }: Step): void {
    if (flag) this.note();
  }

  protected reference(): void {}

  protected node(program: NodeProgram, step: Step | undefined): boolean {
    const around = this.type;
    if (step && isItem(around, step)) this.note();
    this.type = program.type;
    const isRead = this.inside(program);
    this.type = around;
    return isRead;
  }

  private note(): void {
    this.starts.add(this.origin + this.start);
  }
}

/** Whether a node is a block, a nested declaration, or a line without a key, and no value behind a key. */
function isItem(around: string, { feature }: Step): boolean {
  const nodeType = nodeTypes[around];
  const property = nodeType && propertyByFeature(nodeType, feature ?? '');
  return property !== undefined && (property.form === 'block' || !property.key);
}

const finder = new ItemFinder();
