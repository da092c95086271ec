/** The server in a web worker: it has no files of its own and asks the client for each. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { makeServices } from '../src/syntax/full/langium.ts';
import { provideLangium } from '../src/syntax/full/services.ts';
import { localDate } from '../src/workspace/local-date.ts';
import { borderOf } from './protocol/border.ts';
import { ClientUris } from './protocol/client-uris.ts';
import { serve } from './server.ts';
import { clientHost } from './session/client-host.ts';

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
