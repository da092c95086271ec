// Writes src/language/generated/nodes.ts: for each node type of the grammar a function that makes a node with all its fields, in
// one order. Nodes of one type then have one shape, whichever properties are written, which makes reading them much quicker.
import { writeFileSync } from 'node:fs';
import { calledFragment, declarationProduction } from './grammar.mjs';

const { AstUtils, GrammarAST, GrammarUtils } = await import('langium');

/**
 * The features that a production assigns, fragments included; the value tells whether it is a list.
 * @param {import('langium').AstNode} definition
 * @param {Map<string, boolean>} [features]
 */
function featuresOf(definition, features = new Map()) {
  for (const node of [definition, ...AstUtils.streamAllContents(definition)]) {
    if (GrammarAST.isAssignment(node)) {
      features.set(node.feature, features.get(node.feature) || node.operator === '+=');
    }
    const fragment = calledFragment(node);
    if (fragment) featuresOf(fragment.definition, features);
  }
  return features;
}

/**
 * @param {import('langium').GrammarAST.ParserRule} production
 * @param {boolean} isTop
 */
function maker(production, isTop) {
  const fields = [`$type: '${production.name}'`, '$start: 0', '$end: 0', '$keys: []'];
  if (isTop) {
    fields.push('$definitions: none', '$references: none', '$problems: none', '$intact: true');
    fields.push('$block: undefined', '$revision: 0');
  }
  for (const [feature, isList] of featuresOf(production.definition))
    fields.push(`${feature}: ${isList ? 'none' : 'undefined'}`);
  return `  ${production.name}: () => ({ ${fields.join(', ')} }),\n`;
}

/**
 * @param {readonly import('./grammar.mjs').Grammar[]} grammars
 * @param {string} outFile
 */
export function writeNodes(grammars, outFile) {
  const { production: top, names } = declarationProduction(grammars);
  const productions = grammars
    .flatMap(grammar => grammar.rules)
    .filter(GrammarAST.isParserRule)
    .filter(
      production =>
        !production.entry && !production.fragment && production !== top && !GrammarUtils.isDataTypeRule(production),
    );
  const text = `// Generated from the grammar by src/build/nodes.mjs. Do not edit.

/** The lists that nothing is in. */
export const none: readonly never[] = [];

/** Makes a node of a type: nothing is set, lists are empty. */
export const newNode: Readonly<Record<string, () => object>> = {
${productions.map(production => maker(production, names.includes(production.name))).join('')}};
`;
  writeFileSync(outFile, text);
}
