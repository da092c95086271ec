/** The peer as a server. `--indexed`: with the one change of `langium-indexed`. */
import { startLanguageServer } from 'langium/lsp';
import { NodeFileSystem } from 'langium/node';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createServices } from './services.mjs';

const variant = process.argv.includes('--indexed') ? 'indexed' : undefined;
const connection = createConnection(ProposedFeatures.all);
startLanguageServer(createServices({ connection, ...NodeFileSystem }, variant).shared);
