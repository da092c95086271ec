/** Who refers to a name, and as what: for each block the types of its references, as bits (see reference-types.ts). */

/** What blocks refer to. */
export class Referenced<User extends object> {
  /** Made for the first user, since there are as many names as declarations. */
  private typesByUser: Map<User, number> | undefined;

  get userCount(): number {
    return this.typesByUser?.size ?? 0;
  }

  /** Adds a reference of a block; `type` is the bit of the reference's type. */
  addUser(block: User, type: number): void {
    this.typesByUser ??= new Map();
    this.typesByUser.set(block, (this.typesByUser.get(block) ?? 0) | type);
  }

  /** Removes all references of a block. */
  deleteUser(block: User): void {
    this.typesByUser?.delete(block);
    if (!this.typesByUser?.size) this.typesByUser = undefined;
  }

  /** The blocks with a reference of one of the types, given as bits; all of them by default. In no order. */
  users(types = -1): readonly User[] {
    const found: User[] = [];
    for (const [block, own] of this.typesByUser ?? []) if (own & types) found.push(block);
    return found;
  }

  /** Whether one of these blocks passes a test; none is looked at after the first that does. */
  someUser(types: number, test: (block: User) => boolean): boolean {
    for (const [block, own] of this.typesByUser ?? []) if (own & types && test(block)) return true;
    return false;
  }
}
