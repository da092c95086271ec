/** The server in a web worker: it has no files of its own and asks the client for each. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { makeServices } from '../src/language/langium.ts';
import { provideLangium } from '../src/language/services.ts';
import { localDate } from '../src/workspace/local-date.ts';
import { borderOf } from './border.ts';
import { clientHost } from './client-host.ts';
import { ClientUris } from './client-uris.ts';
import { serve } from './server.ts';

const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
// What a browser's file system takes for the same name is not known, nor are there links.
const uris = new ClientUris({ ignoresCase: false, ignoresUnicodeForm: false }, () => undefined);
const border = borderOf(uris, new BrowserMessageWriter(scope));
const connection = createConnection(new BrowserMessageReader(scope), border.writer, border.options);

provideLangium(makeServices);
serve({
  connection,
  uris,
  positions: border.positions,
  host: ({ onAnswer }) => clientHost(connection, onAnswer),
  // The reader's day, as on the desktop: in UTC it would be yesterday or tomorrow for some hours.
  today: () => localDate(new Date()),
});
