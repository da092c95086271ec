/** The configuration of a server (configs/*.json), and the places in a corpus at which it is edited and asked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built, here, root } from './places.mjs';

const fill = (value, given) => value.replace(/\$\{(\w+)\}/g, (whole, name) => given[name] ?? whole);

/** @param name the name of a file in configs/, or a path */
export function loadConfig(name, data) {
  const file = existsSync(name) ? name : join(here, 'configs', `${name}.json`);
  const given = { bench: here, root, built, data, dataUri: pathToFileURL(data).href, node: process.execPath };
  return JSON.parse(fill(readFileSync(file, 'utf8'), given));
}

export function filesUnder(folder, extension, found = []) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) filesUnder(file, extension, found);
    else if (file.endsWith(extension)) found.push(file);
  }
  return found.sort();
}

const texts = new Map();
function textOf(file) {
  if (!texts.has(file)) texts.set(file, readFileSync(file, 'utf8'));
  return texts.get(file);
}

const middle = list => list[Math.floor((list.length - 1) / 2)];

function position(text, offset) {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, character: offset - lineStart };
}

/** The middle match in the middle file whose path begins with `files` (in the first file with a match, if `anywhere`). */
function site(config, { files: prefix, find, anywhere = false }, given = {}) {
  const files = filesUnder(config.workspace, config.extension);
  const wanted = files.filter(file => relative(config.workspace, file).startsWith(prefix));
  const list = wanted.length ? wanted : files;
  const pattern = new RegExp(fill(find, given), 'gmd');
  for (const file of anywhere ? list : [middle(list)]) {
    const hits = [...textOf(file).matchAll(pattern)];
    if (!hits.length) continue;
    const hit = middle(hits);
    const [start, end] = hit.indices[1];
    return { file, text: hit[1], start: position(textOf(file), start), end: position(textOf(file), end) };
  }
  throw new Error(`${config.name}: no place for ${find}`);
}

/** The files in which a name stands, and how many declarations but its own name it. */
function usersOf(config, name) {
  const word = new RegExp(`\\b${name}\\b`);
  const files = filesUnder(config.workspace, config.extension).filter(file => word.test(textOf(file)));
  const declarations = files.flatMap(file => textOf(file).split(/^}/m)).filter(text => word.test(text)).length - 1;
  return { files, declarations };
}

/** A name that many use, with its users; undefined if the server has none, or not `exactly` so many name it. */
function manySite(config, wanted, exactly) {
  if (!wanted) return undefined;
  const found = site(config, { ...wanted, anywhere: true });
  const users = usersOf(config, found.text);
  return exactly === undefined || users.declarations === exactly ? { ...found, users } : undefined;
}

/** Where a server is edited and asked. All lie in or around the middle risk of the corpus. */
export function sitesOf(config) {
  const { sites } = config;
  const reference = site(config, sites.reference);
  return {
    files: filesUnder(config.workspace, config.extension),
    title: site(config, sites.title),
    value: site(config, sites.value),
    anchor: site(config, sites.anchor),
    reference,
    declaration: site(config, { ...sites.declaration, anywhere: true }, { name: reference.text }),
    popular: manySite(config, sites.popular),
    shared: manySite(config, sites.shared, 1000),
    completion: sites.completion ? site(config, sites.completion) : reference,
    completionOffset: sites.completion?.offset ?? 1,
  };
}
