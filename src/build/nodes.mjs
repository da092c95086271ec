// Writes src/language/generated/nodes.ts: for each rule of the grammar a function that makes its node with all its fields, in
// one order. Nodes of one rule then have one shape, whichever properties are written, which makes reading them much quicker.
import { writeFileSync } from 'node:fs';
import { calledFragment, declarationRules } from './grammar.mjs';

const { AstUtils, GrammarAST, GrammarUtils } = await import('langium');

/** @typedef {import('langium').GrammarAST.ParserRule} ParserRule */

/**
 * The features that a rule assigns, fragments included; the value tells whether it is a list.
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
 * @param {ParserRule} rule
 * @param {boolean} isTop
 */
function maker(rule, isTop) {
  const fields = [`$type: '${rule.name}'`, '$start: 0', '$end: 0', '$keys: []'];
  if (isTop) {
    fields.push('$definitions: none', '$references: none', '$problems: none', '$intact: true');
    fields.push('$block: undefined', '$revision: 0');
  }
  for (const [feature, isList] of featuresOf(rule.definition))
    fields.push(`${feature}: ${isList ? 'none' : 'undefined'}`);
  return `  ${rule.name}: () => ({ ${fields.join(', ')} }),\n`;
}

/**
 * @param {readonly import('./grammar.mjs').Grammar[]} grammars
 * @param {string} outFile
 */
export function writeNodes(grammars, outFile) {
  const { rule: top, names } = declarationRules(grammars);
  const rules = grammars
    .flatMap(grammar => grammar.rules)
    .filter(GrammarAST.isParserRule)
    .filter(rule => !rule.entry && !rule.fragment && rule !== top && !GrammarUtils.isDataTypeRule(rule));
  const text = `// Generated from the grammar by src/build/nodes.mjs. Do not edit.

/** The lists that nothing is in. */
export const none: readonly never[] = [];

/** Makes the node of a rule: nothing is set, lists are empty. */
export const newNode: Readonly<Record<string, () => object>> = {
${rules.map(rule => maker(rule, names.includes(rule.name))).join('')}};
`;
  writeFileSync(outFile, text);
}
