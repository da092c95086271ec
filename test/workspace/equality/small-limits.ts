/** No faults, but limits so small that the few declarations of a test are many: the same has to come out. */
import type { Mutant } from '../../mutant.ts';

export const small: readonly Mutant[] = [
  {
    what: 'keeps few declarations',
    file: 'incremental/recent-blocks.ts',
    find: 'const usual = 2000;',
    put: 'const usual = 2;',
  },
  {
    what: 'keeps few declarations while all are checked',
    file: 'incremental/recent-blocks.ts',
    find: 'export const fewBlocks = 100;',
    put: 'export const fewBlocks = 1;',
  },
  { what: 'keeps few users', file: 'incremental/lookup.ts', find: 'const few = 8;', put: 'const few = 0;' },
  {
    what: 'puts in few members one by one',
    file: 'incremental/members.ts',
    find: 'const few = 20;',
    put: 'const few = 1;',
  },
  {
    what: 'puts in few names at once',
    file: 'incremental/sorted-names.ts',
    find: 'if (changes.length > 20)',
    put: 'if (changes.length > 1)',
  },
  {
    what: 'takes few names for near',
    file: 'incremental/tracking.ts',
    find: 'const near = 60;',
    put: 'const near = 2;',
  },
  {
    what: 'copies for few pieces',
    file: 'syntax/text/chunked-text.ts',
    find: 'else if (added.length < 1000)',
    put: 'else if (added.length < 2)',
  },
  {
    what: 'copies for few lines',
    file: 'syntax/text/line-index.ts',
    find: 'if (added < 1000) {',
    put: 'if (added < 2) {',
  },
];
