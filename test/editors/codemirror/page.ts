/** The page of the test: an editor of one file of the ISMS, whose files it gets from the test. */
import { edit, startServer } from './editor.ts';

interface Given {
  rootUri: string;
  uri: string;
  files: [string, string][];
}

const given: Given = await (await fetch('/given.json')).json();
const files = new Map(given.files);
const client = startServer('/server.js', given.rootUri, files);
const view = edit(client, files, given.uri, document.body);
Object.assign(globalThis, { view });
