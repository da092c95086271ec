/** The promise that a server that lived through anything shows what one shows that was just started. */
import * as fc from 'fast-check';
import type { Rule } from '../../../src/rules/rule.ts';
import { type Outcome, outcome, parameters, type Trial } from '../../trial.ts';
import { rulesWithFaults } from '../../workspace/equality/faults.ts';
import { difference } from '../../workspace/equality/observe.ts';
import { liveAndStartAgain } from './editor.ts';
import { faultySequence, type Sequence, sequence } from './steps.ts';

/** Lives through a sequence. Throws what then differs from a server that was just started. */
export async function live(given: Sequence, rules?: readonly Rule[]): Promise<void> {
  const servers = await liveAndStartAgain(given, rules);
  const [lived, fresh] = servers.map(server => server.shown());
  for (const server of servers) server.stop();
  const found = difference(lived as Map<string, unknown>, fresh as Map<string, unknown>);
  if (found) throw new Error(found);
}

/** Tries the property. */
export const checkServer = async (trial: Trial): Promise<Outcome> =>
  outcome(
    await fc.check(
      fc.asyncProperty(sequence, given => live(given)),
      parameters<[Sequence]>(trial),
    ),
  );

/** The same among faults: files and folders that cannot be read, hosts that fail, odd URIs, rules that throw. In the end all can be read. */
export const checkServerWithFaults = async (trial: Trial): Promise<Outcome> =>
  outcome(
    await fc.check(
      fc.asyncProperty(faultySequence, given => live(given, rulesWithFaults)),
      parameters<[Sequence]>(trial),
    ),
  );
