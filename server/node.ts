/** The server under Node, spoken to over stdio or IPC. */
import '../src/language/node20.ts';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clockDate } from '../src/node/clock.ts';
import { nodeHost } from './node-host.ts';
import { serve } from './server.ts';

serve({
  connection: createConnection(ProposedFeatures.all),
  host: nodeHost,
  today: clockDate,
  rulePages: new URL('../../docs/rules', pathToFileURL(__filename)).href,
});
