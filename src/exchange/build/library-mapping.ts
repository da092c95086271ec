/** A mapping set of a library, as a mapping: pairs between what is imported or built in. */
import { builtin } from '../../frameworks/framework.ts';
import { saying } from '../../wording/wording.ts';
import { text, words } from '../write/declaration.ts';
import { freeName, recordsOf, titleOf, type Urns, urnKey, wantedName } from './library-catalogue.ts';
import { LibraryObject } from './library-object.ts';
import type { Register } from './register.ts';

/** The frameworks that are built in, by the ends of their urns. */
const builtins: ReadonlyMap<string, string> = new Map([
  ['iso27001-2022', 'AnnexA'],
  ['nist-csf-2.0', 'NistCsf'],
]);

export function declareMapping(set: LibraryObject, lines: readonly string[], urns: Urns, register: Register): void {
  const title = set.text('name');
  const draft = register.declare('mapping', freeName(wantedName(set, title, 'Mapping'), register), titleOf(title));
  const about = `mapping ${draft.name}`;
  const from = sideOf('from', 'source_framework_urn', set, urns, register, about);
  const to = sideOf('to', 'target_framework_urn', set, urns, register, about);
  const { records, left } = recordsOf(set.take('requirement_mappings'));
  const pairs = new Map<string, Set<string>>();
  const said = records.flatMap(record =>
    pairLines(new LibraryObject(record, set.place, register), pairs, urns, register, about),
  );
  draft.entries = [
    ...words('from', from.name),
    ...words('to', to.name),
    ...text('description', set.text('description')),
    ...[...pairs].map(([from, to]) => ({ raw: `${from} -> ${[...to].join(', ')}` })),
    ...set.notes(about, [
      ...lines,
      ...from.lines,
      ...to.lines,
      ...said,
      ...left.map(each => `requirement_mappings: ${each}`),
    ]),
  ];
}

/** The catalogue of a side, or the line of the notes that says what it would be. */
function sideOf(
  side: 'from' | 'to',
  key: string,
  set: LibraryObject,
  urns: Urns,
  register: Register,
  about: string,
): { readonly name?: string; readonly lines: readonly string[] } {
  const urn = set.peek(key);
  if (urn === undefined) return { lines: [] };
  const name = builtins.get(urnKey(urn).split(':').at(-1) ?? '') ?? urns.catalogues.get(urnKey(urn));
  if (name !== undefined) {
    set.understood(key, `${side}: ${name}`, about);
    return { name, lines: [] };
  }
  register.ledger.remark(
    'not imported',
    'unknown-framework',
    saying(
      'The framework is neither built in nor imported with this: import both libraries together; the urn is kept in notes',
    ),
    { place: set.place, text: urn, about },
  );
  return { lines: set.line(key) };
}

/** Adds a pair if both ends are known. What the language does not say of a pair is a line of the notes. */
function pairLines(
  pair: LibraryObject,
  pairs: Map<string, Set<string>>,
  urns: Urns,
  register: Register,
  about: string,
): string[] {
  const [source, target] = [pair.text('source_requirement_urn') ?? '', pair.text('target_requirement_urn') ?? ''];
  const [from, to] = [nameOf(source, urns), nameOf(target, urns)];
  const isRelated = pair.peek('relationship')?.toLowerCase() !== 'not_related';
  const isPair = from !== undefined && to !== undefined && isRelated;
  const ends = isPair ? `${from} -> ${to}` : `${source} -> ${target}`;
  if (isPair) {
    pairs.set(from, (pairs.get(from) ?? new Set()).add(to));
    register.ledger.remark('understood', 'pair', saying('The urns of a pair are written as names'), {
      place: pair.place,
      text: `${source} -> ${target}`,
      about,
    });
  } else
    register.ledger.remark(
      'not imported',
      isRelated ? 'unknown-requirement' : 'not-related',
      isRelated
        ? saying(
            'A pair needs two requirements that are built in or imported with it, and no headings; it is kept in notes',
          )
        : saying('What is not related makes no pair; it is kept in notes'),
      { place: pair.place, text: ends, about },
    );
  const rest = pair.rest(about).join('; ');
  return rest === '' && isPair ? [] : [rest === '' ? ends : `${ends}: ${rest}`];
}

/** A built-in id comes first: controls are decided by it. */
function nameOf(urn: string, urns: Urns): string | undefined {
  const [framework, id] = urnKey(urn).split(':').slice(-2);
  const known = builtins.has(framework ?? '') ? builtin((id ?? '').toUpperCase()) : undefined;
  return known?.type === 'CatalogEntry' ? known.name : urns.entries.get(urnKey(urn));
}
