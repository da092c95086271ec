/** What a meeting goes through: the agenda that the pictures hold, as far as the filters leave it, and where in it one is. */
import type { ControlItem, ControlTile, Pictures, RiskItem, RiskMark } from '../../src/pictures/data.ts';
import { isControlShown, isRiskShown } from '../filters.ts';
import { chosenOf, type State } from '../state.ts';

/** What may be gone through. */
export const agendas = ['risks', 'controls'] as const;
export type AgendaName = (typeof agendas)[number];

/** What is gone through; undefined where there is no meeting. */
export const agendaName = ({ meeting }: State): AgendaName | undefined => agendas.find(name => name === meeting);

/** The kind that is chosen by the names of an agenda. */
export const kindOf = (agenda: AgendaName): 'risk' | 'control' => (agenda === 'risks' ? 'risk' : 'control');

/** One thing on the agenda. */
export type Entry =
  | { readonly kind: 'risk'; readonly mark: RiskMark; readonly item: RiskItem }
  | { readonly kind: 'control'; readonly mark: ControlTile; readonly item: ControlItem };

/**
 * Names in the order in which a meeting that has begun goes on: what was on its agenda keeps its place, also if it is no longer as urgent or no
 * longer what the filters leave, since something was just decided about it; what is new comes last; what is gone from the ISMS is left out.
 * @param held the agenda so far
 * @param fresh what it would be if the meeting began now
 * @param existing all names that there are
 */
export function heldAgenda(
  held: readonly string[],
  fresh: readonly string[],
  existing: ReadonlySet<string>,
): readonly string[] {
  const known = new Set(held);
  return [...held.filter(id => existing.has(id)), ...fresh.filter(id => !known.has(id))];
}

/** The agenda of the meeting that this page is in, and under which filters it was made. */
let meeting: { readonly key: string; readonly ids: readonly string[] } | undefined;

/** The filters that an agenda follows: those of the picture that it belongs to. */
const filtersOf: Readonly<Record<AgendaName, readonly (keyof State)[]>> = {
  risks: ['owner', 'treatment', 'level', 'tag', 'search', 'gaps', 'stage'],
  controls: ['owner', 'state', 'search', 'gaps'],
};

/** The filters that leave something out, each as it is set. */
export const activeFilters = (state: State, agenda: AgendaName): (keyof State)[] =>
  filtersOf[agenda].filter(name => name !== 'stage' && state[name] !== '');

/** Sets all of them back. */
export const noFilters: Partial<State> = {
  owner: '',
  treatment: '',
  level: '',
  tag: '',
  search: '',
  gaps: '',
  state: '',
};

/** The entries of the agenda in their order, and the place of the current one; −1 where there are none. */
export function agendaOf(
  { pictures, state }: { readonly pictures: Pictures; readonly state: State },
  agenda: AgendaName,
): { readonly entries: readonly Entry[]; readonly at: number } {
  const all = agenda === 'risks' ? riskEntries(pictures) : controlEntries(pictures);
  const byId = new Map(all.map(entry => [entry.item.id, entry]));
  const fresh = all.filter(entry => isLeft(entry, state)).map(({ item }) => item.id);
  const key = JSON.stringify([agenda, ...filtersOf[agenda].map(name => state[name])]);
  const ids = meeting?.key === key ? heldAgenda(meeting.ids, fresh, new Set(byId.keys())) : fresh;
  meeting = { key, ids };
  const entries = ids.flatMap(id => byId.get(id) ?? []);
  const chosen = chosenOf(state);
  const at = chosen?.kind === kindOf(agenda) ? ids.indexOf(chosen.id) : -1;
  return { entries, at: at < 0 && entries.length ? 0 : at };
}

/** The next meeting begins with the order of then. */
export function endMeeting(): void {
  meeting = undefined;
}

function isLeft(entry: Entry, state: State): boolean {
  if (entry.kind === 'control')
    return isControlShown(entry.mark, state) && (!state.owner || entry.mark.owner?.id === state.owner);
  return isRiskShown(entry.mark, state) && (!state.gaps || entry.item.urgency.length > 0);
}

function riskEntries({ landscape, meeting: { risks } }: Pictures): Entry[] {
  const marks = new Map(landscape.risks.map(mark => [mark.id, mark]));
  return risks.flatMap(item => {
    const mark = marks.get(item.id);
    return mark ? [{ kind: 'risk' as const, mark, item }] : [];
  });
}

function controlEntries({ soa, meeting: { controls } }: Pictures): Entry[] {
  const tiles = new Map(soa.controls.map(tile => [tile.id, tile]));
  return controls.flatMap(item => {
    const mark = tiles.get(item.id);
    return mark ? [{ kind: 'control' as const, mark, item }] : [];
  });
}
