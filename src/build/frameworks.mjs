// Reads the frameworks of src/frameworks, one folder each with a manifest and documents in the language, into what a program looks names up
// in. Whatever is wrong in a folder ends the build with its file and line.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {import('../frameworks/framework.ts').FrameworkData} FrameworkData
 * @typedef {import('../frameworks/framework.ts').DocumentData} DocumentData
 * @typedef {import('../frameworks/framework.ts').EntryData} EntryData
 * @typedef {import('../frameworks/framework.ts').MappingData} MappingData
 * @typedef {{ title: string, order: number, documents: readonly DocumentManifest[] }} Manifest
 * @typedef {{ file: string, title: string, entry?: string, plural?: string, role?: 'control' | 'requirement', themes?: Record<string, string> }} DocumentManifest
 * @typedef {{ split: typeof import('../syntax/text/splitter.ts').split, kindKeywords: ReadonlySet<string>,
 *   readLight: typeof import('../syntax/light/read-light.ts').readLight;
 *   inEnglish: typeof import('../wording/wording.ts').inEnglish }} Reader
 */

/** What a document may declare. */
const declarable = ['Catalog', 'Mapping', 'Threat', 'Vulnerability'];
const manifestKeys = ['title', 'order', 'documents'];
const documentKeys = ['file', 'title', 'entry', 'plural', 'role', 'themes'];
const roles = ['control', 'requirement'];

/**
 * The module that reads the language, as a source for esbuild: `split`, `kindKeywords`, `readLight` and `inEnglish`.
 * @type {string}
 */
export const readerSource = `
export { split } from './src/syntax/text/splitter.ts';
export { kindKeywords } from './src/language/schema.ts';
export { readLight } from './src/syntax/light/read-light.ts';
export { inEnglish } from './src/wording/wording.ts';
`;

/**
 * The frameworks in the folders of `folder`, in their order, and the texts of their documents by URI. Throws with file, line and what to do if one is wrong.
 * @param {string} folder
 * @param {Reader} reader
 * @returns {{ frameworks: FrameworkData[], texts: Record<string, string> }}
 */
export function readFrameworks(folder, reader) {
  /** @type {Record<string, string>} */
  const texts = {};
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'generated')
    .map(({ name }) => name)
    .sort();
  const read = ids.map(id => {
    const manifest = readManifest(folder, id);
    const documents = manifest.documents.map(document => readDocument(folder, id, document, reader, texts));
    return { order: manifest.order, framework: { id, title: manifest.title, documents } };
  });
  const frameworks = read.sort((a, b) => a.order - b.order || (a.framework.id < b.framework.id ? -1 : 1));
  const all = frameworks.map(({ framework }) => framework);
  checkNames(all, texts);
  return { frameworks: all, texts };
}

/**
 * Writes what `readFrameworks` gives as data beside the folders.
 * @param {string} root
 * @param {Reader} reader
 */
export function writeFrameworks(root, reader) {
  const folder = join(root, 'src/frameworks');
  const { frameworks, texts } = readFrameworks(folder, reader);
  const generated = join(folder, 'generated');
  mkdirSync(generated, { recursive: true });
  writeFileSync(join(generated, 'frameworks.json'), `${JSON.stringify(frameworks.map(packed), null, 1)}\n`);
  writeFileSync(join(generated, 'texts.json'), `${JSON.stringify(texts, null, 1)}\n`);
}

/**
 * The same, shorter: `unpacked` of src/frameworks/framework.ts reads it.
 * @param {FrameworkData} framework
 * @returns {import('../frameworks/framework.ts').PackedFramework}
 */
function packed({ documents, ...framework }) {
  return {
    ...framework,
    documents: documents.map(document => ({
      ...document,
      entries: document.entries.map(({ name, title, type, start, facts }) => {
        const short = Object.entries(facts).map(([key, words]) => [
          key,
          words.some(word => /[\s,]/.test(word)) ? words : words.join(', '),
        ]);
        return /** @type {const} */ ([
          name,
          title,
          type === 'CatalogEntry' ? '' : type,
          start,
          Object.fromEntries(short),
        ]);
      }),
    })),
  };
}

