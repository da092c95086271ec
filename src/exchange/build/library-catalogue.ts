/** Frameworks and reference controls of libraries, as catalogues. */
import { builtin } from '../../frameworks/framework.ts';
import { withoutEnd } from '../../model/without-end.ts';
import { oneLine } from '../../syntax/text/one-line.ts';
import { saying } from '../../wording/wording.ts';
import { isFields, listOf, type Value } from '../library.ts';
import { idName, isName, Names, titleName } from '../values/names.ts';
import { type Entry, line, text, words } from '../write/declaration.ts';
import { LibraryObject } from './library-object.ts';
import type { Register } from './register.ts';

/** What requirements and frameworks became, by urn in lower case. */
export interface Urns {
  readonly catalogues: Map<string, string>;
  readonly entries: Map<string, string>;
}

export const urnKey = (urn: string): string => urn.toLowerCase();

/** Declares a framework: what can be assessed is an entry, what is a heading stands in the notes and is the theme of what it heads. */
export function declareFramework(
  framework: LibraryObject,
  head: readonly Entry[],
  lines: readonly string[],
  urns: Urns,
  register: Register,
): void {
  const { place } = framework;
  const title = framework.text('name');
  const draft = register.declare(
    'catalog',
    freeName(wantedName(framework, title, 'Framework'), register),
    titleOf(title),
  );
  const { name } = draft;
  const about = `catalog ${name}`;
  const urn = framework.peek('urn');
  if (urn !== undefined) urns.catalogues.set(urnKey(urn), name);
  const { records, left } = recordsOf(framework.take('requirement_nodes'));
  const nodes = records.map(record => new LibraryObject(record, place, register));
  const prefix = prefixOf(name);
  const headings = new Names();
  const named = nodes.map((node): Node => {
    const isHeading = node.peek('assessable')?.toLowerCase() === 'false';
    const ref = refOf(node);
    return {
      node,
      ref,
      isHeading,
      name: isHeading ? headings.take(idName(ref, 'Section')) : entryName(ref, prefix, register),
    };
  });
  const parents = new Map<string, Node>();
  for (const one of named) learn(one, parents, urns, register);
  const outline = named.filter(({ isHeading }) => isHeading).map(one => headingLine(one, parents, register, about));
  draft.entries = [
    ...head,
    ...text('description', framework.text('description')),
    ...named.filter(({ isHeading }) => !isHeading).map(one => requirement(one, parents, register)),
    ...framework.notes(about, [...lines, ...outline, ...left.map(each => `requirement_nodes: ${each}`)]),
  ];
}

interface Node {
  readonly node: LibraryObject;
  readonly ref: string;
  readonly isHeading: boolean;
  readonly name: string;
}

/** Of a requirement without an id, the end of its urn. */
const refOf = (object: LibraryObject): string =>
  object.peek('ref_id') ?? object.peek('urn')?.split(':').at(-1) ?? object.peek('name') ?? '';

function learn(one: Node, parents: Map<string, Node>, urns: Urns, register: Register): void {
  const { node, isHeading, name } = one;
  const urn = node.peek('urn');
  if (urn === undefined) return;
  if (parents.has(urnKey(urn)))
    register.ledger.remark(
      'contradiction',
      'duplicate-urn',
      saying('Two requirements have the same urn: what names it means the first'),
      { place: node.place, text: urn, about: `entry ${name}` },
    );
  else {
    parents.set(urnKey(urn), one);
    if (!isHeading) urns.entries.set(urnKey(urn), name);
  }
}

function requirement(one: Node, parents: ReadonlyMap<string, Node>, register: Register): Entry {
  const { node, ref, name } = one;
  const about = `entry ${name}`;
  const theme = themeOf(one, parents, register, about);
  if (theme !== undefined) node.understood('parent_urn', saying('its theme'), about);
  node.understood('depth', saying('the themes'), about);
  node.understood('assessable', saying('being an entry'), about);
  return entry(node, ref, name, words('theme', theme), register);
}

/** An entry of what is left of an object. A statement without a name is the title, as in the frameworks that are built in. */
function entry(object: LibraryObject, ref: string, name: string, own: Entry[], register: Register): Entry {
  const about = `entry ${name}`;
  const lines = idLines(object, ref, name, register, about);
  const described = object.peek('description');
  const isTitle = object.peek('name') === undefined && described !== undefined && !described.includes('\n');
  const title = object.text(isTitle ? 'description' : 'name');
  const entries = [...own, ...text('description', object.text('description')), ...object.notes(about, lines)];
  return { block: { keyword: 'entry', name, ...(title !== undefined && { title: oneLine(title) }), entries } };
}

/** The id is the name, or stays in the notes; the urn says nothing more if it ends with the id. */
function idLines(object: LibraryObject, ref: string, name: string, register: Register, about: string): string[] {
  tellUrn(object, ref, about);
  if (name === ref || object.peek('ref_id') === undefined) {
    object.text('ref_id');
    return [];
  }
  register.ledger.remark(
    'changed',
    'id-changed',
    saying(
      'The id is written otherwise: a name begins with a letter, has no signs, and nothing else may be called so; the original is kept in notes',
    ),
    { place: object.place, text: ref, about },
  );
  return object.line('ref_id');
}

