/** Ties the server to a process of Node, spoken to over stdio or IPC. */
import { Console } from 'node:console';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { provideLangium } from '../src/language/services.ts';
import { clockDate } from '../src/node/clock.ts';
import { diskStore } from './disk-store.ts';
import { nodeHost } from './node-host.ts';
import { PromptWriter } from './prompt-writer.ts';
import { serve } from './server.ts';

// In the bundle a file of its own, read when something is damaged or the editor asks for tokens.
provideLangium(() =>
  (require('../src/language/langium.ts') as typeof import('../src/language/langium.ts')).makeServices(),
);

serve({
  connection: process.argv.includes('--stdio') ? stdioConnection() : createConnection(ProposedFeatures.all),
  host: nodeHost,
  today: clockDate,
  store: diskStore,
  rulePages: new URL('../../docs/rules', pathToFileURL(__filename)).href,
});

/** Reads from stdin, the end of which ends the server, and writes to stdout, which nothing else may do then. */
function stdioConnection(): Connection {
  globalThis.console = new Console(process.stderr);
  // The types know a pair of streams or one of reader and writer; each is looked at by itself.
  const writer = new PromptWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer);
}
