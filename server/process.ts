/** Ties the server to a process of Node, spoken to over stdio or IPC. */
import { Console } from 'node:console';
import { pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { clockDate } from '../src/node/clock.ts';
import { pathOf, realPath, uriOfPath } from '../src/node/files.ts';
import { provideLangium } from '../src/syntax/full/services.ts';
import { fileSystemOf } from '../src/workspace/identity.ts';
import { catalogueFiles } from './features/shared/catalogue-files.ts';
import { borderOf } from './protocol/border.ts';
import { ClientUris } from './protocol/client-uris.ts';
import { PromptWriter } from './protocol/prompt-writer.ts';
import { serve } from './server.ts';
import { diskStore } from './session/disk-store.ts';
import { nodeHost } from './session/node-host.ts';

// In the bundle a file of its own, read when something is damaged or the editor asks for tokens.
provideLangium(() =>
  (require('../src/syntax/full/langium.ts') as typeof import('../src/syntax/full/langium.ts')).makeServices(),
);

const uris = new ClientUris(fileSystemOf(process.platform), uri => {
  const path = pathOf(uri);
  const real = path === undefined ? undefined : realPath(path);
  return real === undefined ? undefined : uriOfPath(real);
});
const border = borderOf(
  uris,
  process.argv.includes('--node-ipc') ? new IPCMessageWriter(process) : new PromptWriter(process.stdout),
);
serve({
  connection: process.argv.includes('--node-ipc') ? ipcConnection() : stdioConnection(),
  uris,
  positions: border.positions,
  host: nodeHost,
  today: clockDate,
  store: diskStore,
  catalogueFiles,
  rulePages: new URL('../../docs/rules', pathToFileURL(__filename)).href,
});

function ipcConnection(): Connection {
  return createConnection(ProposedFeatures.all, new IPCMessageReader(process), border.writer, border.options);
}

/** Reads from stdin, the end of which ends the server, and writes to stdout, which nothing else may do then. */
function stdioConnection(): Connection {
  globalThis.console = new Console(process.stderr);
  // The types know a pair of streams or one of reader and writer; each is looked at by itself.
  const writer = border.writer as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer, border.options);
}
