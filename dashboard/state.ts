/** What somebody has chosen to look at: plain data, kept over hiding and reload. */

export const viewNames = ['landscape', 'soa', 'trace', 'calendar', 'trends'] as const;
export type ViewName = (typeof viewNames)[number];

/** Each value is a text, so that the whole stands in an address. */
const initial = {
  view: 'landscape',
  /** What is chosen: a kind and an id, such as `risk R-1`. */
  chosen: '',
  stage: 'today',
  movements: '',
  owner: '',
  treatment: '',
  level: '',
  tag: '',
  search: '',
  /** `grid` or `table`. */
  as: 'grid',
  gaps: '',
  state: '',
  sort: 'gaps',
  /** The element that the traceability is about. */
  focus: '',
  depth: '2',
  /** What is supposed to be gone: a kind and an id, such as `control A.8.13`. */
  gone: '',
  /** Whether the slider over the history is there, and the commit that is looked at; today if none. */
  past: '',
  at: '',
  month: '',
  dueOwner: '',
  /** What a meeting goes through, `risks` or `controls`; empty where there is none. */
  meeting: '',
  language: '',
};

export type State = Readonly<typeof initial>;

/** The state that an address or a kept value holds; what is not known in it is as at the beginning. */
export function stateFrom(kept: unknown): State {
  const given: Record<string, unknown> =
    typeof kept === 'string'
      ? Object.fromEntries(new URLSearchParams(kept))
      : typeof kept === 'object' && kept !== null
        ? { ...kept }
        : {};
  const texts = Object.entries(initial).map(([key, value]) => {
    const own = given[key];
    return [key, typeof own === 'string' && own.length < 300 ? own : value];
  });
  return Object.fromEntries(texts) as State;
}

/** The state as the end of an address: what differs from the beginning. */
export const addressOf = (state: State): string =>
  new URLSearchParams(Object.entries(state).filter(([key, value]) => value !== initial[key as keyof State])).toString();

/** The element that is chosen. */
export function chosenOf({ chosen }: State): { kind: string; id: string } | undefined {
  const at = chosen.indexOf(' ');
  return at < 0 ? undefined : { kind: chosen.slice(0, at), id: chosen.slice(at + 1) };
}
