/** What a heading means: which kinds of table have it, and as what. */
import { distance } from 'fastest-levenshtein';
import source from '../data/headings.json';
import { comparable, comparableWhole } from './normalise.ts';

/** The kinds of table that are imported. */
export const tableKinds = ['risk', 'plan', 'soa', 'asset', 'supplier', 'person'] as const;

export type TableKind = (typeof tableKinds)[number];

/** Where a level stands: before treatment, today, after it. */
export type Phase = 'inherent' | 'current' | 'residual';

/** What a heading is taken for: the name of a field, and how sure that is. */
export interface HeadingMatch {
  readonly field: string;
  /** `exact`, by a part of it and the heading above (`composed`), or by likeness. */
  readonly by: 'exact' | 'composed' | 'likeness';
}

type Spellings = Readonly<Record<string, { readonly en: readonly string[]; readonly de: readonly string[] }>>;

let known: ReadonlyMap<TableKind, ReadonlyMap<string, string>> | undefined;

/** The comparable headings of a kind with their fields; where two fields share one, the first counts. */
export function headingsOf(kind: TableKind): ReadonlyMap<string, string> {
  known ??= new Map(tableKinds.map(each => [each, indexOf(source[each] as Spellings)]));
  return known.get(kind) as ReadonlyMap<string, string>;
}

/** The fields of a kind, in the order of the data. */
export const fieldsOf = (kind: TableKind): readonly string[] => [
  ...Object.keys(source[kind]),
  ...(kind === 'risk' ? [...phased.keys()] : []),
];

function indexOf(spellings: Spellings): Map<string, string> {
  const found = new Map<string, string>();
  const add = (heading: string, field: string): void => {
    const key = comparable(heading);
    if (!found.has(key)) found.set(key, field);
  };
  for (const [field, { en, de }] of Object.entries(spellings))
    for (const heading of [...en, ...de]) add(heading, field);
  for (const field of Object.keys(spellings)) add(field, field);
  return found;
}

/** The fields that a phase makes of `likelihood`, `impact` and `score`. */
const phased: ReadonlyMap<string, { readonly base: string; readonly phase: Phase }> = new Map(
  (['current', 'residual'] as const).flatMap(phase =>
    ['likelihood', 'impact', 'score'].map(base => [
      `${phase}${base[0]?.toUpperCase()}${base.slice(1)}`,
      { base, phase },
    ]),
  ),
);

/** `residualLikelihood` for the residual `likelihood`; the inherent one has no prefix. */
export const phaseField = (base: string, phase: Phase | undefined): string =>
  phase === undefined || phase === 'inherent' ? base : `${phase}${base[0]?.toUpperCase()}${base.slice(1)}`;

const phases = Object.entries(source.phases).flatMap(([phase, words]) =>
  words.map(word => ({ phase: phase as Phase, words: comparable(word).split(' ') })),
);

/** The phase that a heading names, and the heading without its words. */
export function phaseOf(heading: string): { readonly phase?: Phase; readonly rest: string } {
  const words = comparableWhole(heading).split(' ');
  const best = phases
    .map(each => ({ ...each, at: indexOfWords(words, each.words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.words.length - a.words.length || a.at - b.at)[0];
  if (best) {
    const rest = [...words.slice(0, best.at), ...words.slice(best.at + best.words.length)].join(' ');
    return { phase: best.phase, rest };
  }
  // German puts words together: Bruttorisiko, Restrisikowert.
  for (const [start, phase] of [
    ['brutto', 'inherent'],
    ['netto', 'residual'],
    ['rest', 'residual'],
  ] as const) {
    const first = words[0] ?? '';
    if (first.startsWith(start) && first.length > start.length + 3)
      return { phase, rest: [first.slice(start.length), ...words.slice(1)].join(' ') };
  }
  return { rest: words.join(' ') };
}

function indexOfWords(words: readonly string[], part: readonly string[]): number {
  for (let at = 0; at + part.length <= words.length; at++)
    if (part.every((word, index) => words[at + index] === word)) return at;
  return -1;
}

const likeness = 0.8;

/**
 * What a heading of a table of this kind means. The heading above it counts where it names the phase, as in “Residual risk” over
 * “Likelihood”. Undefined if nothing is known.
 */
export function matchHeading(kind: TableKind, heading: string, above?: string): HeadingMatch | undefined {
  const all = headingsOf(kind);
  const exact = all.get(comparableWhole(heading)) ?? all.get(comparable(heading));
  if (kind === 'risk') {
    const composed = matchPhased(heading, above, exact);
    if (composed) return composed;
  }
  if (exact) return { field: exact, by: 'exact' };
  const combined = above === undefined ? undefined : all.get(comparable(`${above} ${heading}`));
  if (combined) return { field: combined, by: 'composed' };
  return byLikeness(all, comparable(heading));
}

/** Levels are what has phases. */
function matchPhased(heading: string, above: string | undefined, exact: string | undefined): HeadingMatch | undefined {
  const own = phaseOf(heading);
  const over = above === undefined ? undefined : phaseOf(above).phase;
  const all = headingsOf('risk');
  if (own.phase) {
    const base = levelField(all.get(own.rest)) ?? (isRisk(own.rest) ? 'score' : undefined);
    if (base)
      return { field: phaseField(base, own.phase), by: own.phase === 'inherent' && exact ? 'exact' : 'composed' };
    return undefined;
  }
  const base = levelField(exact);
  if (base && over) return { field: phaseField(base, over), by: 'composed' };
  if (over && isRisk(own.rest)) return { field: phaseField('score', over), by: 'composed' };
  return undefined;
}

const levelField = (field: string | undefined): string | undefined =>
  field !== undefined && ['likelihood', 'impact', 'score'].includes(field) ? field : undefined;

const isRisk = (rest: string): boolean =>
  [
    '',
    'risk',
    'risiko',
    'level',
    'score',
    'rating',
    'risk level',
    'risk score',
    'wert',
    'risikowert',
    'stufe',
    'risk rating',
    'value',
    'risk value',
  ].includes(rest);

function byLikeness(all: ReadonlyMap<string, string>, heading: string): HeadingMatch | undefined {
  if (heading.length < 5 || heading.length > 60) return undefined;
  let best: { field: string; score: number } | undefined;
  for (const [key, field] of all) {
    if (Math.abs(key.length - heading.length) > 0.2 * heading.length + 1) continue;
    const score = 1 - distance(key, heading) / Math.max(key.length, heading.length);
    if (score >= likeness && (!best || score > best.score)) best = { field, score };
  }
  return best && { field: best.field, by: 'likeness' };
}

let sheetNames: ReadonlyMap<string, TableKind> | undefined;

/** The kind that the name of a worksheet, a heading above a table or the name of a file speaks of. */
export function kindOfName(name: string): TableKind | undefined {
  sheetNames ??= new Map(
    tableKinds.flatMap(kind => source.sheets[kind].map(each => [comparable(each), kind] as const)),
  );
  const words = comparable(name).split(' ');
  // The longest known name that occurs counts: “risk treatment plan” is a plan.
  for (let length = Math.min(words.length, 4); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const kind = sheetNames.get(words.slice(at, at + length).join(' '));
      if (kind) return kind;
    }
  return undefined;
}
