// Loads the grammar of the language with its imports, linked, for the generators of the schema and of the tables.
import './node20.cjs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AstUtils, GrammarAST, URI } = await import('langium');
const { createLangiumGrammarServices } = await import('langium/grammar');
const { NodeFileSystem } = await import('langium/node');

/**
 * @typedef {import('langium').AstNode} AstNode
 * @typedef {import('langium').GrammarAST.Grammar} Grammar
 */

/**
 * The grammars of a file and of all that it imports.
 * @param {string} file
 * @returns {Promise<Grammar[]>}
 */
export async function loadGrammar(file) {
  const { shared } = createLangiumGrammarServices(NodeFileSystem);
  const documents = shared.workspace.LangiumDocuments;
  // A set grows while it is gone through: first what the entry imports, in its order, then what those import besides.
  const uris = new Set([pathToFileURL(file).href]);
  for (const href of uris) {
    const uri = URI.parse(href);
    for (const { path } of grammarIn(await documents.getOrCreateDocument(uri)).imports)
      uris.add(uri.with({ path: posix.join(uri.path, '..', `${path}.langium`) }).toString());
  }
  await shared.workspace.DocumentBuilder.build(documents.all.toArray(), { validation: false });
  return documents.all.toArray().map(grammarIn);
}

/** @param {import('langium').LangiumDocument} document */
function grammarIn({ uri, parseResult: { value } }) {
  if (!GrammarAST.isGrammar(value)) throw new Error(`${uri} holds no grammar.`);
  return value;
}

/**
 * What a reference of the grammar means. Throws if that does not exist: nothing can be generated then.
 * @template {AstNode} T
 * @param {import('langium').Reference<T> | undefined} reference
 * @returns {T}
 */
export function meantBy(reference) {
  if (!reference?.ref) throw new Error(`The grammar names '${reference?.$refText ?? ''}', which does not exist.`);
  return reference.ref;
}

/**
 * The fragment that an element calls; undefined if it calls none.
 * @param {AstNode} element
 */
export function calledFragment(element) {
  const production = GrammarAST.isRuleCall(element) ? meantBy(element.rule) : undefined;
  return GrammarAST.isParserRule(production) && production.fragment ? production : undefined;
}

/**
 * The production that lists the declarations, and the names of the productions that it lists.
 * @param {readonly Grammar[]} grammars
 */
export function declarationProduction(grammars) {
  const main = grammars.find(grammar => grammar.name);
  const production = main?.rules.find(({ name }) => name === 'Declaration');
  if (!production) throw new Error('The grammar has no production Declaration.');
  const names = AstUtils.streamAllContents(production)
    .filter(GrammarAST.isRuleCall)
    .map(call => meantBy(call.rule).name)
    .toArray();
  return { production, names };
}
