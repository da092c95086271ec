// Derives the schema of the language (declarations, properties, values, documentation) from the grammar's sources and
// writes it to src/language/generated/: the schema, what words mean, and the snippets, which only editors need. The conventions
// it relies on stand at the head of isms.langium; what breaks one of them ends the build.
import { writeFileSync } from 'node:fs';
import { fail } from './documentation.mjs';
import { declarationRules } from './grammar.mjs';
import { snippetsOf } from './snippets.mjs';
import { meaningsOf, traitsOf } from './traits.mjs';

const { AstUtils, GrammarAST, GrammarUtils } = await import('langium');

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
  if (GrammarAST.isTerminalRule(rule)) {
    const form = { STRING: 'string', DATE: 'date', INT: 'number', ID: 'word' }[rule.name];
    return form ? { form } : fail(terminal, `a value cannot be a ${rule.name}`);
  }
  if (rule.name === 'Text') return { form: 'text' };
  if (rule.name === 'Word' || rule.name === 'Name' || rule.name === 'Target') return { form: 'word' };
  if (GrammarUtils.isDataTypeRule(rule)) {
    const words = keywordsOf(rule);
    return words.length ? { form: 'enum', rule: rule.name, words } : { form: 'word' };
  }
  return { form: 'node', rule: rule.name };
}

const valuesOf = terminal =>
  GrammarAST.isAlternatives(terminal) ? terminal.elements.map(valueSchema) : [valueSchema(terminal)];

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

const isWord = element => GrammarAST.isKeyword(element) && /^[A-Za-z]/.test(element.value);

/** The keyword that a rule begins with; empty if it begins with something else. */
function headOf(rule) {
  const first = AstUtils.streamAllContents(rule.definition).find(
    e => GrammarAST.isKeyword(e) || GrammarAST.isAssignment(e),
  );
  return isWord(first) ? first.value : '';
}

function property(element) {
  // a nested declaration or block: `actions+=Action`
  if (GrammarAST.isAssignment(element) && !GrammarAST.isKeyword(element.terminal)) {
    const rule = element.terminal.rule.ref;
    const key = headOf(rule);
    const values = [{ form: 'node', rule: rule.name }];
    return { key, feature: element.feature, form: 'block', many: true, values, doc: traitsOf(rule, 'type').doc };
  }
  if (GrammarAST.isAssignment(element)) {
    const { doc, traits } = traitsOf(element, 'key');
    return {
      key: element.terminal.value,
      feature: element.feature,
      form: 'flag',
      many: false,
      values: [],
      doc,
      ...traits,
    };
  }
  const [first, second] = element.elements ?? [];
  const [assigned] = assignmentsOf(element);
  if (!GrammarAST.isKeyword(first) || !GrammarAST.isKeyword(second) || second.value !== ':' || !assigned)
    fail(element, "a property is written as “'key' ':' feature=Value”, as a flag or as a block");
  const { doc, traits } = traitsOf(element, 'key');
  if (!doc) fail(element, `the key ${first.value} needs a documentation comment`);
  const values = valuesOf(assigned.terminal);
  const many = assigned.operator === '+=';
  const common = AstUtils.getContainerOfType(element, GrammarAST.isParserRule).fragment ? { common: true } : {};
  return { key: first.value, feature: assigned.feature, form: 'value', many, ...common, values, doc, ...traits };
}

/** What the parts of a node without a key of their own are, by feature: `from` in `applicable: inherited from Supplier`. */
function valuesByFeature(assignments) {
  const values = {};
  for (const { feature, terminal } of assignments) (values[feature] ??= []).push(...valuesOf(terminal));
  return values;
}

/** The element right before another one in its group. */
function elementBefore(element) {
  const { $container: group, $containerIndex: index } = element;
  return GrammarAST.isGroup(group) && index > 0 ? group.elements[index - 1] : undefined;
}

/**
 * The parts of a value and the words between them. A part that a word always leads to, such as `by`, has it as its lead. What
 * the comment at a part says is the hint for that word.
 */
function partsOf(assignments) {
  const parts = {};
  const keywords = {};
  for (const assignment of assignments) {
    const { feature } = assignment;
    const { doc, traits } = traitsOf(assignment, 'part');
    const before = elementBefore(assignment);
    const lead = isWord(before) ? before.value : undefined;
    if (lead) keywords[lead] ??= doc;
    // `x (',' x)*` mentions its part twice.
    const isRepeated = GrammarAST.isKeyword(before) && before.value === ',';
    const known = parts[feature];
    if (!known) parts[feature] = { ...(lead && { lead }), ...traits };
    else if (!isRepeated && known.lead !== lead) delete known.lead;
  }
  return { parts, keywords };
}

/** The words that may stand where a reference of a type may stand: `no-such-asset` beside the name of a risk. By type. */
function wordsBeside(rules) {
  const beside = {};
  for (const rule of rules.filter(each => GrammarAST.isAlternatives(each.definition))) {
    const values = rule.definition.elements
      .filter(GrammarAST.isAssignment)
      .flatMap(({ terminal }) => valuesOf(terminal));
    const words = values.flatMap(value => (value.form === 'enum' ? value.words : []));
    for (const value of words.length ? values : []) if (value.form === 'reference') beside[value.type] = words;
  }
  return beside;
}

