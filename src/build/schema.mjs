// Derives the schema of the language (declarations, properties, values, documentation) from the grammar's sources and
// writes it to src/language/generated/: the schema, what words mean, and the snippets, which only editors need. The conventions
// it relies on stand at the head of language.langium; what breaks one of them ends the build.
import { writeFileSync } from 'node:fs';
import { fail } from './documentation.mjs';
import { calledFragment, declarationProduction, meantBy } from './grammar.mjs';
import { snippetsOf } from './snippets.mjs';
import { meaningsOf, synonymsOf, traitsOf } from './traits.mjs';

const { AstUtils, GrammarAST, GrammarUtils } = await import('langium');

/**
 * @typedef {import('langium').AstNode} AstNode
 * @typedef {import('langium').GrammarAST.AbstractElement} AbstractElement
 * @typedef {import('langium').GrammarAST.AbstractRule} AbstractRule
 * @typedef {import('langium').GrammarAST.Assignment} Assignment
 * @typedef {import('langium').GrammarAST.Keyword} Keyword
 * @typedef {import('langium').GrammarAST.ParserRule} ParserRule
 * @typedef {import('./grammar.mjs').Grammar} Grammar
 * @typedef {import('../language/schema.ts').NodeType} NodeType
 * @typedef {import('../language/schema.ts').PropertySchema} PropertySchema
 * @typedef {import('../language/schema.ts').ValueSchema} ValueSchema
 */

/**
 * The forms of the terminals.
 * @type {ReadonlyMap<string, 'string' | 'date' | 'number' | 'word'>}
 */
const forms = new Map([
  ['STRING', 'string'],
  ['DATE', 'date'],
  ['INT', 'number'],
  ['ID', 'word'],
]);

const keywordsOf = (/** @type {ParserRule} */ production) =>
  AstUtils.streamAllContents(production.definition)
    .filter(GrammarAST.isKeyword)
    .map(k => k.value)
    .toArray();

/**
 * The node types that a reference to `type` may resolve to.
 * @param {import('langium').GrammarAST.AbstractType} type
 * @returns {string[]}
 */
function targets(type) {
  if (GrammarAST.isParserRule(type)) return [type.name];
  if (GrammarAST.isType(type)) {
    const members = GrammarAST.isUnionType(type.type) ? type.type.types : [type.type];
    return members.flatMap(member => targets(meantBy(GrammarAST.isSimpleType(member) ? member.typeRef : undefined)));
  }
  throw new Error(`cannot tell what ${type.name} refers to`);
}

/**
 * What a value is: a reference, an enumeration, a node of its own, or a primitive.
 * @param {AbstractElement} terminal
 * @returns {ValueSchema}
 */
function valueSchema(terminal) {
  if (GrammarAST.isCrossReference(terminal)) {
    const type = meantBy(terminal.type);
    return { form: 'reference', type: type.name, targets: targets(type) };
  }
  if (GrammarAST.isKeyword(terminal)) return { form: 'enum', enumeration: terminal.value, words: [terminal.value] };
  const production = GrammarAST.isRuleCall(terminal) ? meantBy(terminal.rule) : undefined;
  if (GrammarAST.isTerminalRule(production)) {
    const form = forms.get(production.name);
    return form ? { form } : fail(terminal, `a value cannot be a ${production.name}`);
  }
  if (!GrammarAST.isParserRule(production)) fail(terminal, 'a value is a word, a reference or another production');
  if (production.name === 'Text') return { form: 'text' };
  if (production.name === 'Word' || production.name === 'Name' || production.name === 'Target') return { form: 'word' };
  if (GrammarUtils.isDataTypeRule(production)) {
    const words = keywordsOf(production);
    if (!words.length) return { form: 'word' };
    const synonyms = synonymsOf(production, words);
    const known = Object.keys(synonyms).length ? { synonyms } : {};
    const { open } = traitsOf(production, 'words').traits;
    return { form: 'enum', enumeration: production.name, words, ...known, ...(open && { open }) };
  }
  return { form: 'node', type: production.name };
}

const valuesOf = (/** @type {AbstractElement} */ terminal) =>
  GrammarAST.isAlternatives(terminal) ? terminal.elements.map(valueSchema) : [valueSchema(terminal)];

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
 * The first loop `( … )*` of a production that has braces: its property list.
 * @param {ParserRule} production
 */
function propertyList(production) {
  const elements = AstUtils.streamAllContents(production)
    .filter(e => GrammarAST.isAlternatives(e) || GrammarAST.isGroup(e) || GrammarAST.isAssignment(e))
    .toArray();
  const braces = AstUtils.streamAllContents(production).some(e => GrammarAST.isKeyword(e) && e.value === '{');
  if (!braces) return undefined;
  return elements.find(
    e =>
      e.cardinality === '*' &&
      !(GrammarAST.isGroup(e) && GrammarAST.isKeyword(e.elements[0]) && e.elements[0].value === ','),
  );
}

