/** What each picture is given, and what it gives back. */
import type { Shape } from '../src/drawing/shape.ts';
import type { Pictures, SourcePlace } from '../src/pictures/data.ts';
import type { HistoryNews, Moment } from '../src/pictures/history-data.ts';
import type { About } from './messages.ts';
import type { State } from './state.ts';
import type { Words } from './strings.ts';

export { fullName, isFound } from './filters.ts';

export interface Context {
  readonly pictures: Pictures;
  readonly state: State;
  readonly words: Words;
  /** As a month is called by the reader, such as `Jun 2026`. */
  readonly month: (month: string) => string;
  /** How much room the picture has, in CSS pixels. */
  readonly width: number;
  /** The history, as far as it is known. */
  readonly past: PastView;
  change(change: Partial<State>): void;
  /** Chooses an element by kind and id. */
  choose(kind: string, id: string): void;
  /** A drawing on the page, with the button that saves it. */
  drawn(name: string, shape: Shape, element: Element): HTMLElement;
  /** Begins to write about a control or risk; undefined where there is no text. */
  readonly write: ((about: About, id: string) => void) | undefined;
  place(place: SourcePlace | null): HTMLElement | null;
}

/** What a picture is told of the history. */
export interface PastView {
  /** Whether there may be one: a page that was written without it has none. */
  readonly isOffered: boolean;
  /** Undefined until it has been read. */
  readonly news: HistoryNews | undefined;
  /** The moment that is looked at; undefined for today. */
  readonly moment: Moment | undefined;
  /** The ids of the risks of that moment that do not exist today. */
  readonly gone: ReadonlySet<string>;
  readonly isPlaying: boolean;
  /** Begins to go from moment to moment, or stops. */
  play(): void;
  /** Looks at a moment by its number, from the oldest; beyond the newest is today. It is kept where `isKept`. */
  goTo(index: number, isKept: boolean): void;
}

/** A picture: what filters it, and the picture itself. */
export interface View {
  readonly filters: readonly HTMLElement[];
  readonly body: readonly (HTMLElement | null)[];
}

/** The different values of something, in order, as options; the first is none of them. */
export function optionsOf(
  values: readonly (readonly [value: string, words: string])[],
  all: string,
): (readonly [value: string, words: string])[] {
  const different = [...new Map(values)].sort(([, a], [, b]) => (a < b ? -1 : 1));
  return [['', all], ...different];
}
