/**
 * Who refers to a name, and as what: for each block the types of its references, as bits. Most names have few users: these take little
 * memory.
 */
import type { Block } from './block.ts';

/** Users and their types in turn. */
type Pairs = (Block | number)[];

/** Up to how many users a list is copied when one more comes: a list that grows takes room for many more. */
const few = 16;

/** Up to how many users a list is quicker than a map, or little slower, and much smaller. */
const many = 256;

/** What blocks refer to. */
export class Referenced {
  private firstUser: Block | undefined;
  private firstTypes = 0;
  /** The users behind the first one. */
  private moreUsers: Pairs | Map<Block, number> | undefined;

  get userCount(): number {
    const { firstUser, moreUsers } = this;
    if (!firstUser) return 0;
    return 1 + (moreUsers instanceof Map ? moreUsers.size : (moreUsers?.length ?? 0) / 2);
  }

  /** Adds a reference of a block; `type` is the bit of the reference's type. */
  addUser(block: Block, type: number): void {
    if (!this.firstUser || this.firstUser === block) {
      this.firstUser = block;
      this.firstTypes |= type;
      return;
    }
    const { moreUsers } = this;
    if (moreUsers instanceof Map) {
      moreUsers.set(block, (moreUsers.get(block) ?? 0) | type);
      return;
    }
    const at = moreUsers?.indexOf(block) ?? -1;
    if (moreUsers && at >= 0) moreUsers[at + 1] = (moreUsers[at + 1] as number) | type;
    else this.moreUsers = added(moreUsers ?? [], block, type);
  }

  /** Removes all references of a block. */
  deleteUser(block: Block): void {
    const { moreUsers } = this;
    if (this.firstUser !== block) {
      if (moreUsers instanceof Map) moreUsers.delete(block);
      else if (moreUsers) removePair(moreUsers, moreUsers.indexOf(block));
      return;
    }
    const [next, types] = moreUsers instanceof Map ? (moreUsers.entries().next().value ?? []) : (moreUsers ?? []);
    this.firstUser = undefined;
    if (next) this.deleteUser(next as Block);
    this.firstUser = next as Block | undefined;
    this.firstTypes = (types as number | undefined) ?? 0;
  }

  /** The blocks with a reference of one of the types, given as bits; all of them by default. In no order. */
  users(types = -1): readonly Block[] {
    const found: Block[] = [];
    this.someUser(types, block => {
      found.push(block);
      return false;
    });
    return found;
  }

  /** Whether one of these blocks passes a test; none is looked at behind the first that does. */
  someUser(types: number, test: (block: Block) => boolean): boolean {
    const { firstUser, moreUsers } = this;
    if (!firstUser) return false;
    if (this.firstTypes & types && test(firstUser)) return true;
    if (moreUsers instanceof Map) {
      for (const [block, own] of moreUsers) if (own & types && test(block)) return true;
    } else if (moreUsers) {
      for (let i = 0; i < moreUsers.length; i += 2) {
        if ((moreUsers[i + 1] as number) & types && test(moreUsers[i] as Block)) return true;
      }
    }
    return false;
  }
}

/** The users with one more. */
function added(pairs: Pairs, block: Block, type: number): Pairs | Map<Block, number> {
  const count = pairs.length / 2;
  if (count < few) return pairs.concat(block, type);
  if (count === many) return mapOf(pairs).set(block, type);
  pairs.push(block, type);
  return pairs;
}

/** The last pair takes the place of the one that goes. */
function removePair(pairs: Pairs, at: number): void {
  if (at < 0) return;
  const types = pairs.pop() as number;
  const block = pairs.pop() as Block;
  if (at === pairs.length) return;
  pairs[at] = block;
  pairs[at + 1] = types;
}

function mapOf(pairs: Pairs): Map<Block, number> {
  const map = new Map<Block, number>();
  for (let i = 0; i < pairs.length; i += 2) map.set(pairs[i] as Block, pairs[i + 1] as number);
  return map;
}