/**
 * Whether an element is a keyword made of letters, not punctuation.
 * @param {AstNode | undefined} element
 * @returns {element is Keyword}
 */
const isWord = element => GrammarAST.isKeyword(element) && /^[A-Za-z]/.test(element.value);

/**
 * The keyword that a production begins with; empty if it begins with something else.
 * @param {ParserRule} production
 */
function headOf(production) {
  const first = AstUtils.streamAllContents(production.definition).find(
    e => GrammarAST.isKeyword(e) || GrammarAST.isAssignment(e),
  );
  return isWord(first) ? first.value : '';
}

/**
 * What stands in a property list: a key with its value, a flag or a block.
 * @param {AbstractElement} element
 * @returns {PropertySchema}
 */
function property(element) {
  // a nested declaration or block: `actions+=Action`
  if (GrammarAST.isAssignment(element) && !GrammarAST.isKeyword(element.terminal)) {
    const production = GrammarAST.isRuleCall(element.terminal) ? meantBy(element.terminal.rule) : undefined;
    if (!GrammarAST.isParserRule(production)) fail(element, 'a block is a production of its own');
    const key = headOf(production);
    /** @type {ValueSchema[]} */
    const values = [{ form: 'node', type: production.name }];
    return { key, feature: element.feature, form: 'block', many: true, values, doc: traitsOf(production, 'type').doc };
  }
  if (GrammarAST.isAssignment(element) && GrammarAST.isKeyword(element.terminal)) {
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
  const [first, second] = GrammarAST.isGroup(element) ? element.elements : [];
  const [assigned] = assignmentsOf(element);
  if (!GrammarAST.isKeyword(first) || !GrammarAST.isKeyword(second) || second.value !== ':' || !assigned)
    fail(element, "a property is written as “'key' ':' feature=Value”, as a flag or as a block");
  const { doc, traits } = traitsOf(element, 'key');
  if (!doc) fail(element, `the key ${first.value} needs a documentation comment`);
  const values = valuesOf(assigned.terminal);
  const many = assigned.operator === '+=';
  /** @type {{ common?: true }} */
  const common = AstUtils.getContainerOfType(element, GrammarAST.isParserRule)?.fragment ? { common: true } : {};
  return { key: first.value, feature: assigned.feature, form: 'value', many, ...common, values, doc, ...traits };
}

/**
 * What the parts of a node without a key of their own are, by feature: `from` in `applicable: inherited from Supplier`.
 * @param {readonly Assignment[]} assignments
 */
function valuesByFeature(assignments) {
  /** @type {Record<string, ValueSchema[]>} */
  const values = {};
  for (const { feature, terminal } of assignments) (values[feature] ??= []).push(...valuesOf(terminal));
  return values;
}

/**
 * The element right before another one in its group.
 * @param {AbstractElement} element
 */
function elementBefore(element) {
  const { $container: group, $containerIndex: index } = element;
  return GrammarAST.isGroup(group) && index ? group.elements[index - 1] : undefined;
}

/**
 * The parts of a value and the words between them. A part that a word always leads to, such as `by`, has it as its lead. What
 * the comment at a part says is the hint for that word.
 * @param {readonly Assignment[]} assignments
 */
function partsOf(assignments) {
  /** @type {Record<string, { lead?: string }>} */
  const parts = {};
  /** @type {Record<string, string>} */
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

/**
 * The words that may stand where a reference of a type may stand: `no-such-asset` beside the name of a risk. By type.
 * @param {readonly ParserRule[]} productions
 */
function wordsBeside(productions) {
  /** @type {Record<string, readonly string[]>} */
  const beside = {};
  for (const definition of productions.map(production => production.definition).filter(GrammarAST.isAlternatives)) {
    const values = definition.elements.filter(GrammarAST.isAssignment).flatMap(({ terminal }) => valuesOf(terminal));
    const words = values.flatMap(value => (value.form === 'enum' ? value.words : []));
    for (const value of words.length ? values : []) if (value.form === 'reference') beside[value.type] = words;
  }
  return beside;
}

/**
 * @param {ParserRule} production
 * @param {boolean} isTop
 * @returns {NodeType}
 */
function typeOf(production, isTop) {
  const { doc, traits } = traitsOf(production, 'type');
  const list = propertyList(production);
  const properties = list ? alternatives(list).map(property) : [];
  const assignments = assignmentsOf(production.definition);
  const names = assignments.find(a => a.feature === 'names');
  const own = assignments.filter(a => !properties.some(p => p.feature === a.feature));
  const keyword = headOf(production);
  const titled = assignments.some(a => a.feature === 'title');
  const body = keywordsOf(production).includes('{');
  const { parts, keywords } = partsOf(keyword && body ? [] : own);
  checkNamed(production, properties);
  return {
    name: production.name,
    keyword,
    top: isTop,
    named: names ? (names.cardinality === '?' ? 'optional' : 'required') : 'never',
    titled,
    body,
    bodyOptional: body && isOptionalBody(production),
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

const isOptionalBody = (/** @type {ParserRule} */ production) =>
  AstUtils.streamAllContents(production.definition).some(
    e =>
      GrammarAST.isGroup(e) &&
      e.cardinality === '?' &&
      e.elements.some(one => GrammarAST.isKeyword(one) && one.value === '{'),
  );

/** The keys and words that a tag names, as what ends a duty or a plan and what a period is counted from, have to be there. */
function checkNamed(production, properties) {
  const named = (key, tag) => {
    const property = properties.find(candidate => candidate.key === key);
    return property ?? fail(production, `${tag} ${key}: ${production.name} has no such key`);
  };
  for (const { owner, planned, recurring } of properties) {
    for (const [tag, ends] of Object.entries({ owner: owner?.until ?? [], planned: planned?.until ?? [] })) {
      for (const end of ends) {
        const property = named(end.key, `@${tag} until`);
        const words = property.values.flatMap(value => value.words ?? []);
        if (end.word && !words.includes(end.word))
          fail(production, `@${tag} until ${end.key} ${end.word}: no such word`);
        end.feature = property.feature;
      }
    }
    if (recurring) recurring.from = recurring.from.map(key => named(key, '@recurring from').feature);
  }
}

/**
 * Each production that begins with a word is a kind at the top or a block of another; a forgotten one could not be written.
 * @param {readonly ParserRule[]} productions
 * @param {readonly ParserRule[]} all fragments too, in which a block may stand
 * @param {AbstractRule} top
 * @param {readonly string[]} topNames
 */
function checkUse(productions, all, top, topNames) {
  const used = new Set(
    all.flatMap(production =>
      assignmentsOf(production.definition).map(({ terminal }) =>
        GrammarAST.isRuleCall(terminal) ? meantBy(terminal.rule).name : undefined,
      ),
    ),
  );
  for (const production of productions) {
    if (headOf(production) && !topNames.includes(production.name) && !used.has(production.name))
      fail(
        production,
        `${production.name} can stand nowhere: list it in ${top.name} (language.langium), or use it in another production`,
      );
  }
}

/**
 * Keywords that stand before a `:` somewhere in the grammar.
 * @param {readonly ParserRule[]} productions
 */
function keyKeywords(productions) {
  const groups = productions.flatMap(production =>
    AstUtils.streamAllContents(production).filter(GrammarAST.isGroup).toArray(),
  );
  const keys = groups.flatMap(({ elements }) =>
    elements.filter(GrammarAST.isKeyword).flatMap(({ value, $containerIndex: index = 0 }) => {
      const next = elements[index + 1];
      return GrammarAST.isKeyword(next) && next.value === ':' ? [value] : [];
    }),
  );
  return [...new Set(keys)].sort();
}

/**
 * What the enumerated words mean, by the enumeration. Those of a value stand at its production, each an enumeration of its own.
 * @param {readonly ParserRule[]} productions
 */
function meanings(productions) {
  /** @type {Record<string, Record<string, string>>} */
  const result = {};
  for (const production of productions) {
    if (GrammarUtils.isDataTypeRule(production)) {
      traitsOf(production, 'words');
      result[production.name] = meaningsOf(production, keywordsOf(production));
    } else {
      const single = assignmentsOf(production.definition).flatMap(({ terminal }) =>
        isWord(terminal) ? [terminal.value] : [],
      );
      for (const [word, meaning] of Object.entries(meaningsOf(production, single))) result[word] = { [word]: meaning };
    }
  }
  return Object.fromEntries(Object.entries(result).filter(([, words]) => Object.keys(words).length));
}

/**
 * The schema, the meanings and the snippets, as data.
 * @param {readonly Grammar[]} grammars
 */
export function schemaOf(grammars) {
  const productions = grammars.flatMap(g => g.rules.filter(GrammarAST.isParserRule));
  const { production: top, names: topNames } = declarationProduction(grammars);
  const nodeProductions = productions.filter(
    production =>
      !production.fragment && !production.entry && production !== top && !GrammarUtils.isDataTypeRule(production),
  );
  checkUse(nodeProductions, productions, top, topNames);
  const nodeTypes = Object.fromEntries(
    nodeProductions.map(production => [production.name, typeOf(production, topNames.includes(production.name))]),
  );
  const snippets = Object.fromEntries(
    nodeProductions.flatMap(production => {
      const type = nodeTypes[production.name];
      const found = type && snippetsOf(production, type, nodeTypes);
      return found ? [[production.name, found]] : [];
    }),
  );
  return {
    schema: { nodeTypes, keyKeywords: keyKeywords(productions), wordsBeside: wordsBeside(nodeProductions) },
    meanings: meanings(productions.filter(production => production !== top && !production.entry)),
    snippets,
  };
}

/**
 * @param {readonly Grammar[]} grammars
 * @param {string} folder where `schema.json`, `meanings.json` and `snippets.json` are written
 */
export function writeSchema(grammars, folder) {
  const data = schemaOf(grammars);
  for (const [name, content] of Object.entries(data))
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(content, null, 2)}\n`);
  return data.schema;
}
