import { testThatEachIsCaught } from './caught.ts';
import { faultMutants } from './fault-mutants.ts';

testThatEachIsCaught(faultMutants, 'checkWithFaults');
