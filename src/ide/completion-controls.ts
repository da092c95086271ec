/** Controls of Annex A, found by number, by words of the title, or by the number that an earlier edition gave them. */
import { type AnnexAControl, themes } from '../catalogues/annex-a.ts';
import { recogniseControlId } from '../catalogues/control-ids.ts';
import { searchControls } from '../catalogues/control-search.ts';
import type { Frame } from '../syntax/cursor/cursor.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { say } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { inSnippet, type Offer, type Offers } from './completion-item.ts';
import { controlsForRisk } from './completion-ranking.ts';
import { bodySnippet } from './completion-snippets.ts';
import type { CursorPlace } from './cursor-place.ts';
import { controlInBrief } from './hover-control.ts';

/** What has been typed of a control: several words of a title count together, as long as they stand on one line. */
export interface Query {
  readonly text: string;
  readonly from: number;
}

export function controlQuery({ cursor, text }: CursorPlace): Query {
  let from = cursor.start;
  for (const word of [...cursor.before].reverse()) {
    const isWord = word.kind === 'word' && word.image !== 'covered-by' && !recogniseControlId(word.image);
    if (!isWord || !/^[^\S\n\r]+$/.test(text.slice(word.end, from))) break;
    from = word.start;
  }
  return { text: text.slice(from, cursor.start) + cursor.prefix, from };
}

const themeTitle = (control: AnnexAControl): string => themes.find(({ id }) => id === control.theme)?.title ?? '';

/** The controls that answer a query, as they are written by the caller. Ids already there are left out. */
function controlOffers(
  unit: IsmsUnit,
  query: Query,
  taken: readonly string[],
  write: (control: AnnexAControl) => Partial<Offer>,
): Offers {
  const view = unit.view();
  const offers: Offer[] = [];
  const recognised = recogniseControlId(query.text);
  const old = recognised?.edition === '2013' ? recognised.superseded : undefined;
  const controls = old ? old.successors : searchControls(withPoint(query.text));
  for (const control of controls) {
    if (taken.includes(control.id)) continue;
    const label = `${control.id} ${control.title}`;
    const isFound = isSubsequence(query.text.toLowerCase(), label.toLowerCase());
    offers.push({
      label,
      kind: 'control',
      detail: old ? say('replaces {0} of 2013', old.id) : say(themeTitle(control)),
      documentation: () => controlInBrief(view, control.id),
      from: query.from,
      // What was found by an older wording has to pass the editor's own filter too.
      filter: isFound ? label : `${query.text} ${label}`,
      ...write(control),
    });
  }
  return { offers, isIncomplete: true };
}

/** `813` is `8.13`: themes have one digit. */
const withPoint = (text: string): string => text.replace(/^([5-8])(\d{1,2})$/, '$1.$2');

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Controls as references: the id alone is written. */
export function controlReferences(unit: IsmsUnit, place: CursorPlace, taken: readonly string[]): Offers {
  const found = controlOffers(unit, controlQuery(place), taken, control => ({ insert: control.id }));
  const first = controlsForRisk(place);
  if (!first.length) return found;
  const rank = new Map(first.map((id, index) => [id, index]));
  const rankOf = ({ insert = '' }: Offer): number => rank.get(insert) ?? first.length;
  return { ...found, offers: [...found.offers].sort((a, b) => rankOf(a) - rankOf(b)) };
}

/**
 * Controls in the head of an entry: id and title and, where no body follows, the rest of the entry. Those without an entry come first.
 * @param rest whether title and body may be written too: only for the first name
 */
export function controlHeads(unit: IsmsUnit, place: CursorPlace, frame: Frame): Offers {
  const query = controlQuery(place);
  const others = frame.names.filter(name => !query.text.split(/\s+/).includes(name));
  const body = frame.nodeType ? bodySnippet(frame.nodeType, unit.view()) : '{ $0 }';
  const all = controlOffers(unit, query, others, control => {
    if (others.length || frame.title !== undefined) return { insert: control.id };
    const head = `${control.id} ${quote(control.title)}`;
    if (frame.hasBody) return { insert: head };
    return { insert: `${inSnippet(head)} ${body}`, snippet: true };
  }).offers;
  const ownName = place.declaration?.$type === 'Control' ? place.declaration.names.map(name => name.value) : [];
  const isDecided = (offer: Offer): boolean => {
    const id = offer.label.slice(0, offer.label.indexOf(' '));
    const entries = unit.isms.symbols.get(id)?.definitions ?? [];
    return !ownName.includes(id) && entries.some(({ definition }) => definition.type === 'Control');
  };
  const decided = all
    .filter(isDecided)
    .map(offer => ({ ...offer, detail: `${offer.detail} · ${say('decided already')}` }));
  return { offers: [...all.filter(offer => !isDecided(offer)), ...decided], isIncomplete: true };
}
