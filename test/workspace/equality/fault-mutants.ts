/** Faults in how rules that throw are contained, told, and tried again. */
import type { Mutant } from '../../mutant.ts';

const checker = 'incremental/checker.ts';
const failures = 'incremental/failures.ts';
const queries = 'incremental/queries.ts';

export const faultMutants: readonly Mutant[] = [
  {
    what: 'loses what an update that was broken off had taken',
    file: checker,
    find: 'const wasBroken = this.isBroken;',
    put: 'const wasBroken = false;',
  },
  {
    what: 'loses the files in which an update that was broken off had found something',
    file: 'workspace/workspace.ts',
    find: '    // Kept until they are told: an update may be broken off.\n',
    put: '    this.changedFiles.clear();\n',
  },
  {
    what: 'loses what the other rules found where one fails',
    file: checker,
    find: 'this.found = this.found?.filter(finding => finding.rule !== failed);',
    put: 'this.found = undefined;',
  },
  {
    what: 'does not run the rules after one that fails',
    file: checker,
    find: 'next = Math.max(next, at) + 1;',
    put: 'return this.found ?? noFindings;',
  },
  {
    what: 'does not note what a rule had read until it failed',
    file: checker,
    find: 'this.failures.note(cell, failed, error);',
    put: 'this.failures.note(cell, failed, error);\n        this.blockNotes.begin(cell.block);',
  },
  {
    what: 'keeps a failure after the rule works again',
    file: checker,
    find: '    this.failures.forget(cell, rules);\n',
    put: '',
  },
  {
    what: 'keeps the failure of what is gone',
    file: checker,
    find: '      this.failures.forget(cell);\n',
    put: '',
  },
  {
    what: 'does not try again what failed for a reason that nobody notes',
    file: checker,
    find: 'this.failures.toTryAgain(triedAgain,',
    put: 'this.failures.toTryAgain(0,',
  },
  {
    what: 'tries again only some of what failed when the fault is gone',
    file: checker,
    find: 'for (const cell of this.failures.recovered()) {',
    put: 'for (const cell of [] as Cell[]) {',
  },
  {
    what: 'tells of a failure wherever a rule failed',
    file: 'workspace/block-findings.ts',
    find: 'if (failure.block === block)',
    put: 'if (failure.block.file === block.file)',
  },
  {
    what: 'tells of a failure where it came first in time',
    file: failures,
    find: 'if (!errors.size || (first && compareBlocks(cell.block, first.block) < 0)) failures.first = cell;',
    put: 'if (!errors.size) failures.first = cell;',
  },
  {
    what: 'does not tell that a failure is gone',
    seed: 3,
    file: failures,
    find: '    for (const { block } of before.values()) files.add(block.file.uri);\n',
    put: '',
  },
  {
    what: 'does not tell that a failure is told elsewhere',
    file: failures,
    find: '      if (known) files.add(known.block.file.uri);\n',
    put: '',
  },
  {
    what: 'does not tell of a failure',
    file: failures,
    find: '      files.add(uri);\n',
    put: '',
  },
  {
    what: 'keeps the failure of a query that works again',
    file: queries,
    find: '      cell.failure = undefined;\n',
    put: '',
  },
  {
    what: 'keeps the first failure of a query',
    file: queries,
    find: 'cell.failure = { error };',
    put: 'cell.failure ??= { error };',
  },
  {
    what: 'does not say that a query fails, or works again',
    file: queries,
    find: ' || !sameFailure(cell.failure, failure)) keys',
    put: ') keys',
  },
  {
    what: 'takes one failure of a projection for another',
    file: 'incremental/projections.ts',
    find: '    this.reason =',
    put: '    void',
  },
];
