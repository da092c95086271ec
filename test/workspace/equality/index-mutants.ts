/** Faults in the index of names and in what a change touches. */
import type { Mutant } from '../../mutant.ts';

const isms = 'incremental/isms.ts';
const symbols = 'incremental/symbols.ts';
const users = 'incremental/users.ts';
const projections = 'incremental/projections.ts';
const sortedNames = 'incremental/sorted-names.ts';
const members = 'incremental/members.ts';

export const indexMutants: readonly Mutant[] = [
  {
    what: 'does not tell those that use an ISMS what it shares now',
    file: isms,
    find: '    if (this.usedBy.size && isShared(kind)) for (const user of this.usedBy) user.touchShared(block, kind);\n',
    put: '',
  },
  {
    what: 'does not check again what may be found in other ISMSs than before',
    file: isms,
    find: '    this.delta.hasOtherNeighbours = true;\n',
    put: '',
  },
  {
    what: 'goes on telling an ISMS that uses another one no more, and does not begin to',
    file: isms,
    find: 'for (const { isms } of neighbours.list) isms.setUser(this, true);',
    put: '',
  },
  {
    what: 'does not note what a declaration of another ISMS names',
    file: 'incremental/tracking.ts',
    find: 'isOwn(symbol) ? symbol : isms.symbols.intern(symbol.name)',
    put: 'symbol',
  },
  {
    what: 'does not tell who used the names that a declaration had',
    file: isms,
    find: '    if (!unchanged) this.touch(block, kind);\n    const isLinked',
    put: '    const isLinked',
  },
  {
    what: 'does not tell who uses the names that a declaration has now',
    seed: 30,
    file: isms,
    find: '    if (!isLinked) this.touch(block, kind);\n    this.noteProjections(this.delta, this.projections.take(block, next));',
    put: '    this.noteProjections(this.delta, this.projections.take(block, next));',
  },
  {
    what: 'does not take the new value of a projection',
    file: isms,
    find: 'this.noteProjections(this.delta, this.projections.take(block, next));',
    put: '',
  },
  {
    what: 'leaves the names of a declaration that is gone',
    file: isms,
    find: '      this.symbols.remove(block);\n      this.members',
    put: '      this.members',
  },
  {
    what: 'leaves the names that a declaration had before',
    file: isms,
    find: '      this.symbols.remove(block);\n      this.symbols.add(block, next',
    put: '      this.symbols.add(block, next',
  },
  {
    what: 'tells nobody that a declaration is gone',
    file: isms,
    find: '      this.touch(block, kind);\n      this.noteNames(block.definitions);\n      this.symbols.remove(block);',
    put: '      this.noteNames(block.definitions);\n      this.symbols.remove(block);',
  },
  {
    what: 'keeps a declaration that is gone among those of its kind',
    file: isms,
    find: '      this.members.get(kind)?.delete(block);\n',
    put: '',
  },
  {
    what: 'does not note that there is one fewer of a kind',
    file: isms,
    find: '?.delete(block);\n      this.noteMember(kind);',
    put: '?.delete(block);',
  },
  {
    what: 'does not note that there is one more of a kind',
    file: isms,
    find: '    this.noteMember(kind);\n    this.noteNames(definitions);\n    this.touch(block, kind);\n  }\n\n  /** A declaration may stand',
    put: '    this.noteNames(definitions);\n    this.touch(block, kind);\n  }\n\n  /** A declaration may stand',
  },
  {
    what: 'tells nobody that a declaration came',
    file: isms,
    find: '    this.noteNames(definitions);\n    this.touch(block, kind);\n  }\n\n  /** A declaration may stand',
    put: '    this.noteNames(definitions);\n  }\n\n  /** A declaration may stand',
  },
  {
    what: 'does not note the names of a declaration that came',
    seed: 5,
    file: isms,
    find: '    this.noteNames(definitions);\n    this.touch(block, kind);\n  }\n\n  /** A declaration may stand',
    put: '    this.touch(block, kind);\n  }\n\n  /** A declaration may stand',
  },
  {
    what: 'does not check again who refers to what changed',
    file: isms,
    find: 'for (const user of symbol.users()) this.noteNear(user, lookups);',
    put: '',
  },
  {
    what: 'does not check again what a changed declaration refers to',
    file: isms,
    find: 'for (const { block } of symbol.definitions) this.noteNear(block, anyLookup);',
    put: '',
  },
  {
    what: 'does not check again who read a name from far away',
    seed: 7,
    file: isms,
    find: 'for (const reader of symbol.readers ?? []) this.delta.readers.add(reader);',
    put: '',
  },
  {
    what: 'does not note the kind of what changed',
    file: isms,
    find: '    delta.kinds.add(kind);\n    if (this.usedBy',
    put: '    if (this.usedBy',
  },
  {
    what: 'leaves those sorted among which a declaration moved',
    file: members,
    find: '    this.haveMoved = true;\n',
    put: '',
  },
  {
    what: 'puts a declaration that came behind all others',
    file: members,
    find: 'this.sorted.toSpliced(this.placeOf(block), 0, block)',
    put: '[...this.sorted, block]',
  },
  {
    what: 'does not see that what changed has moved too',
    seed: 5,
    file: isms,
    find: '      if (heir && added.length > 1) work.push(() => this.noteMoved(heir));\n',
    put: '',
  },
  {
    what: 'keeps a user that is gone',
    file: symbols,
    find: '      symbol.deleteUser(block);\n',
    put: '',
  },
  {
    what: 'keeps a name of which the last declaration is gone',
    file: symbols,
    find: 'if (!symbol.definitions.some(definition => definition.type === type)) this.names(type).delete(symbol.name);',
    put: '',
  },
  {
    what: 'drops a name while another declaration has it',
    file: symbols,
    find: 'if (!symbol.definitions.some(definition => definition.type === type)) this.names(type)',
    put: 'this.names(type)',
  },
  {
    what: 'keeps the definition of a declaration that is gone',
    file: symbols,
    find: 'symbol.definitions = symbol.definitions.filter(definition => definition.block !== block);',
    put: '',
  },
  {
    what: 'takes the index for right where only what is declared is as before',
    file: isms,
    find: ' && sameNamed(a.$references, b.$references)',
    put: '',
  },
  {
    what: 'takes the index for right where only what is referred to is as before',
    file: isms,
    find: 'sameNamed(a.$definitions, b.$definitions) && ',
    put: '',
  },
  {
    what: 'takes no reference for a way to see what a name means',
    file: isms,
    find: '(bits, { type }) => bits | acceptingTypes(type)',
    put: 'bits => bits',
  },
  {
    what: 'sees only what references see of what a name means',
    file: isms,
    find: 'acceptingTypes(type), otherLookup)',
    put: 'acceptingTypes(type), 0)',
  },
  {
    what: 'keeps a user that no longer refers to the name',
    file: users,
    find: '    this.typesByUser?.delete(block);\n',
    put: '',
  },
  {
    what: 'forgets all users when one goes',
    file: users,
    find: 'if (!this.typesByUser?.size) this.typesByUser',
    put: 'this.typesByUser',
  },
  {
    what: 'tells nobody that projected values stand elsewhere',
    file: isms,
    find: '    if (!this.delta.isFirst) this.noteProjections(this.delta, this.projections.namesIn(block));\n',
    put: '',
  },
  {
    what: 'tells nobody that a projected value is gone',
    file: isms,
    find: '      this.noteMember(kind);\n      this.notePlace(block);\n',
    put: '      this.noteMember(kind);\n',
  },
  {
    what: 'tells nobody that a projected value came',
    file: isms,
    find: '    this.projections.take(block, declaration);\n    this.notePlace(block);\n',
    put: '    this.projections.take(block, declaration);\n',
  },
  {
    what: 'tells nobody that what is not read yet may have projected values',
    file: projections,
    find: 'projected[slot] !== undefined) : stores;',
    put: 'projected[slot] !== undefined) : [];',
  },
  {
    what: 'keeps the order of projected values',
    file: projections,
    find: '  for (const store of stores) store.sorted = undefined;\n',
    put: '',
  },
  {
    what: 'keeps the value that a projection had first',
    file: projections,
    find: '(equalData(before[slot], value) ? before[slot] : value)',
    put: '(before[slot] ?? value)',
  },
  {
    what: 'does not take a name off its list',
    file: sortedNames,
    find: 'this.pending.set(name, false);',
    put: 'this.pending.delete(name);',
  },
  {
    what: 'keeps what was near a text before names came or went',
    seed: 10,
    file: sortedNames,
    find: '    if (!this.pending.size) return;\n    this.last = undefined;',
    put: '    if (!this.pending.size) return;',
  },
  {
    what: 'hands out a list of names that changes',
    seed: 14,
    file: sortedNames,
    find: 'names.length <= 2 * each ? names.slice() :',
    put: 'names.length <= 2 * each ? names :',
  },
];
