/** A set that is small most of the time: nothing is allocated for none or one member. */
export class SmallSet<T extends object> {
  private members: T | Set<T> | undefined;

  get size(): number {
    if (this.members === undefined) return 0;
    return this.members instanceof Set ? this.members.size : 1;
  }

  has(member: T): boolean {
    return this.members === member || (this.members instanceof Set && this.members.has(member));
  }

  add(member: T): void {
    const { members } = this;
    if (members === undefined) this.members = member;
    else if (members instanceof Set) members.add(member);
    else if (members !== member) this.members = new Set([members, member]);
  }

  delete(member: T): void {
    const { members } = this;
    if (members === member) this.members = undefined;
    else if (members instanceof Set) members.delete(member);
  }

  *[Symbol.iterator](): Iterator<T> {
    const { members } = this;
    if (members instanceof Set) yield* members;
    else if (members !== undefined) yield members;
  }
}