function tellUrn(object: LibraryObject, ref: string, about: string): void {
  const end = object.peek('urn')?.split(':').at(-1);
  if (ref !== '' && end?.toLowerCase() === ref.toLowerCase()) object.understood('urn', saying('the id'), about);
}

/** The name of what it lies in. */
function themeOf(
  { node }: Node,
  parents: ReadonlyMap<string, Node>,
  register: Register,
  about: string,
): string | undefined {
  const urn = node.peek('parent_urn');
  const found = urn === undefined ? undefined : parents.get(urnKey(urn));
  const parent = found?.node === node ? undefined : found;
  if (urn !== undefined && !parent)
    register.ledger.remark(
      'not understood',
      'no-parent',
      saying('“parent_urn” names nothing else of the framework; it is kept in notes'),
      {
        place: node.place,
        text: urn,
        about,
      },
    );
  return parent?.name;
}

/** A heading with all that it says, in the notes of its catalogue. */
function headingLine(one: Node, parents: ReadonlyMap<string, Node>, register: Register, about: string): string {
  const { node, ref, name } = one;
  const theme = themeOf(one, parents, register, about);
  if (theme !== undefined) node.understood('parent_urn', saying('what the heading lies in'), about);
  node.understood('depth', saying('what the heading lies in'), about);
  node.understood('assessable', saying('being a heading'), about);
  tellUrn(node, ref, about);
  const said = [node.text('ref_id'), node.text('name')].filter(each => each !== undefined).join(' ');
  const head = theme === undefined ? name : `${name} (in ${theme})`;
  register.ledger.remark(
    'kept in notes',
    'heading',
    saying('A heading is no requirement: it is the theme of what it heads, and stands in the notes of the catalogue'),
    { place: node.place, text: said || ref, about },
  );
  return [`${head}: ${said}`.trim(), node.text('description'), ...node.rest(about)].filter(Boolean).join('; ');
}

/** Declares the controls of a library as a catalogue, with the function of NIST CSF as the concept of each. */
export function declareControls(
  controls: readonly LibraryObject[],
  { ref, title }: { readonly ref?: string; readonly title?: string },
  head: readonly Entry[],
  lines: readonly string[],
  register: Register,
): void {
  const wanted = ref === undefined ? titleName(title ?? '', 'Reference') : idName(ref, 'Reference');
  const draft = register.declare(
    'catalog',
    freeName(`${wanted}-controls`, register),
    title === undefined ? 'Reference controls' : `Reference controls of ${oneLine(title)}`,
  );
  const prefix = prefixOf(draft.name);
  draft.entries = [
    ...head,
    ...controls.map(control => {
      const own = [...wordOf(control, 'category', 'theme'), ...wordOf(control, 'csf_function', 'concepts')];
      const id = refOf(control);
      return entry(control, id, entryName(id, prefix, register), own, register);
    }),
    ...text('notes', lines.join('\n')),
  ];
}

/** A property that takes a word; what is none is left for the notes. */
const wordOf = (object: LibraryObject, key: string, property: string): Entry[] =>
  isName(object.peek(key) ?? '') ? words(property, object.text(key)) : [];

/** Declares a threat under the names by which registers may call it. */
export function declareThreat(threat: LibraryObject, register: Register): void {
  const ref = threat.peek('ref_id');
  const title = threat.text('name');
  const draft = register.declare('threat', wantedName(threat, title, 'Threat'), titleOf(title));
  const about = `threat ${draft.name}`;
  for (const called of [title, ref]) register.learn('threat', called, draft.name);
  if (builtin(draft.name))
    register.ledger.remark(
      'changed',
      'replaces-built-in',
      saying('It takes the place of the built-in threat of this name'),
      {
        place: threat.place,
        text: title ?? draft.name,
        about,
      },
    );
  const lines = idLines(threat, ref ?? '', draft.name, register, about);
  draft.entries = [...text('description', threat.text('description')), ...threat.notes(about, lines)];
}

/** Who publishes it, and under which terms; all else that the library says of itself is in the notes, but what the object says too. */
export const headOf = (library: LibraryObject): Entry[] => [
  ...line('publisher', library.text('provider')),
  ...line('licence', library.text('copyright')),
];

/** The id of an object as a name, or its title. */
export const wantedName = (object: LibraryObject, title: string | undefined, kind: string): string => {
  const ref = object.peek('ref_id');
  return ref === undefined ? titleName(title ?? '', kind) : idName(ref, kind);
};

export const titleOf = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : oneLine(name);

/** A name that nothing has, nor anything that is built in: it would take its place. */
export const freeName = (wanted: string, { names }: Register): string => {
  let name = wanted;
  while (builtin(name) || names.has(name)) name = `${name}-imported`;
  return name;
};

/** Numbers alone would be clauses of the standard. */
function entryName(ref: string, prefix: string, { names }: Register): string {
  const isFree = (name: string): boolean => !builtin(name) && !names.has(name);
  const name = idName(ref, prefix);
  return names.take(isFree(name) ? name : `${prefix}-${name}`);
}

const prefixOf = (name: string): string => withoutEnd(name.slice(0, 30), '.-');

/** The records of a list, and as text what is none. */
export function recordsOf(value: Value | undefined): { records: ReadonlyMap<string, Value>[]; left: string[] } {
  const all = listOf(value);
  return {
    records: all.filter(isFields),
    left: all.filter(each => !isFields(each)).map(each => (typeof each === 'string' ? each : JSON.stringify(each))),
  };
}
