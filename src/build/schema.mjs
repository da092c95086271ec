// Derives the schema of the language (declarations, properties, values, documentation) from the grammar's sources and
// writes it to src/language/generated/schema.json. The conventions it relies on stand at the head of isms.langium.
import { writeFileSync } from 'node:fs';
import { calledFragment, declarationRules, meantBy } from './grammar.mjs';

const { AstUtils, CstUtils, GrammarAST, GrammarUtils } = await import('langium');

/**
 * @typedef {import('langium').AstNode} AstNode
 * @typedef {import('langium').GrammarAST.AbstractElement} AbstractElement
 * @typedef {import('langium').GrammarAST.Assignment} Assignment
 * @typedef {import('langium').GrammarAST.ParserRule} ParserRule
 */

/** The forms of the terminals. */
const forms = new Map([
  ['STRING', 'string'],
  ['DATE', 'date'],
  ['INT', 'number'],
  ['ID', 'word'],
]);

/**
 * The text of the documentation comment right before a node of the grammar.
 * @param {AstNode} node
 */
function docOf(node) {
  const comment = CstUtils.findCommentNode(node.$cstNode, ['ML_COMMENT']);
  const text = comment?.text ?? '';
  if (!text.startsWith('/**')) return '';
  return text
    .slice(3, -2)
    .replace(/^\s*\*? ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const keywordsOf = (/** @type {ParserRule} */ rule) =>
  AstUtils.streamAllContents(rule.definition)
    .filter(GrammarAST.isKeyword)
    .map(k => k.value)
    .toArray();

/**
 * The declarable types (rules) that a reference to `type` may resolve to.
 * @param {import('langium').GrammarAST.AbstractType} type
 * @returns {string[]}
 */
function targets(type) {
  if (GrammarAST.isParserRule(type)) return [type.name];
  if (GrammarAST.isType(type)) {
    const members = GrammarAST.isUnionType(type.type) ? type.type.types : [type.type];
    return members.filter(GrammarAST.isSimpleType).flatMap(member => targets(meantBy(member.typeRef)));
  }
  throw new Error(`cannot tell what ${type.name} refers to`);
}

/**
 * What a value is: a reference, an enumeration, a node of its own, or a primitive.
 * @param {AbstractElement} terminal
 */
function valueSchema(terminal) {
  if (GrammarAST.isCrossReference(terminal)) {
    const type = meantBy(terminal.type);
    return { form: 'reference', type: type.name, targets: targets(type) };
  }
  if (GrammarAST.isKeyword(terminal)) return { form: 'enum', rule: terminal.value, words: [terminal.value] };
  const rule = GrammarAST.isRuleCall(terminal) ? meantBy(terminal.rule) : undefined;
  if (GrammarAST.isTerminalRule(rule)) return { form: forms.get(rule.name) };
  if (!GrammarAST.isParserRule(rule)) throw new Error(`cannot tell what the value ${terminal.$cstNode?.text} is`);
  if (rule.name === 'Text') return { form: 'text' };
  if (rule.name === 'Word' || rule.name === 'Name' || rule.name === 'Target') return { form: 'word' };
  if (GrammarUtils.isDataTypeRule(rule)) {
    const words = keywordsOf(rule);
    return words.length ? { form: 'enum', rule: rule.name, words } : { form: 'word' };
  }
  return { form: 'node', rule: rule.name };
}

const assignmentsOf = (/** @type {AstNode} */ node) => [
  ...(GrammarAST.isAssignment(node) ? [node] : []),
  ...AstUtils.streamAllContents(node).filter(GrammarAST.isAssignment),
];

/**
 * The alternatives of the property list of a declaration or block, with fragments put in their place.
 * @param {AbstractElement} element
 * @returns {AbstractElement[]}
 */
function alternatives(element) {
  const fragment = calledFragment(element);
  if (fragment) return alternatives(fragment.definition);
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(alternatives);
  return [element];
}

/**
 * The first loop `( … )*` of a rule that has braces: its property list.
 * @param {ParserRule} rule
 */
function propertyList(rule) {
  const elements = AstUtils.streamAllContents(rule)
    .filter(e => GrammarAST.isAlternatives(e) || GrammarAST.isGroup(e) || GrammarAST.isAssignment(e))
    .toArray();
  const braces = AstUtils.streamAllContents(rule).some(e => GrammarAST.isKeyword(e) && e.value === '{');
  if (!braces) return undefined;
  return elements.find(
    e =>
      e.cardinality === '*' &&
      !(GrammarAST.isGroup(e) && GrammarAST.isKeyword(e.elements[0]) && e.elements[0].value === ','),
  );
}

/**
 * What a property is; undefined for an element that is none.
 * @param {AbstractElement} element
 */
function property(element) {
  if (GrammarAST.isAssignment(element)) {
    return GrammarAST.isKeyword(element.terminal) ? flag(element, element.terminal) : blockProperty(element);
  }
  if (!GrammarAST.isGroup(element)) throw new Error(`cannot tell which property ${element.$cstNode?.text} is`);
  const [first, second] = element.elements;
  if (!GrammarAST.isKeyword(first) || !GrammarAST.isKeyword(second) || second.value !== ':') return undefined;
  const [assigned] = assignmentsOf(element);
  if (!assigned) throw new Error(`the property ${first.value} has no value`);
  return {
    key: first.value,
    feature: assigned.feature,
    form: 'value',
    many: assigned.operator === '+=',
    values: valuesOf(assigned),
    doc: docOf(element),
  };
}

/**
 * A property that is a word alone, such as `top-management`.
 * @param {Assignment} element
 * @param {import('langium').GrammarAST.Keyword} keyword
 */
const flag = (element, keyword) => ({
  key: keyword.value,
  feature: element.feature,
  form: 'flag',
  many: false,
  values: [],
  doc: docOf(element),
});

/**
 * A nested declaration or block: `actions+=Action`.
 * @param {Assignment} element
 */
function blockProperty({ feature, terminal }) {
  const rule = GrammarAST.isRuleCall(terminal) ? meantBy(terminal.rule) : undefined;
  if (!GrammarAST.isParserRule(rule)) throw new Error(`cannot tell what the block ${feature} is`);
  const keyword = AstUtils.streamAllContents(rule.definition).find(GrammarAST.isKeyword);
  const key = keyword && keywordsOf(rule)[0] === keyword.value && /^[\w-]+$/.test(keyword.value) ? keyword.value : '';
  return { key, feature, form: 'block', many: true, values: [{ form: 'node', rule: rule.name }], doc: docOf(rule) };
}

/**
 * What the values of an assignment are: several where it lists alternatives.
 * @param {Assignment} assignment
 */
const valuesOf = ({ terminal }) =>
  GrammarAST.isAlternatives(terminal) ? terminal.elements.map(valueSchema) : [valueSchema(terminal)];

/**
 * What the parts of a node without a key of their own are, by feature: `from` in `applicable: inherited from Supplier`.
 * @param {readonly Assignment[]} assignments
 */
function partsOf(assignments) {
  /** @type {Record<string, ReturnType<typeof valuesOf>>} */
  const parts = {};
  for (const assignment of assignments) (parts[assignment.feature] ??= []).push(...valuesOf(assignment));
  return parts;
}

/**
 * @param {readonly import('./grammar.mjs').Grammar[]} grammars
 * @param {string} outFile
 */
export function writeSchema(grammars, outFile) {
  const rules = grammars.flatMap(g => g.rules.filter(GrammarAST.isParserRule));
  const { rule: top, names: topNames } = declarationRules(grammars);
  const schema = {};
  for (const rule of rules) {
    if (rule.fragment || rule.entry || rule === top || GrammarUtils.isDataTypeRule(rule)) continue;
    const list = propertyList(rule);
    const keywords = keywordsOf(rule);
    const first = AstUtils.streamAllContents(rule.definition).find(
      e => GrammarAST.isKeyword(e) || GrammarAST.isAssignment(e),
    );
    const head = GrammarAST.isKeyword(first) && /^[\w-]+$/.test(first.value) ? first.value : '';
    const properties = list
      ? alternatives(list)
          .map(property)
          .filter(found => found !== undefined)
      : [];
    const assignments = assignmentsOf(rule.definition);
    const names = assignments.find(a => a.feature === 'names');
    schema[rule.name] = {
      name: rule.name,
      keyword: head,
      top: topNames.includes(rule.name),
      named: names ? (names.cardinality === '?' ? 'optional' : 'required') : 'never',
      titled: assignments.some(a => a.feature === 'title'),
      body: keywords.includes('{'),
      doc: docOf(rule),
      properties,
      values: partsOf(assignments.filter(a => !properties.some(p => p.feature === a.feature))),
    };
  }
  const keyKeywords = new Set();
  for (const rule of rules) {
    for (const group of AstUtils.streamAllContents(rule).filter(GrammarAST.isGroup)) {
      group.elements.forEach((e, i) => {
        const next = group.elements[i + 1];
        if (GrammarAST.isKeyword(e) && next && GrammarAST.isKeyword(next) && next.value === ':')
          keyKeywords.add(e.value);
      });
    }
  }
  const data = { rules: schema, keyKeywords: [...keyKeywords].sort() };
  writeFileSync(outFile, `${JSON.stringify(data, null, 2)}\n`);
  return schema;
}
