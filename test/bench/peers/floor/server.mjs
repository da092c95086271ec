/**
 * The floor of a language server: the protocol and nothing else. On every change it publishes at once what a regular expression
 * finds in the changed file. At start it reads and scans every file of the workspace.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
const scales = /\b(?:likelihood|impact): (\w+)/g;
const known = new Set('rare unlikely possible likely certain minor moderate serious major severe'.split(' '));

function scan(text) {
  /** @type {import('vscode-languageserver/node').Diagnostic[]} */
  const found = [];
  let line = 0;
  let start = 0;
  let at = 0;
  for (const match of text.matchAll(scales)) {
    for (let end = text.indexOf('\n', at); end >= 0 && end < match.index; end = text.indexOf('\n', at)) {
      at = end + 1;
      start = at;
      line++;
    }
    const word = match[1];
    if (known.has(word)) continue;
    const character = match.index + match[0].length - word.length - start;
    found.push({
      range: { start: { line, character }, end: { line, character: character + word.length } },
      severity: 1,
      message: `'${word}' is not on the scale.`,
    });
  }
  return found;
}

function scanFolder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) scanFolder(file);
    else if (file.endsWith('.isms')) {
      connection.sendDiagnostics({ uri: pathToFileURL(file).href, diagnostics: scan(readFileSync(file, 'utf8')) });
    }
  }
}

let root;
connection.onInitialize(({ rootUri }) => {
  root = rootUri && fileURLToPath(rootUri);
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
});
connection.onInitialized(() => scanFolder(root));
documents.onDidChangeContent(({ document }) =>
  connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: scan(document.getText()) }),
);
documents.listen(connection);
connection.listen();
