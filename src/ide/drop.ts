/** A file that is dropped on a declaration: what names it there. */
import { type NodeType, nodeTypes, type PropertySchema } from '../language/schema.ts';
import type { Kind } from '../model/declaration.ts';
import { pathsOf } from '../model/file-paths.ts';
import { openDate } from '../model/placeholder.ts';
import { insertProperty } from '../rules/edits.ts';
import type { DeclarationEdit, Insertion } from '../rules/rule.ts';
import type { TextPosition } from '../syntax/text/chunked-text.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { say } from '../wording/wording.ts';
import { editsToWrite, type FileEdit } from '../workspace/fixes.ts';
import { baseName, isWithin, parentUri, pathBetween, resolvePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { freeName } from './free-name.ts';

export interface DroppedFile {
  /** What dropping it does, for the user. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

/**
 * What names a file in the declaration at a position. A declaration that is about a file gets its path; one that rests on evidence, such as a
 * control, gets a new piece of evidence with the path, or the one that names the file already. The day that it speaks of is left to be filled in:
 * nothing about a file tells it. Undefined where there is no such declaration, where it names a file already, and for files outside of the
 * folder of the ISMS.
 * @param dropped the URI of the file
 */
export function droppedFile(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  dropped: string,
): DroppedFile | undefined {
  const unit = workspace.unitOf(uri);
  const file = unit?.isms.files.get(uri);
  if (!unit?.root || !file || !isWithin(dropped, unit.root)) return undefined;
  const { chunkIndex } = file.text.locate(position);
  const block = file.blocks[chunkIndex];
  const declaration = block?.declaration;
  const nodeType = declaration && nodeTypes[declaration.$type];
  const folder = parentUri(uri);
  const path = folder === undefined ? undefined : pathBetween(folder, dropped);
  if (!block || !declaration || !nodeType || path === undefined) return undefined;
  const { text, bodyStart, bodyEnd } = block.chunk;
  const source = text.slice(bodyStart, bodyEnd);
  const own = nodeType.properties.find(property => property.path);
  if (own) {
    if (pathsOf(declaration).length) return undefined;
    const edit = insertProperty(declaration, source, `${own.key}: ${quote(path)}`, ...before(nodeType.properties, own));
    return changed(unit, say('Insert {0}', `${own.key}: ${quote(path)}`), [edit]);
  }
  const property = nodeType.properties.find(candidate => kindsOf(candidate).length);
  const [kind, ...others] = property ? kindsOf(property) : [];
  if (!property || !kind) return undefined;
  const known = [kind, ...others].map(({ name }) => namedAlready(unit, name as Kind, dropped)).find(Boolean);
  const name = known ?? freeName(unit, kind, nameFrom(baseName(dropped)));
  const given = Reflect.get(declaration, property.feature) as readonly {
    readonly name: string;
    readonly end: number;
  }[];
  if (given.some(ref => ref.name === name)) return undefined;
  const last = given.at(-1);
  const reference: DeclarationEdit = last
    ? { declaration, start: last.end, end: last.end, text: `, ${name}` }
    : insertProperty(declaration, source, `${property.key}: ${name}`, ...before(nodeType.properties, property));
  if (known !== undefined) return changed(unit, say('Insert {0}', `${property.key}: ${name}`), [reference]);
  const pathKey = kind.properties.find(({ path: isPath }) => isPath)?.key;
  const date = kind.properties.find(({ happened, values }) => happened && values[0]?.form === 'date');
  const lines = [`${pathKey}: ${quote(path)}`, ...(date ? [`${date.key}: ${openDate}`] : [])];
  const declared = `${kind.keyword} ${name} ${quote(titleFrom(baseName(dropped)))} {\n  ${lines.join('\n  ')}\n}`;
  const insertion: Insertion = { after: declaration, place: 'declaration', text: declared };
  return changed(unit, say('Insert {0}, with its date to be filled in', `${property.key} ${name}`), [
    reference,
    insertion,
  ]);
}

/** The kinds that a property refers to, the one that it is called like first; empty unless that kind is about a file. */
function kindsOf({ key, values: [value] }: PropertySchema): readonly NodeType[] {
  if (value?.form !== 'reference') return [];
  const kinds = value.targets.flatMap(target => nodeTypes[target] ?? []);
  const own = kinds.find(({ keyword, properties }) => keyword === key && properties.some(({ path }) => path));
  return own ? [own, ...kinds.filter(kind => kind !== own)] : [];
}

const before = (properties: readonly PropertySchema[], property: PropertySchema): string[] =>
  properties.slice(0, properties.indexOf(property)).map(({ feature }) => feature);

function changed(
  unit: IsmsUnit,
  title: string,
  edits: readonly (DeclarationEdit | Insertion)[],
): DroppedFile | undefined {
  const written = editsToWrite(unit, edits);
  return written && { title, edits: written };
}

/** The declaration of a kind that names the file already. */
function namedAlready(unit: IsmsUnit, kind: Kind, dropped: string): string | undefined {
  for (const { declaration, file } of unit.isms.blocks(kind)) {
    const folder = parentUri(file.uri);
    const paths = declaration ? pathsOf(declaration) : [];
    if (folder === undefined || !paths.some(({ value }) => resolvePath(folder, value) === dropped)) continue;
    return declaration?.names[0]?.value;
  }
  return undefined;
}

const wordsOf = (fileName: string): string[] => fileName.replace(/(?<=.)\.[^.]*$/, '').match(/[\p{L}\p{M}\d]+/gu) ?? [];

/** `RestoreTest2026` of `restore-test 2026.pdf`. */
function nameFrom(fileName: string): string {
  const name = wordsOf(fileName)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^\p{L}/u.test(name) ? name : `File${name}`;
}

/** `Restore test 2026` of `restore-test_2026.pdf`. */
function titleFrom(fileName: string): string {
  const title = wordsOf(fileName).join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}
