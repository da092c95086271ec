import { testThatEachIsCaught } from './caught.ts';
import { checkMutants } from './checker-mutants.ts';
import { workspaceMutants } from './workspace-mutants.ts';

testThatEachIsCaught([...checkMutants, ...workspaceMutants]);
