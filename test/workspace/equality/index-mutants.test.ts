import { testThatEachIsCaught } from './caught.ts';
import { indexMutants } from './index-mutants.ts';

testThatEachIsCaught(indexMutants);
