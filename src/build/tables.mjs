// Derives the tables of the light reader from the grammar: what src/language/tables.ts describes. A construct that
// the tables have no word for becomes `unknown`; the light reader leaves what it meets there to Langium.
import { writeFileSync } from 'node:fs';
import { calledFragment, declarationProduction, meantBy } from './grammar.mjs';

const { AstUtils, GrammarAST, GrammarUtils } = await import('langium');

/**
 * @typedef {import('langium').GrammarAST.AbstractElement} AbstractElement
 * @typedef {import('../language/tables.ts').Accepted} Accepted
 * @typedef {import('../language/tables.ts').Element} Element
 */

/** @type {Element} */
const unknown = { kind: 'unknown' };

/**
 * The words and terminals that a data type of single tokens takes; undefined if it takes anything else.
 * @param {AbstractElement} element
 * @returns {Accepted | undefined}
 */
function acceptedBy(element) {
  if (element.cardinality) return undefined;
  if (GrammarAST.isKeyword(element)) return { words: [element.value], terminals: [] };
  if (GrammarAST.isRuleCall(element)) {
    const production = meantBy(element.rule);
    if (GrammarAST.isTerminalRule(production)) return { words: [], terminals: [production.name] };
    return GrammarAST.isParserRule(production) && GrammarUtils.isDataTypeRule(production)
      ? acceptedBy(production.definition)
      : undefined;
  }
  if (!GrammarAST.isAlternatives(element)) return undefined;
  const parts = element.elements.map(acceptedBy).filter(part => part !== undefined);
  if (parts.length < element.elements.length) return undefined;
  return { words: parts.flatMap(({ words }) => words), terminals: parts.flatMap(({ terminals }) => terminals) };
}

/**
 * What a value is called in the tables: the production's name, or the keyword in quotes.
 * @param {AbstractElement} element one that `acceptedBy` knows
 * @returns {string}
 */
function valueName(element) {
  if (GrammarAST.isRuleCall(element)) return meantBy(element.rule).name;
  if (GrammarAST.isKeyword(element)) return `'${element.value}'`;
  return GrammarAST.isAlternatives(element) ? element.elements.map(valueName).join(' | ') : '';
}

/**
 * @param {import('langium').GrammarAST.Assignment} assigned
 * @param {AbstractElement} terminal its terminal, or one of its alternatives
 * @returns {Element}
 */
function assignment({ feature, operator }, terminal) {
  const base = /** @type {const} */ ({ kind: 'assign', feature, operator });
  if (GrammarAST.isCrossReference(terminal)) {
    const written = terminal.terminal;
    if (!written || !acceptedBy(written)) return unknown;
    return { ...base, value: valueName(written), type: terminal.type.$refText };
  }
  if (acceptedBy(terminal)) return { ...base, value: valueName(terminal) };
  const production = GrammarAST.isRuleCall(terminal) ? meantBy(terminal.rule) : undefined;
  const isNode =
    GrammarAST.isParserRule(production) && !production.fragment && !GrammarUtils.isDataTypeRule(production);
  return isNode && !terminal.cardinality ? { ...base, node: production.name } : unknown;
}

/**
 * @param {Element} element
 * @param {AbstractElement['cardinality']} cardinality
 * @returns {Element}
 */
function withCardinality(element, cardinality) {
  if (cardinality === '?') return { kind: 'optional', element };
  if (cardinality === '*') return { kind: 'many', element };
  if (cardinality === '+') return { kind: 'sequence', elements: [element, { kind: 'many', element }] };
  return element;
}

/**
 * An element without its cardinality.
 * @param {AbstractElement} element
 * @returns {Element}
 */
function bare(element) {
  if (GrammarAST.isKeyword(element)) return { kind: 'keyword', keyword: element.value };
  if (GrammarAST.isAssignment(element)) {
    const { terminal } = element;
    // Of alternatives each is an assignment of its own, unless one token takes them all.
    if (!GrammarAST.isAlternatives(terminal) || acceptedBy(terminal)) return assignment(element, terminal);
    return { kind: 'choice', elements: terminal.elements.map(one => assignment(element, one)) };
  }
  if (GrammarAST.isAlternatives(element)) return { kind: 'choice', elements: element.elements.map(elementOf) };
  if (GrammarAST.isGroup(element) && !element.guardCondition && !element.predicate) {
    return { kind: 'sequence', elements: element.elements.map(elementOf) };
  }
  const fragment = calledFragment(element);
  if (fragment && GrammarAST.isRuleCall(element) && element.arguments.length === 0) {
    return { kind: 'fragment', production: fragment.name };
  }
  return unknown;
}

const elementOf = (/** @type {AbstractElement} */ element) => withCardinality(bare(element), element.cardinality);

const assignedTerminals = (/** @type {import('langium').AstNode} */ production) =>
  AstUtils.streamAllContents(production)
    .filter(GrammarAST.isAssignment)
    .flatMap(({ terminal }) => [terminal, ...(GrammarAST.isAlternatives(terminal) ? terminal.elements : [])])
    .map(terminal => (GrammarAST.isCrossReference(terminal) ? terminal.terminal : terminal))
    .filter(terminal => terminal !== undefined);

/**
 * The tables as data.
 * @param {readonly import('./grammar.mjs').Grammar[]} grammars
 * @returns {import('../language/tables.ts').ParseTables}
 */
export function tablesOf(grammars) {
  const all = grammars.flatMap(grammar => grammar.rules);
  const { production: top, names } = declarationProduction(grammars);
  /** @type {Record<string, string>} */
  const terminals = {};
  /** @type {Record<string, Element>} */
  const productions = {};
  /** @type {Record<string, Accepted>} */
  const values = {};
  /** @type {Set<string>} */
  const keywords = new Set();
  for (const production of all) {
    if (GrammarAST.isTerminalRule(production)) {
      if (!production.fragment) terminals[production.name] = GrammarUtils.terminalRegex(production).source;
      continue;
    }
    for (const node of AstUtils.streamAllContents(production)) if (GrammarAST.isKeyword(node)) keywords.add(node.value);
    for (const terminal of assignedTerminals(production)) {
      const accepted = acceptedBy(terminal);
      if (accepted) values[valueName(terminal)] = accepted;
    }
    if (!GrammarAST.isParserRule(production) || production.entry || production === top) continue;
    if (!GrammarUtils.isDataTypeRule(production)) productions[production.name] = elementOf(production.definition);
  }
  return { terminals, keywords: [...keywords].sort(), top: names, values, productions };
}

/**
 * @param {readonly import('./grammar.mjs').Grammar[]} grammars
 * @param {string} outFile the name of the two files to be written, without its ending: the data, and the module that gives them their type
 */
export function writeTables(grammars, outFile) {
  writeFileSync(`${outFile}.json`, `${JSON.stringify(tablesOf(grammars))}\n`);
  const text = `// Generated from the grammar by src/build/tables.mjs. Do not edit.
import type { ParseTables } from '../tables.ts';
import source from './tables.json';

export const tables = source as unknown as ParseTables;
`;
  writeFileSync(`${outFile}.ts`, text);
}
