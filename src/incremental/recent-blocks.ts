/** The blocks whose declarations are held, the longest held first. */

/** How many declarations stay in memory beyond a piece of work, so that the next keystroke in a much used name finds them: a few megabytes. */
const usual = 2000;

/** How many while a whole ISMS is checked: each is soon done with, and what stays has to be moved when garbage is collected. */
export const fewBlocks = 100;

interface Holder {
  release(): void;
}

export class RecentBlocks {
  private readonly blocks: Holder[] = [];

  note(block: Holder): void {
    this.blocks.push(block);
  }

  /**
   * Releases what is too much. To be called between pieces of work: within one, a declaration that was seen twice has to be the
   * same object.
   */
  trim(most = usual): void {
    if (this.blocks.length <= 2 * most) return;
    this.release(this.blocks.length - most);
  }

  /** Releases all; to be called when a long piece of work is done. */
  clear(): void {
    this.release(this.blocks.length);
  }

  private release(count: number): void {
    for (const block of this.blocks.splice(0, count)) block.release();
  }
}
