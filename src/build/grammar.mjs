// Loads the grammar of the language with its imports, linked, for the generators of the schema and of the tables.
import './node20.cjs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AstUtils, GrammarAST, URI } = await import('langium');
const { createLangiumGrammarServices } = await import('langium/grammar');
const { NodeFileSystem } = await import('langium/node');

/** The grammars of a file and of all that it imports. */
export async function loadGrammar(file) {
  const { shared } = createLangiumGrammarServices(NodeFileSystem);
  const documents = shared.workspace.LangiumDocuments;
  const seen = new Set();
  const load = async uri => {
    if (seen.has(uri.toString())) return;
    seen.add(uri.toString());
    const document = await documents.getOrCreateDocument(uri);
    for (const { path } of document.parseResult.value.imports) {
      await load(uri.with({ path: posix.join(uri.path, '..', `${path}.langium`) }));
    }
  };
  await load(URI.parse(pathToFileURL(file).href));
  await shared.workspace.DocumentBuilder.build(documents.all.toArray(), { validation: false });
  return documents.all.toArray().map(document => document.parseResult.value);
}

/** The production that lists the declarations, and the names of the productions that it lists. */
export function declarationProduction(grammars) {
  const main = grammars.find(grammar => grammar.name);
  const production = main.rules.find(({ name }) => name === 'Declaration');
  const names = AstUtils.streamAllContents(production)
    .filter(GrammarAST.isRuleCall)
    .map(call => call.rule.ref.name)
    .toArray();
  return { production, names };
}
