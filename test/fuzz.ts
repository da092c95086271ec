/**
 * Looks for a sequence of steps after which something differs from a fresh start, in the core and in the server, for as long as one
 * likes: `npm run fuzz -- [minutes|runs] [seed]`, such as `30m`, or `5000` for that many sequences of each; 5 minutes by default.
 */
import { makeServices } from '../src/syntax/full/langium.ts';
import { provideLangium } from '../src/syntax/full/services.ts';
import { checkServer, checkServerWithFaults } from './server/equality/property.ts';
import type { Outcome, Trial } from './trial.ts';
import { check } from './workspace/equality/property.ts';

/** How many sequences are tried between two lines of output. */
const most = 500;

const properties: readonly [name: string, check: (trial: Trial) => Outcome | Promise<Outcome>][] = [
  ['workspace', check],
  ['server', checkServer],
  ['server among faults', checkServerWithFaults],
];

async function fuzz(amount: string, firstSeed: number): Promise<boolean> {
  const minutes = /^(\d+)m$/.exec(amount)?.[1];
  const runs = minutes ? Number.POSITIVE_INFINITY : Number(amount);
  if (!(runs > 0) || !Number.isInteger(firstSeed)) {
    console.error('Usage: npm run fuzz -- [MINUTESm|RUNS] [SEED]');
    return false;
  }
  const end = minutes ? Date.now() + Number(minutes) * 60_000 : Number.POSITIVE_INFINITY;
  let tried = 0;
  for (let seed = firstSeed; tried < runs && Date.now() < end; seed++) {
    const now = Math.min(most, runs - tried);
    for (const [name, look] of properties) {
      const { runs: done, counterexample } = await look({ seed, runs: now, limit: Math.max(1, end - Date.now()) });
      console.log(`${name}: ${done} sequences, seed ${seed}`);
      if (!counterexample) continue;
      console.log(`\n${counterexample}\n\nAgain: npm run fuzz -- ${now} ${seed}`);
      return false;
    }
    tried += now;
  }
  return true;
}

provideLangium(makeServices);
const [amount = '5m', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
void fuzz(amount, Number(seed)).then(isClean => process.exit(isClean ? 0 : 1));
