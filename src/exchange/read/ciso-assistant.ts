/** Reads a library of CISO Assistant: frameworks, controls, threats, risk matrices and mappings in YAML. */
import { saying } from '../../wording/wording.ts';
import type { Aside, ReadFile } from '../cells.ts';
import { ImportFault } from '../fault.ts';
import { type Fields, isFields, type Library, listOf, type ObjectKind, type Value } from '../library.ts';
import { decodeText } from './encoding.ts';
import { limits, refuseLarge } from './limits.ts';
import { readYaml } from './yaml.ts';

/** What each kind is called, in older libraries too. */
const keys: ReadonlyMap<string, ObjectKind> = new Map([
  ['framework', 'framework'],
  ['frameworks', 'framework'],
  ['reference_control', 'reference controls'],
  ['reference_controls', 'reference controls'],
  ['security_function', 'reference controls'],
  ['security_functions', 'reference controls'],
  ['threat', 'threats'],
  ['threats', 'threats'],
  ['risk_matrix', 'risk matrix'],
  ['risk_matrices', 'risk matrix'],
  ['requirement_mapping_set', 'mapping set'],
  ['requirement_mapping_sets', 'mapping set'],
]);

/** @throws ImportFault if it is no library, damaged, or too large */
export function readLibrary(file: string, bytes: Uint8Array): ReadFile {
  refuseLarge(bytes.length, limits.library, saying('YAML'), saying('Split it into several libraries.'));
  const { root, texts } = readYaml(decodeText(bytes).text);
  const objects = isFields(root) ? root.get('objects') : undefined;
  if (!isFields(root) || !isFields(objects))
    throw new ImportFault(
      saying(
        'it is YAML, of which only libraries of CISO Assistant are imported (with `objects:`). Export the table as XLSX or CSV.',
      ),
    );
  const library: Library = {
    file,
    about: without(root, 'objects'),
    objects: [...objects].flatMap(([key, value]) => objectsOf(keys.get(key), value)),
    others: new Map([...objects].flatMap(([key, value]) => leftOf(key, value))),
    texts,
  };
  return { file, grids: [], asides: replaced(file, root), library };
}

const objectsOf = (kind: ObjectKind | undefined, value: Value): Library['objects'] =>
  kind === undefined ? [] : listOf(value).flatMap(fields => (isFields(fields) ? [{ kind, fields }] : []));

/** What is no record, or of no known kind. */
function leftOf(key: string, value: Value): [string, Value][] {
  const left = keys.has(key) ? listOf(value).filter(each => !isFields(each)) : value;
  return Array.isArray(left) && !left.length ? [] : [[key, left]];
}

const without = (fields: Fields, key: string): Fields => new Map([...fields].filter(([name]) => name !== key));

/** Texts with characters that no file may carry, which were replaced. */
function replaced(file: string, value: Value): Aside[] {
  if (typeof value === 'string')
    return value.includes('\uFFFD') ? [{ place: { file, sheet: '', cell: '' }, text: value, what: 'characters' }] : [];
  return (isFields(value) ? [...value].flat() : value).flatMap(each => replaced(file, each));
}
