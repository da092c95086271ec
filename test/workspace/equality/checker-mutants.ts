/** Faults in what is checked again, and in the notes of what was read. */
import type { Mutant } from '../../mutant.ts';

const causes = 'incremental/causes.ts';
const checker = 'incremental/checker.ts';
const queries = 'incremental/queries.ts';
const tracking = 'incremental/tracking.ts';
const keySets = 'incremental/key-sets.ts';

export const checkMutants: readonly Mutant[] = [
  {
    what: 'forgets what a declaration read of the whole ISMS',
    file: checker,
    find: '    this.keySets.assign(cell, this.blockNotes.keys);\n',
    put: '',
  },
  {
    what: 'forgets which names a declaration read from far away',
    seed: 7,
    file: checker,
    find: '    this.exchangeSymbols(cell, this.blockNotes.symbols);\n',
    put: '',
  },
  {
    what: 'does not compute again a query that reads another one',
    seed: 5,
    file: queries,
    find: 'work.push(`query:',
    put: 'void (`query:',
  },
  {
    what: 'keeps the value that a query had first',
    file: queries,
    find: 'if (!equalData(cell.value, value)) cell.value = value;',
    put: 'cell.value ??= value;',
  },
  {
    what: 'does not say that the value of a query differs',
    file: queries,
    find: 'if (cell.value !== value || !sameFailure(cell.failure, failure))',
    put: 'if (false)',
  },
  {
    what: 'does not tell the readers of lists of names',
    file: checker,
    find: '    for (const type of delta.names) keys.add(namesKey(type));\n',
    put: '',
  },
  {
    what: 'does not tell who counted',
    file: checker,
    find: '    for (const kind of delta.members) keys.add(countKey(kind));\n',
    put: '',
  },
  {
    what: 'does not tell who read all of a kind',
    file: checker,
    find: '    for (const kind of delta.kinds) keys.add(kindKey(kind));\n',
    put: '',
  },
  {
    what: 'does not tell the readers of projections',
    file: checker,
    find: 'for (const name of delta.projections)',
    put: 'for (const name of [])',
  },
  {
    what: 'checks only the first of the changed declarations',
    file: checker,
    find: 'for (const block of delta.dirty) for (const cell of this.cellsOf(block)) dirty.set(cell, undefined);',
    put: 'for (const block of [...delta.dirty].slice(0, 1)) for (const cell of this.cellsOf(block)) dirty.set(cell, undefined);',
  },
  {
    what: 'does not tell that a finding mentions another place',
    file: checker,
    find: '  related.map(({ block, name, message: text }) => [block.file.uri, name, text]),\n',
    put: '',
  },
  {
    what: 'does not tell that a message differs',
    file: checker,
    find: '  start,\n  end,\n  message,\n',
    put: '  start,\n  end,\n',
  },
  {
    what: 'loses what is changed between two steps',
    seed: 7,
    file: checker,
    find: '    const delta = this.isms.takeDelta();\n    const everything',
    put: '    const delta = this.isms.takeDelta();\n    yield;\n    if (!delta.isFirst) this.isms.takeDelta();\n    const everything',
  },
  {
    what: 'does not note who asked for the users of a name',
    seed: 7,
    file: tracking,
    find: '    if (!this.defines(symbol)) this.note(symbol);\n  }\n\n  private defines',
    put: '  }\n\n  private defines',
  },
  {
    what: 'takes whoever refers to a name for one that is told of its users',
    seed: 7,
    file: tracking,
    find: '  users(symbol: Sym): void {\n    this.history.lookups |= usersLookup;\n    if (!this.defines(symbol))',
    put: '  users(symbol: Sym): void {\n    this.history.lookups |= usersLookup;\n    if (!this.block?.symbols.includes(symbol) && !this.defines(symbol))',
  },
  {
    what: 'does not note that a rule looked names up',
    file: tracking,
    find: '    this.history.lookups |= lookupBit(type);\n',
    put: '',
  },
  {
    what: 'does not note what a rule has read of the whole ISMS',
    file: tracking,
    find: '    this.history.keys.add(key);\n',
    put: '',
  },
  {
    what: 'does not note who looked for a file',
    file: tracking,
    find: "      source.notes.key('files');\n",
    put: '',
  },
  {
    what: 'does not note who asked for the day',
    file: tracking,
    find: "      source.notes.key('asOf');\n",
    put: '',
  },
  {
    what: 'keeps a reader of what it no longer reads, and loses it for what it reads now',
    file: keySets,
    find: '    if (set !== this.empty) set.readers.add(reader);\n',
    put: '',
  },
  {
    what: 'loses what the other rules found when it runs some of them again',
    file: checker,
    find: 'const kept = cell.findings.filter(finding => !again.has(finding.rule));',
    put: 'const kept: Finding[] = [];',
  },
  {
    what: 'keeps what a rule found before it is run again',
    file: checker,
    find: 'const kept = cell.findings.filter(finding => !again.has(finding.rule));',
    put: 'const kept = cell.findings;',
  },
  {
    what: 'forgets what the other rules read when it runs some of them again',
    seed: 33,
    file: checker,
    find: 'this.blockNotes.begin(block, again.keptOf(cell.keys, this.keySets), cell.symbols);',
    put: 'this.blockNotes.begin(block);',
  },
  {
    what: 'keeps noted what is read anew, not what the other rules read',
    file: causes,
    find: 'this.others.some(({ history }) => history.keys.has(key))',
    put: 'this.rules.some(({ history }) => history.keys.has(key))',
  },
  {
    what: 'runs again what one of two reasons concerns',
    file: causes,
    find: 'union = new Causes(this.lookups | other.lookups, [...this.keys, ...other.keys]);',
    put: 'union = this;',
  },
  {
    what: 'does not see that a rule asked for users',
    file: tracking,
    find: 'users(symbol: Sym): void {\n    this.history.lookups |= usersLookup;',
    put: 'users(symbol: Sym): void {',
  },
  {
    what: 'does not compute again what was asked for before the first check',
    seed: 34,
    file: checker,
    find: 'if (all) this.queries.addChanged(keys, everything);',
    put: '',
  },
];
