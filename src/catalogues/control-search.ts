import { type AnnexAControl, annexA } from './annex-a.ts';
import { find2013 } from './annex-a-2013.ts';
import { beginningsOf, titleWords } from './title-words.ts';

/** How well a control answers a query, best first; controls of equal rank keep their natural order. */
const rank = { exactId: 0, idPrefix: 1, titleStart: 2, titleWord: 3, olderWording: 4 } as const;

type Term = { readonly number: string; readonly edition: '2022' | '2013' } | { readonly beginnings: readonly string[] };

interface Searchable {
  readonly control: AnnexAControl;
  /** Without prefix: `8.13`. */
  readonly number: string;
  readonly numbers2013: readonly string[];
  /** Where a match can begin: at each word, running on, so that "logon" finds "log-on". */
  readonly starts: readonly string[];
  /** The same for its other wordings and for the titles of the 2013 controls that went into it. */
  readonly olderStarts: readonly string[];
}

let searchable: readonly Searchable[] | undefined;

const toSearchable = (control: AnnexAControl): Searchable => ({
  control,
  number: control.id.slice(2),
  numbers2013: control.predecessors2013.map(id => id.slice(2)),
  starts: startsOf(control.title),
  olderStarts: [...control.aliases, ...control.predecessors2013.flatMap(id => find2013(id)?.title ?? [])].flatMap(
    startsOf,
  ),
});

/**
 * The 2022 controls for what somebody has typed so far, best first: by number with or without prefix (`8.13`,
 * `A.8.1`), or by beginnings of title words in any order (`backup`, `log`, `access rights`); every word must match.
 * Titles of 2013 find the successors after all others (`password`), and so do numbers that only 2013 had (`A.9.4.2`).
 * An empty text finds all.
 */
export function searchControls(text: string): readonly AnnexAControl[] {
  const terms = text.trim().toLowerCase().split(/\s+/).filter(Boolean).flatMap(toTerms);
  const hits: { control: AnnexAControl; rank: number }[] = [];
  searchable ??= annexA.map(toSearchable);
  for (const candidate of searchable) {
    const worst = rankOf(candidate, terms);
    if (worst !== undefined) hits.push({ control: candidate.control, rank: worst });
  }
  return hits.sort((a, b) => a.rank - b.rank).map(hit => hit.control);
}

function startsOf(title: string): string[] {
  const words = titleWords(title);
  return words.map((_, index) => words.slice(index).join(''));
}

function toTerms(part: string): Term[] {
  // `a` and `a.` are the beginning of every id; with a digit it is a number.
  const written = /^(?:a\.?)?(\d[\d.]*)$|^a\.?$/.exec(part);
  if (!written) return titleWords(part).map(word => ({ beginnings: beginningsOf(word) }));
  const number = written[1] ?? '';
  const current = annexA.some(control => control.id.startsWith(`A.${number}`));
  return [{ number, edition: current ? '2022' : '2013' }];
}

function rankOf(candidate: Searchable, terms: readonly Term[]): number | undefined {
  let worst: number = rank.exactId;
  for (const [position, term] of terms.entries()) {
    const found = 'number' in term ? rankOfNumber(candidate, term) : rankOfWord(candidate, term.beginnings, position);
    if (found === undefined) return undefined;
    worst = Math.max(worst, found);
  }
  return worst;
}

function rankOfNumber(
  { number, numbers2013 }: Searchable,
  typed: { number: string; edition: string },
): number | undefined {
  if (typed.edition === '2013') {
    return numbers2013.some(old => old.startsWith(typed.number)) ? rank.olderWording : undefined;
  }
  if (number === typed.number) return rank.exactId;
  return number.startsWith(typed.number) ? rank.idPrefix : undefined;
}

function rankOfWord(
  { starts, olderStarts }: Searchable,
  beginnings: readonly string[],
  position: number,
): number | undefined {
  const begins = (start: string | undefined) => beginnings.some(typed => start?.startsWith(typed));
  if (begins(starts[position])) return rank.titleStart;
  if (starts.some(begins)) return rank.titleWord;
  return olderStarts.some(begins) ? rank.olderWording : undefined;
}
