/** What a document says of each value that a model states: the values one by one, each with another in its place. */

import { documentOf } from '../../src/documents/artefact.ts';
import { artefacts } from '../../src/documents/generated/registry.ts';
import { readProse } from '../../src/documents/prose.ts';
import { subjectOf } from '../../src/export/index.ts';
import { type NodeType, nodeTypes, type ValueSchema } from '../../src/language/schema.ts';
import type { AnyNode, Declaration, Located, Ref } from '../../src/model/declaration.ts';
import { type IsmsUnit, Workspace } from '../../src/workspace/workspace.ts';

/** A value that the model states: where, and as which words it may be found. */
export interface Stated {
  /** Such as `Risk.accepted.until`. */
  readonly path: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Any of them is the value; none for a flag. */
  readonly shown: readonly string[];
  /** What is written in its place. */
  readonly other: string;
}

export interface Opened {
  readonly workspace: Workspace;
  readonly unit: IsmsUnit;
}

/** A file for each declaration, so that offsets of a declaration are those of its file. */
export const filesOf = (text: string): Map<string, string> =>
  new Map(text.split(/\n\n(?=\S)/).map((part, index) => [`file:///isms/${String(index).padStart(3, '0')}.isms`, part]));

export function openFiles(files: ReadonlyMap<string, string>): Opened {
  const workspace = new Workspace({ rules: [], today: '2026-06-01' });
  workspace.setFiles([...files]);
  workspace.update();
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('the texts hold no isms block');
  return { workspace, unit };
}

/** Every text and number that the documents for people say, but for the readiness, which repeats what rules remark. */
export function saidBy({ workspace, unit }: Opened): string {
  const subject = subjectOf(workspace, unit, readProse);
  const said: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') said.push(String(value));
    else if (Array.isArray(value)) value.forEach(gather);
    else if (value && typeof value === 'object') for (const one of Object.values(value)) gather(one);
  };
  for (const artefact of artefacts) {
    if (artefact.id === 'readiness') continue;
    const { head, blocks } = documentOf(artefact, subject, {});
    gather([head, blocks]);
  }
  return said.join('\n');
}

/** How often any of these words are said. */
export const timesSaid = (said: string, words: readonly string[]): number =>
  words.reduce((sum, word) => sum + [...said.matchAll(new RegExp(whole(word), 'g'))].length, 0);

/** The word, and not as a part of another one. */
const whole = (word: string): string => `(?<![\\w.])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w])`;

/** All values of all declarations, in the order of the schema. */
export function statedValues({ unit }: Opened, files: ReadonlyMap<string, string>): Stated[] {
  const view = unit.view();
  const all = Object.values(nodeTypes).flatMap(({ name, top }) => (top ? view.all(name as Declaration['$type']) : []));
  const named = all.flatMap(({ $definitions }) => $definitions);
  const fileOf = new Map(all.map(declaration => [declaration, fileWith(declaration, files)]));
  return all.flatMap(declaration => {
    const file = fileOf.get(declaration) ?? '';
    return [...valuesIn(declaration, declaration.$type)].map(value => ({ ...value, file }));
  });

  function* valuesIn(node: AnyNode, path: string): Generator<Omit<Stated, 'file'>> {
    const nodeType = nodeTypes[node.$type] as NodeType;
    if (nodeType.keyword && node.title) yield { path: `${path}.title`, ...node.title, ...texts(node.title) };
    const features: [string, readonly ValueSchema[]][] = [
      ...nodeType.properties.map((one): [string, readonly ValueSchema[]] => [one.feature, one.values]),
      // References name what is declared, so that a name cannot be changed by itself.
      ...Object.entries(nodeType.values).filter(([feature]) => feature !== 'names' && feature !== 'title'),
    ];
    for (const [feature, schemas] of features) {
      const given = Reflect.get(node, feature) as unknown;
      for (const one of Array.isArray(given) ? given : given === undefined ? [] : [given]) {
        const at = `${path}.${feature}`;
        if (one.$type) yield* valuesIn(one, at);
        else yield { path: at, start: one.start, end: one.end, ...alternative(one, schemas, at) };
      }
    }
  }

  function alternative(
    one: Located<unknown> | Ref,
    schemas: readonly ValueSchema[],
    at: string,
  ): Pick<Stated, 'shown' | 'other'> {
    if ('name' in one) {
      const targets = schemas.flatMap(schema => (schema.form === 'reference' ? schema.targets : []));
      const found = named.find(({ name }) => name === one.name);
      const title = found?.node.title?.value;
      const other = named.find(({ name, type }) => name !== one.name && targets.includes(type))?.name;
      return { shown: [one.name, ...(title ? [title] : [])], other: other ?? 'A.5.2' };
    }
    const { value } = one;
    if (value === true) return { shown: [], other: '' };
    const text = String(value);
    if (one.quoted) return texts(one as Located<string>);
    if (/^\d{4}-/.test(text)) return { shown: [text], other: '2026-05-31' };
    if (/^\d+(\.\d+)?$/.test(text)) return { shown: [text], other: `${text}7` };
    const scale = scales.find(words => words.includes(text));
    if (scale && !at.startsWith('Method.')) return { shown: [text], other: scale.find(word => word !== text) ?? text };
    const words = schemas.flatMap(schema => (schema.form === 'enum' ? schema.words : []));
    const other = words.find(word => word !== text && !word.startsWith('covered')) ?? `${text}x`;
    return { shown: [text, ...(text.includes('-') ? [text.replaceAll('-', ' ')] : [])], other };
  }
}

const scales = [
  ['rare', 'often', 'always'],
  ['small', 'big', 'huge'],
  ['cheap', 'dear', 'ruinous'],
  ['low', 'mid', 'top'],
  ['green', 'amber', 'red'],
];

const texts = ({ value }: Located<string>): Pick<Stated, 'shown' | 'other'> => ({ shown: [value], other: '"Else"' });

function fileWith(declaration: Declaration, files: ReadonlyMap<string, string>): string {
  const { names = [], title } = declaration as AnyNode;
  const [name] = names;
  for (const [file, text] of files) {
    if (
      name
        ? text.slice(name.start, name.end) === name.value
        : title && text.slice(title.start + 1, title.end - 1) === title.value
    )
      return file;
  }
  throw new Error(`no file holds ${name?.value}`);
}
