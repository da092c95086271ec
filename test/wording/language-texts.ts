/** The English texts of the grammar that hovers and completion say: its comments, what words mean, and what snippets propose. */
import { withoutClause } from '../../src/ide/grammar-text.ts';
import meanings from '../../src/language/generated/meanings.json';
import source from '../../src/language/generated/snippets.json';
import { type NodeType, nodeTypes } from '../../src/language/schema.ts';
import type { Snippets } from '../../src/language/snippets.ts';

const types = Object.values(nodeTypes as Readonly<Record<string, NodeType>>);
const snippets = Object.values(source as Readonly<Record<string, Snippets>>);

/** What stands at a stop of a snippet in quotes, one or three. */
const textsIn = (snippet: string): string[] =>
  [...snippet.matchAll(/"(?:""\n\t*)?\$\{\d+:([^}]*)\}/g)].map(match => match[1] ?? '');

/** What is written so in every language: names, numbers, files and standards. */
const isName = (text: string): boolean => /^(?:Acme .*|[\d.]+(?: %)?|\S+\/\S+\.\w+|ISO\/IEC [\d:-]+)$/.test(text);

/** What snippets propose as texts to be written over. */
export const proposedTexts: readonly string[] = [
  'Title',
  ...snippets.flatMap(({ main, variants }) => [main, ...variants.map(({ text }) => text)]).flatMap(textsIn),
].filter(text => !isName(text));

/** Comments of kinds, blocks and properties, and what words mean, as the grammar has them. */
export const commentTexts: readonly string[] = [
  ...types.flatMap(({ doc, properties }) => [doc, ...properties.map(property => property.doc)]),
  ...Object.values(meanings).flatMap(words => Object.values(words)),
].filter(text => text !== '');

export const languageTexts: ReadonlySet<string> = new Set([
  ...commentTexts.map(text => withoutClause(text).body),
  ...proposedTexts,
  ...snippets.flatMap(({ variants }) => variants.map(({ detail }) => detail)),
  // What follows a word between the parts of a value, and what such a value is called.
  ...types.flatMap(({ keywords }) => Object.values(keywords)),
  ...types.flatMap(({ properties }) =>
    properties.flatMap(({ key, form, values: [value] }) =>
      key && form === 'value' && value?.form === 'node' ? [value.type.toLowerCase()] : [],
    ),
  ),
]);
