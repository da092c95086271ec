/** The blocks of one kind, in the order of the ISMS. Changes are put in when the list is next asked for, when all blocks stand where they belong. */
import { type Block, compareBlocks } from './block.ts';

/** Up to how many new blocks are put in one by one; for more the list is sorted. */
const few = 20;

export class Members {
  private sorted: readonly Block[] = [];
  private readonly added: Block[] = [];
  private haveMoved = false;

  get size(): number {
    return this.sorted.length + this.added.length;
  }

  add(block: Block): void {
    this.added.push(block);
  }

  delete(block: Block): void {
    const at = this.added.indexOf(block);
    if (at >= 0) this.added.splice(at, 1);
    else this.sorted = this.sorted.filter(member => member !== block);
  }

  /** Some stand elsewhere among the others than before. */
  move(): void {
    this.haveMoved = true;
  }

  /** All of them; never changed afterwards, so that whoever goes through it may change the ISMS. */
  inOrder(): readonly Block[] {
    if (this.haveMoved || this.added.length > few) this.sorted = [...this.sorted, ...this.added].sort(compareBlocks);
    else for (const block of this.added) this.sorted = this.sorted.toSpliced(this.placeOf(block), 0, block);
    this.added.length = 0;
    this.haveMoved = false;
    return this.sorted;
  }

  /** The number of those that come before a block. */
  private placeOf(block: Block): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareBlocks(this.sorted[middle] as Block, block) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
