/** The server in a web worker: it has no files of its own and asks the client for each. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { makeServices } from '../src/language/langium.ts';
import { provideLangium } from '../src/language/services.ts';
import { clientHost } from './client-host.ts';
import { serve } from './server.ts';

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

provideLangium(makeServices);
serve({
  connection,
  host: () => clientHost(connection),
  today: () => new Date().toISOString().slice(0, 10),
});