/**
 * @param {string} folder
 * @param {string} id
 * @returns {Manifest}
 */
function readManifest(folder, id) {
  const path = `${id}/manifest.json`;
  if (!existsSync(join(folder, path))) throw new Error(`src/frameworks/${path} is missing: each framework has one.`);
  /** @type {Manifest} */
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  } catch (error) {
    throw new Error(`src/frameworks/${path} is no JSON: ${/** @type {Error} */ (error).message}`);
  }
  const refuse = (/** @type {string} */ what) => {
    throw new Error(`src/frameworks/${path}: ${what}`);
  };
  refuseUnknown(manifest, manifestKeys, refuse);
  if (typeof manifest.title !== 'string') refuse('give it a "title".');
  if (typeof manifest.order !== 'number') refuse('give it an "order", a number: frameworks are listed by it.');
  if (!Array.isArray(manifest.documents)) refuse('give it "documents", a list.');
  for (const document of manifest.documents) {
    refuseUnknown(document, documentKeys, refuse);
    if (typeof document.file !== 'string' || typeof document.title !== 'string')
      refuse('each of its documents has a "file" and a "title".');
    if (!existsSync(join(folder, id, document.file))) refuse(`there is no file ${document.file}.`);
    if (document.role !== undefined && !roles.includes(document.role)) refuse(`a "role" is ${roles.join(' or ')}.`);
  }
  const files = manifest.documents.map(({ file }) => file);
  const unlisted = readdirSync(join(folder, id)).filter(name => name.endsWith('.isms') && !files.includes(name));
  if (unlisted.length) refuse(`list ${unlisted.join(', ')} among its documents.`);
  return manifest;
}

/**
 * @param {object} value
 * @param {readonly string[]} known
 * @param {(what: string) => void} refuse
 */
function refuseUnknown(value, known, refuse) {
  const unknown = Object.keys(value).filter(key => !known.includes(key));
  if (unknown.length) refuse(`there is no key ${unknown.join(', ')}; the keys are ${known.join(', ')}.`);
}

/**
 * @param {string} folder
 * @param {string} id
 * @param {DocumentManifest} manifest
 * @param {Reader} reader
 * @param {Record<string, string>} texts
 * @returns {DocumentData}
 */
function readDocument(folder, id, manifest, reader, texts) {
  const { file, title, entry, plural, role, themes } = manifest;
  const text = readFileSync(join(folder, id, file), 'utf8').replaceAll('\r\n', '\n');
  const uri = `isms-catalogue:/${id}/${file}`;
  texts[uri] = text;
  const refuse = (/** @type {number} */ offset, /** @type {string} */ what) => {
    throw new Error(`${placeOf(uri, text, offset)}: ${what}`);
  };
  /** @type {EntryData[]} */
  const entries = [];
  /** @type {MappingData[]} */
  const mappings = [];
  /** @type {string | undefined} */
  let catalogue;
  for (const { bodyStart, bodyEnd } of reader.split(text, reader.kindKeywords)) {
    if (bodyStart === bodyEnd) continue;
    const read = reader.readLight(text, bodyStart, bodyEnd);
    const declaration = read?.declaration;
    if (!declaration) return refuse(bodyStart, 'what begins here is not in order; see what `isms check` says of it.');
    const [problem] = read.problems;
    if (problem) refuse(bodyStart + problem.start, reader.inEnglish(problem.message));
    if (!declarable.includes(declaration.$type)) refuse(bodyStart, `a framework declares no ${declaration.$type}.`);
    for (const definition of [...declaration.$definitions].sort((a, b) => a.start - b.start)) {
      const { name, type, node, start, end } = definition;
      const facts = factsOf(/** @type {any} */ (node));
      const place = { start: bodyStart + start, end: bodyStart + end };
      if (!node.title) refuse(place.start, `give ${name} a title.`);
      const [theme] = facts.theme ?? [];
      if (theme && themes && !Object.hasOwn(themes, theme)) refuse(place.start, `the manifest has no theme ${theme}.`);
      entries.push({ name, title: node.title?.value ?? '', type: /** @type {any} */ (type), ...place, facts });
    }
    if (declaration.$type === 'Mapping') mappings.push(mappingOf(/** @type {any} */ (declaration)));
    if (declaration.$type !== 'Catalog') continue;
    if (catalogue !== undefined)
      refuse(bodyStart, 'a document has one catalogue; write this one into a file of its own.');
    if (!entry || !role)
      refuse(bodyStart, 'the manifest says of a catalogue what an "entry" is called and what its "role" is.');
    catalogue = declaration.names[0]?.value;
  }
  return {
    uri,
    title,
    ...(catalogue !== undefined && { catalogue, entry, plural: plural ?? `${entry}s`, role, themes: themes ?? {} }),
    entries,
    mappings,
  };
}