function typeOf(rule, isTop) {
  const { doc, traits } = traitsOf(rule, 'type');
  const list = propertyList(rule);
  const properties = list ? alternatives(list).map(property) : [];
  const assignments = assignmentsOf(rule.definition);
  const names = assignments.find(a => a.feature === 'names');
  const own = assignments.filter(a => !properties.some(p => p.feature === a.feature));
  const keyword = headOf(rule);
  const titled = assignments.some(a => a.feature === 'title');
  const body = keywordsOf(rule).includes('{');
  const { parts, keywords } = partsOf(keyword && body ? [] : own);
  checkEnds(rule, properties);
  return {
    name: rule.name,
    keyword,
    top: isTop,
    named: names ? (names.cardinality === '?' ? 'optional' : 'required') : 'never',
    titled,
    body,
    bodyOptional: body && isOptionalBody(rule),
    doc,
    // What has a name or a title is one of several; of other blocks there is one unless they say so.
    ...((names || titled) && !isTop && body ? { repeatable: true } : {}),
    ...traits,
    properties,
    values: valuesByFeature(own),
    parts,
    keywords,
  };
}

const isOptionalBody = rule =>
  AstUtils.streamAllContents(rule.definition).some(
    e => e.cardinality === '?' && GrammarAST.isGroup(e) && e.elements.some(one => one.value === '{'),
  );

/** The keys and words that end an owner's duty have to be there. */
function checkEnds(rule, properties) {
  for (const { owner } of properties) {
    for (const end of owner?.until ?? []) {
      const property = properties.find(({ key }) => key === end.key);
      if (!property) fail(rule, `@owner until ${end.key}: ${rule.name} has no such key`);
      const words = property.values.flatMap(value => value.words ?? []);
      if (end.word && !words.includes(end.word)) fail(rule, `@owner until ${end.key} ${end.word}: no such word`);
      end.feature = property.feature;
    }
  }
}

/** Each rule that begins with a word is a kind at the top or a block of another; a forgotten one could not be written. */
function checkUse(rules, top, topNames) {
  const used = new Set(
    rules.flatMap(rule => assignmentsOf(rule.definition).map(({ terminal }) => terminal.rule?.ref?.name)),
  );
  for (const rule of rules) {
    if (headOf(rule) && !topNames.includes(rule.name) && !used.has(rule.name))
      fail(rule, `${rule.name} can stand nowhere: list it in ${top.name} (isms.langium), or use it in another rule`);
  }
}

/** Keywords that stand before a `:` somewhere in the grammar. */
function keyKeywords(rules) {
  const groups = rules.flatMap(rule => AstUtils.streamAllContents(rule).filter(GrammarAST.isGroup).toArray());
  const keys = groups.flatMap(({ elements }) =>
    elements.filter((e, i) => GrammarAST.isKeyword(e) && elements[i + 1]?.value === ':').map(({ value }) => value),
  );
  return [...new Set(keys)].sort();
}

/** What the enumerated words mean, by the enumeration. Those of a value stand at its rule, each an enumeration of its own. */
function meanings(rules) {
  const result = {};
  for (const rule of rules) {
    if (GrammarUtils.isDataTypeRule(rule)) {
      traitsOf(rule, 'words');
      result[rule.name] = meaningsOf(rule, keywordsOf(rule));
    } else {
      const single = assignmentsOf(rule.definition).flatMap(({ terminal }) =>
        isWord(terminal) ? [terminal.value] : [],
      );
      for (const [word, meaning] of Object.entries(meaningsOf(rule, single))) result[word] = { [word]: meaning };
    }
  }
  return Object.fromEntries(Object.entries(result).filter(([, words]) => Object.keys(words).length));
}

/** The schema, the meanings and the snippets, as data. */
export function schemaOf(grammars) {
  const rules = grammars.flatMap(g => g.rules.filter(GrammarAST.isParserRule));
  const { rule: top, names: topNames } = declarationRules(grammars);
  const typeRules = rules.filter(
    rule => !rule.fragment && !rule.entry && rule !== top && !GrammarUtils.isDataTypeRule(rule),
  );
  checkUse(typeRules, top, topNames);
  const types = Object.fromEntries(typeRules.map(rule => [rule.name, typeOf(rule, topNames.includes(rule.name))]));
  const snippets = Object.fromEntries(
    typeRules.flatMap(rule => {
      const found = snippetsOf(rule, types[rule.name], types);
      return found ? [[rule.name, found]] : [];
    }),
  );
  return {
    schema: { rules: types, keyKeywords: keyKeywords(rules), wordsBeside: wordsBeside(typeRules) },
    meanings: meanings(rules.filter(rule => rule !== top && !rule.entry)),
    snippets,
  };
}

/** @param folder where `schema.json`, `meanings.json` and `snippets.json` are written */
export function writeSchema(grammars, folder) {
  const data = schemaOf(grammars);
  for (const [name, content] of Object.entries(data))
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
  return data.schema;
}
