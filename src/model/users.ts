/** Who refers to a name, and as what: for each block the types of its references, as bits. Most names have few users: these take little memory. */
import type { Block } from './block.ts';

/** Up to how many users a list is quicker than a map. */
const few = 8;

export class Users {
  private block: Block | undefined;
  private types = 0;
  /** The users behind the first one. */
  private more: Pairs | Map<Block, number> | undefined;

  get size(): number {
    return this.block === undefined ? 0 : 1 + (this.more?.size ?? 0);
  }

  has(block: Block): boolean {
    return this.block === block || this.more?.get(block) !== undefined;
  }

  /** Adds a reference of a block; `type` is the bit of the reference's type. */
  add(block: Block, type: number): void {
    if (this.block === undefined || this.block === block) {
      this.block = block;
      this.types |= type;
      return;
    }
    this.more ??= new Pairs();
    if (this.more instanceof Pairs && this.more.size === few) this.more = new Map(this.more.entries());
    this.more.set(block, (this.more.get(block) ?? 0) | type);
  }

  /** Removes all references of a block. */
  delete(block: Block): void {
    if (this.block !== block) {
      this.more?.delete(block);
      return;
    }
    this.block = undefined;
    this.types = 0;
    for (const [next, types] of this.more?.entries() ?? []) {
      this.more?.delete(next);
      this.add(next, types);
      return;
    }
  }

  /** The blocks with a reference of one of the types, given as bits; all of them by default. */
  *[Symbol.iterator](): Iterator<Block> {
    yield* this.as(-1);
  }

  *as(types: number): Iterable<Block> {
    if (this.block && this.types & types) yield this.block;
    if (this.more) for (const [block, own] of this.more.entries()) if (own & types) yield block;
  }
}

/** A map of few entries, as one list of keys and values in turn. */
class Pairs {
  private list: readonly (Block | number)[] = [];

  get size(): number {
    return this.list.length / 2;
  }

  get(block: Block): number | undefined {
    const at = this.list.indexOf(block);
    return at < 0 ? undefined : (this.list[at + 1] as number);
  }

  set(block: Block, types: number): void {
    const at = this.list.indexOf(block);
    // A copy, since a list that grows takes room for many more.
    this.list = at < 0 ? this.list.concat(block, types) : this.list.with(at + 1, types);
  }

  delete(block: Block): void {
    const at = this.list.indexOf(block);
    if (at >= 0) this.list = this.list.toSpliced(at, 2);
  }

  *entries(): Iterable<[Block, number]> {
    for (let i = 0; i < this.list.length; i += 2) yield [this.list[i] as Block, this.list[i + 1] as number];
  }
}
