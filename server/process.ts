/** Ties the server to a process of Node, spoken to over stdio or IPC. */
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { provideLangium } from '../src/language/services.ts';
import { clockDate } from '../src/node/clock.ts';
import { diskStore } from './disk-store.ts';
import { nodeHost } from './node-host.ts';
import { serve } from './server.ts';

// In the bundle a file of its own, read when something is damaged or the editor asks for tokens.
provideLangium(() =>
  (require('../src/language/langium.ts') as typeof import('../src/language/langium.ts')).makeServices(),
);

serve({
  connection: createConnection(ProposedFeatures.all),
  host: nodeHost,
  today: clockDate,
  store: diskStore,
  rulePages: new URL('../../docs/rules', pathToFileURL(__filename)).href,
});
