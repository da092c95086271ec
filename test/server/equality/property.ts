/** The promise that a server that lived through anything shows what one shows that was just started. */
import * as fc from 'fast-check';
import { type Outcome, outcome, parameters, type Trial } from '../../trial.ts';
import { difference } from '../../workspace/equality/observe.ts';
import { liveAndStartAgain } from './editor.ts';
import { type Sequence, sequence } from './steps.ts';

async function live(given: Sequence): Promise<void> {
  const servers = await liveAndStartAgain(given);
  const [lived, fresh] = servers.map(server => server.shown());
  for (const server of servers) server.stop();
  const found = difference(lived as Map<string, unknown>, fresh as Map<string, unknown>);
  if (found) throw new Error(found);
}

/** Tries the property. */
export const checkServer = async (trial: Trial): Promise<Outcome> =>
  outcome(await fc.check(fc.asyncProperty(sequence, live), parameters<[Sequence]>(trial)));
