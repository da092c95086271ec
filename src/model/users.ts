/** Who refers to a name, and as what: for each block the types of its references, as bits. Nothing is allocated for none or one. */
import type { Block } from './block.ts';

export class Users {
  private block: Block | undefined;
  private types = 0;
  private more: Map<Block, number> | undefined;

  get size(): number {
    return this.more ? this.more.size : this.block ? 1 : 0;
  }

  has(block: Block): boolean {
    return this.more ? this.more.has(block) : this.block === block;
  }

  /** Adds a reference of a block; `type` is the bit of the reference's type. */
  add(block: Block, type: number): void {
    if (this.more) this.more.set(block, (this.more.get(block) ?? 0) | type);
    else if (this.block === undefined || this.block === block) {
      this.block = block;
      this.types |= type;
    } else {
      this.more = new Map([
        [this.block, this.types],
        [block, type],
      ]);
      this.block = undefined;
    }
  }

  /** Removes all references of a block. */
  delete(block: Block): void {
    if (this.more) this.more.delete(block);
    else if (this.block === block) {
      this.block = undefined;
      this.types = 0;
    }
  }

  /** The blocks with a reference of one of the types, given as bits; all of them by default. */
  *[Symbol.iterator](): Iterator<Block> {
    yield* this.as(-1);
  }

  *as(types: number): Iterable<Block> {
    if (this.more) {
      for (const [block, own] of this.more) if (own & types) yield block;
    } else if (this.block && this.types & types) yield this.block;
  }
}
