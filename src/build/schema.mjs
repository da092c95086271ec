// Derives the schema of the language (declarations, properties, values, documentation) from the grammar's sources and
// writes it to src/language/generated/schema.json. The conventions it relies on stand at the head of isms.langium.
import { writeFileSync } from 'node:fs';
import { declarationRules } from './grammar.mjs';

const { AstUtils, CstUtils, GrammarAST, GrammarUtils } = await import('langium');

/** The text of the documentation comment right before a node of the grammar. */
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

const keywordsOf = rule =>
  AstUtils.streamAllContents(rule.definition)
    .filter(GrammarAST.isKeyword)
    .map(k => k.value)
    .toArray();

/** The declarable types (rules) that a reference to `type` may resolve to. */
function targets(type) {
  if (GrammarAST.isParserRule(type)) return [type.name];
  if (GrammarAST.isType(type)) {
    const members = GrammarAST.isUnionType(type.type) ? type.type.types : [type.type];
    return members.flatMap(member => targets(member.typeRef.ref));
  }
  throw new Error(`cannot tell what ${type.name} refers to`);
}

/** What a value is: a reference, an enumeration, a node of its own, or a primitive. */
function valueSchema(terminal) {
  if (GrammarAST.isCrossReference(terminal)) {
    const type = terminal.type.ref;
    return { form: 'reference', type: type.name, targets: targets(type) };
  }
  if (GrammarAST.isKeyword(terminal)) return { form: 'enum', rule: terminal.value, words: [terminal.value] };
  const rule = terminal.rule.ref;
  if (GrammarAST.isTerminalRule(rule))
    return { form: { STRING: 'string', DATE: 'date', INT: 'number', ID: 'word' }[rule.name] };
  if (rule.name === 'Text') return { form: 'text' };
  if (rule.name === 'Word' || rule.name === 'Name' || rule.name === 'Target') return { form: 'word' };
  if (GrammarUtils.isDataTypeRule(rule)) {
    const words = keywordsOf(rule);
    return words.length ? { form: 'enum', rule: rule.name, words } : { form: 'word' };
  }
  return { form: 'node', rule: rule.name };
}

const assignmentsOf = node => [
  ...(GrammarAST.isAssignment(node) ? [node] : []),
  ...AstUtils.streamAllContents(node).filter(GrammarAST.isAssignment),
];

/** The alternatives of the property list of a declaration or block, with fragments put in their place. */
function alternatives(element) {
  if (GrammarAST.isRuleCall(element) && element.rule.ref.fragment) return alternatives(element.rule.ref.definition);
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(alternatives);
  return [element];
}

/** The first loop `( … )*` of a rule that has braces: its property list. */
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

function property(element) {
  // a nested declaration or block: `actions+=Action`
  if (GrammarAST.isAssignment(element) && !GrammarAST.isKeyword(element.terminal)) {
    const rule = element.terminal.rule.ref;
    const keyword = AstUtils.streamAllContents(rule.definition).find(GrammarAST.isKeyword);
    const key = keyword && keywordsOf(rule)[0] === keyword.value && /^[\w-]+$/.test(keyword.value) ? keyword.value : '';
    return {
      key,
      feature: element.feature,
      form: 'block',
      many: true,
      values: [{ form: 'node', rule: rule.name }],
      doc: docOf(rule),
    };
  }
  if (GrammarAST.isAssignment(element)) {
    return {
      key: element.terminal.value,
      feature: element.feature,
      form: 'flag',
      many: false,
      values: [],
      doc: docOf(element),
    };
  }
  const [first, second] = element.elements;
  if (!GrammarAST.isKeyword(first) || !GrammarAST.isKeyword(second) || second.value !== ':') return undefined;
  const assignments = assignmentsOf(element);
  const terminals = assignments[0].terminal;
  const values = GrammarAST.isAlternatives(terminals) ? terminals.elements.map(valueSchema) : [valueSchema(terminals)];
  return {
    key: first.value,
    feature: assignments[0].feature,
    form: 'value',
    many: assignments[0].operator === '+=',
    values,
    doc: docOf(element),
  };
}

/** What the parts of a node without a key of their own are, by feature: `from` in `applicable: inherited from Supplier`. */
function partsOf(assignments) {
  const parts = {};
  for (const { feature, terminal } of assignments) {
    const values = GrammarAST.isAlternatives(terminal) ? terminal.elements.map(valueSchema) : [valueSchema(terminal)];
    (parts[feature] ??= []).push(...values);
  }
  return parts;
}

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
    const properties = list ? alternatives(list).map(property).filter(Boolean) : [];
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