/**
 * The values of a node's keys, as words.
 * @param {import('../model/declaration.ts').AnyNode & Readonly<Record<string, any>>} node
 * @returns {Record<string, readonly string[]>}
 */
function factsOf(node) {
  /** @type {Record<string, readonly string[]>} */
  const facts = {};
  for (const { feature, key } of node.$keys) {
    const written = [node[feature]].flat().flatMap(value => value?.value ?? value?.name ?? []);
    if (written.length && written.every(value => typeof value === 'string')) facts[key] = written;
  }
  return facts;
}

/**
 * @param {import('../model/declaration.ts').Declarations['Mapping']} mapping
 * @returns {MappingData}
 */
const mappingOf = ({ names, from, to, pairs }) => ({
  name: names[0]?.value ?? '',
  from: from?.name ?? '',
  to: to?.name ?? '',
  pairs: pairs.map(({ source, targets }) => [source?.name ?? '', targets.map(({ name }) => name)]),
});

/**
 * Each name stands once over all frameworks, and what refers to one finds it.
 * @param {readonly FrameworkData[]} frameworks
 * @param {Readonly<Record<string, string>>} texts
 */
function checkNames(frameworks, texts) {
  const documents = frameworks.flatMap(framework => framework.documents);
  /** @type {Map<string, DocumentData>} */
  const owners = new Map();
  for (const document of documents) {
    for (const { name, start } of document.entries) {
      const other = owners.get(name);
      if (other)
        throw new Error(
          `${placeOf(document.uri, texts[document.uri] ?? '', start)}: ${name} is a name in ${pathOf(other.uri)} already.`,
        );
      owners.set(name, document);
    }
  }
  for (const document of documents) {
    for (const { name, from, to, pairs } of document.mappings) {
      const start = document.entries.find(entry => entry.name === name)?.start ?? 0;
      const refuse = (/** @type {string} */ what) => {
        throw new Error(`${placeOf(document.uri, texts[document.uri] ?? '', start)}: ${what}`);
      };
      for (const side of [from, to])
        if (owners.get(side)?.catalogue !== side)
          refuse(`${name} maps ${side || 'nothing'}, which no framework has as a catalogue.`);
      for (const [source, targets] of pairs) {
        if (owners.get(source)?.catalogue !== from) refuse(`${source} is no entry of ${from}.`);
        for (const target of targets)
          if (owners.get(target)?.catalogue !== to) refuse(`${target} is no entry of ${to}.`);
      }
    }
  }
}

const pathOf = (/** @type {string} */ uri) => uri.replace('isms-catalogue:', 'src/frameworks');

const placeOf = (/** @type {string} */ uri, /** @type {string} */ text, /** @type {number} */ offset) =>
  `${pathOf(uri)}:${text.slice(0, offset).split('\n').length}`;
