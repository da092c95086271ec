// The tags of the grammar's documentation comments: what is known of a kind, a key, a part of a value or a word beside its
// syntax. An unknown tag, a tag in the wrong place and an argument that means nothing are errors of the build.
// docs/architecture.md, "Language: traits", lists them for authors; src/language/schema.ts says what becomes of them.
import { documentationOf, fail } from './documentation.mjs';

/** The kinds of symbols of the Language Server Protocol, which editors have icons for. */
const icons = new Set(
  `File Module Namespace Package Class Method Property Field Constructor Enum Interface Function Variable Constant String
   Number Boolean Array Object Key Null EnumMember Struct Event Operator TypeParameter`.split(/\s+/),
);

const scales = new Set(['likelihood', 'impact', 'values', 'levels']);

const flag = argument => (argument ? undefined : true);
const phrase = argument => argument || undefined;
const oneOf = words => argument => (words.has(argument) ? argument : undefined);
const list = argument => {
  const items = argument.split(',').map(item => item.trim());
  return items.every(Boolean) ? items : undefined;
};

/** `@happened`, `@happened signed`, `@happened issued, the certificate`. */
function happened(argument) {
  const [verb = '', subject, ...more] = argument.split(',').map(part => part.trim());
  if (more.length || subject === '') return undefined;
  return { ...(verb && { verb }), ...(subject && { subject }) };
}

/** `@owner`, `@owner until closed, status done`: what ends a duty or a plan is a key, or a key with one of its words. */
function untilEnds(argument) {
  if (!argument) return { until: [] };
  const ends = /^until (.+)$/.exec(argument)?.[1]?.split(',');
  const until = ends?.map(end => /^([\w-]+)(?: ([\w-]+))?$/.exec(end.trim()));
  return until?.every(end => end !== null)
    ? { until: until.map(([, key, word]) => ({ key, ...(word && { word }) })) }
    : undefined;
}

/** `@recurring`, `@recurring from approved, reviewed`: the keys from the later of which a period is counted. */
function recurring(argument) {
  if (!argument) return { from: [] };
  const from = /^from (.+)$/.exec(argument)?.[1]?.split(',');
  return from && { from: from.map(key => key.trim()) };
}

/**
 * The tags by what they may stand at: a declaration or block (`type`), a key, a part of a value without a key of its own, and
 * an enumeration. Each reads its argument; undefined says that the argument means nothing.
 */
const readers = {
  type: {
    icon: oneOf(icons),
    single: flag,
    overall: flag,
    file: argument => (/^[\w-]+\.isms$/.test(argument) ? argument : undefined),
    sought: flag,
    shared: flag,
    catalogued: flag,
    repeatable: flag,
    defaults: flag,
    decides: flag,
    called: phrase,
    plural: phrase,
  },
  key: {
    happened,
    owner: untilEnds,
    planned: untilEnds,
    last: flag,
    recent: flag,
    recurring,
    path: flag,
    isms: flag,
    unlisted: flag,
    fact: flag,
    decides: flag,
    scale: oneOf(scales),
    suggest: list,
  },
  part: {
    happened,
    last: flag,
    planned: argument => (argument ? undefined : { until: [] }),
    scale: oneOf(scales),
    after: phrase,
  },
  words: { open: flag },
};

/**
 * Tags that may come more than once and are read elsewhere: the snippets of a type, and what words mean.
 * @type {Readonly<Record<keyof typeof readers, readonly string[]>>}
 */
const others = { type: ['snippet', 'word'], words: ['word', 'synonym'], key: [], part: [] };

/**
 * The prose of a node's comment and what its tags say.
 * @param {import('langium').AstNode} node
 * @param {keyof typeof readers} place
 */
export function traitsOf(node, place) {
  const { text, tags } = documentationOf(node);
  const traits = {};
  for (const { name, argument, line } of tags) {
    if (others[place].includes(name)) continue;
    const read = Object.hasOwn(readers[place], name) ? readers[place][name] : undefined;
    if (!read) {
      const elsewhere = Object.keys(readers).filter(other => name in readers[other] || others[other].includes(name));
      const hint = elsewhere.length ? `it belongs to a ${elsewhere.join(' or ')}` : 'there is no such tag';
      fail(node, `@${name} cannot stand at this ${place}; ${hint}`, line);
    }
    if (name in traits) fail(node, `@${name} stands here twice`, line);
    traits[name] = read(argument);
    if (traits[name] === undefined) fail(node, `@${name} cannot be “${argument}”`, line);
  }
  return { doc: text, traits };
}

/**
 * What the words at a node mean, by `@word word: meaning`. A word that the grammar does not have there is an error.
 * @param {import('langium').AstNode} node
 * @param {readonly string[]} words
 */
export function meaningsOf(node, words) {
  /** @type {Record<string, string>} */
  const meanings = {};
  for (const { name, argument, line } of documentationOf(node).tags) {
    if (name !== 'word') continue;
    const [, word, meaning] = /^([\w-]+): (.+)$/.exec(argument) ?? [];
    if (!word || !meaning) fail(node, `@word is written as “@word word: what it means”`, line);
    if (!words.includes(word)) fail(node, `@word ${word}: there is no such word here, only ${words.join(', ')}`, line);
    if (word in meanings) fail(node, `@word ${word} stands here twice`, line);
    meanings[word] = meaning;
  }
  return meanings;
}

/**
 * What others call the words of an enumeration, by `@synonym word: other, another`: `mitigate` for `modify`.
 * @param {import('langium').AstNode} node
 * @param {readonly string[]} words
 * @returns {Record<string, string>} the word by its synonym
 */
export function synonymsOf(node, words) {
  /** @type {Record<string, string>} */
  const synonyms = {};
  for (const { name, argument, line } of documentationOf(node).tags) {
    if (name !== 'synonym') continue;
    const [, word, others] = /^([\w-]+): (.+)$/.exec(argument) ?? [];
    if (!word || !others) fail(node, `@synonym is written as “@synonym word: other, another”`, line);
    if (!words.includes(word))
      fail(node, `@synonym ${word}: there is no such word here, only ${words.join(', ')}`, line);
    for (const other of others.split(',').map(part => part.trim())) {
      if (!/^[\w.-]+$/.test(other)) fail(node, `@synonym ${word}: “${other}” is no word`, line);
      if (words.includes(other) || other in synonyms)
        fail(node, `@synonym ${word}: ${other} already means something`, line);
      synonyms[other] = word;
    }
  }
  return synonyms;
}
