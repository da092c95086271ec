// The snippets of the grammar's documentation comments as those of the Language Server Protocol. In the grammar,
// `${Name}` is a place with a proposal, `${}` an empty one, `${a|b}` a choice and `${*}` a choice of all words of the key;
// %TODAY%, %YEAR% and %OWNER% are filled in when a snippet is offered. A level of indentation is two spaces.
import { documentationOf, fail } from './documentation.mjs';

const variables = new Set(['%TODAY%', '%YEAR%', '%OWNER%']);

/**
 * @typedef {import('../language/schema.ts').NodeType} NodeType
 * @typedef {import('../language/schema.ts').PropertySchema} PropertySchema
 * @typedef {Readonly<Record<string, NodeType>>} NodeTypes
 * @typedef {(message: string) => never} Problem ends the build
 * @typedef {{ main?: string, variants: { label: string, detail: string, text: string }[] }} Snippets
 */

/**
 * The snippets of a declaration or block: the one offered under its own keyword, and others with a label and a sentence each.
 * @param {import('langium').AstNode} node
 * @param {NodeType} type
 * @param {NodeTypes} types all types, by name: a snippet may hold blocks
 * @returns {Snippets | undefined} undefined if there are none
 */
export function snippetsOf(node, type, types) {
  const tags = documentationOf(node).tags.filter(({ name }) => name === 'snippet');
  if (!tags.length) return undefined;
  /** @type {Snippets} */
  const result = { variants: [] };
  for (const { argument, body = [], line } of tags) {
    /** @type {Problem} */
    const problem = message => fail(node, `@snippet: ${message}`, line);
    const [first] = body;
    if (first === undefined) problem('its lines are missing');
    if (!new RegExp(`^${type.keyword}(?![\\w-])`).test(first)) problem(`it has to begin with ${type.keyword}`);
    const text = converted(body, type, types, problem);
    if (!argument) {
      if (result.main) problem('a second one needs a name, as in “@snippet name: what it is for”');
      result.main = text;
      continue;
    }
    const [, label, detail] = /^([\w-]+): (.+)$/.exec(argument) ?? [];
    if (!label || !detail) problem('a named one is written as “@snippet name: what it is for”');
    result.variants.push({ label, detail, text });
  }
  if (!result.main) fail(node, 'one @snippet has to be without a name');
  return result;
}

/**
 * @param {readonly string[]} body
 * @param {NodeType} type
 * @param {NodeTypes} types
 * @param {Problem} problem
 */
function converted(body, type, types, problem) {
  const keys = [type, ...nestedTypes(type, types)].flatMap(({ properties }) => properties);
  let stop = 0;
  const lines = body.map(line => {
    const [, indent = '', text = ''] = /^((?: {2})*)(.*)$/.exec(line) ?? [];
    checkKeys(text, keys, types, problem);
    const places = text.replace(/(?:([\w-]+): )?\$\{([^}]*)\}/g, (_whole, key, content) => {
      for (const [variable] of content.matchAll(/%\w*%/g))
        if (!variables.has(variable)) problem(`${variable} is not known; there are ${[...variables].join(', ')}`);
      return `${key ? `${key}: ` : ''}${place(++stop, content, keys, key, problem)}`;
    });
    return '\t'.repeat(indent.length / 2) + places;
  });
  return `${lines.join('\n')}$0`;
}

/**
 * @param {number} stop
 * @param {string} content
 * @param {readonly PropertySchema[]} keys
 * @param {string | undefined} key
 * @param {Problem} problem
 */
function place(stop, content, keys, key, problem) {
  if (content === '') return `$${stop}`;
  const words = content === '*' ? wordsOf(keys, key) : content.includes('|') ? content.split('|') : undefined;
  if (words?.length === 0)
    problem(`\${*} has to follow a key with words of its own, which ${key ?? 'this place'} is not`);
  return words ? `\${${stop}|${words.join(',')}|}` : `\${${stop}:${content}}`;
}

/**
 * @param {readonly PropertySchema[]} keys
 * @param {string | undefined} key
 */
const wordsOf = (keys, key) =>
  keys.find(property => property.key === key)?.values.flatMap(value => (value.form === 'enum' ? value.words : [])) ??
  [];

/** A snippet writes nothing that has happened, was approved or was judged: there it leaves an empty place or a choice. */
function checkKeys(line, keys, types, problem) {
  for (const [, key, value] of line.matchAll(/(?:^|\{ | {2})([\w-]+): (.*?)(?=$| {2}| \})/g)) {
    const known = keys.filter(property => property.key === key);
    // `3: likely` and `low: 1..4` are lines of a scale.
    const isScale = /^\d/.test(key) || /^\d/.test(value);
    if (!known.length && !isScale) problem(`there is no key ${key}`);
    if (known.some(property => isFact(property, types)) && !/^\$\{(?:[^}]*\|[^}]*)?\}/.test(value))
      problem(`${key} has to begin with an empty place \${} or a choice: a template states no fact and no judgement`);
  }
}

const isFact = ({ happened, scale, values }, types) =>
  happened !== undefined ||
  scale !== undefined ||
  values.some(({ form, type }) => form === 'node' && Object.values(types[type].parts).some(part => part.happened));

/**
 * The types of the blocks inside a type, at any depth.
 * @param {NodeType} type
 * @param {NodeTypes} types
 * @param {Set<string>} [seen]
 * @returns {NodeType[]}
 */
function nestedTypes(type, types, seen = new Set()) {
  return type.properties.flatMap(({ form, values: [value] }) => {
    if (form !== 'block' || value?.form !== 'node' || seen.has(value.type)) return [];
    seen.add(value.type);
    const nested = types[value.type];
    return nested ? [nested, ...nestedTypes(nested, types, seen)] : [];
  });
}
