/** The history of what is shown: when it is asked for, which moment is looked at, and the pictures as they were then. */
import type { Pictures } from '../src/pictures/data.ts';
import type { HistoryNews, Moment } from '../src/pictures/history-data.ts';
import { landscapeAt } from '../src/pictures/landscape-at.ts';
import type { Host } from './host.ts';
import type { State } from './state.ts';
import type { Context, PastView } from './view.ts';

/** How long a moment stays while they are played, in milliseconds. */
const stay = 1300;

const isWanted = ({ view, past }: State): boolean => view === 'trends' || past === 'yes';

/** Asks for the history once somebody wants to see it, and keeps what came. */
export class PastKeeper {
  readonly #host: Host;
  readonly #state: () => State;
  readonly #change: (at: string, isKept: boolean) => void;
  readonly #told: () => void;
  #news: HistoryNews | undefined;
  #wasWanted = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * @param state what is chosen now
   * @param change looks at another moment
   * @param told the history has come
   */
  constructor(
    host: Host,
    { state, change, told }: { state: () => State; change: (at: string, isKept: boolean) => void; told: () => void },
  ) {
    this.#host = host;
    this.#state = state;
    this.#change = change;
    this.#told = told;
  }

  /** What pictures are told of it now. Whoever comes back to it sees the commits that came meanwhile. */
  view(pictures: Pictures): PastView {
    const state = this.#state();
    const wanted = isWanted(state);
    if (wanted && !this.#wasWanted)
      this.#host.askHistory?.(news => {
        this.#news = news;
        this.#told();
      });
    this.#wasWanted = wanted;
    if (state.view !== 'landscape' || state.past !== 'yes') this.#stop();
    const moment = state.view === 'landscape' && state.past === 'yes' ? this.#moment(state.at) : undefined;
    return {
      isOffered: this.#host.askHistory !== undefined,
      news: this.#news,
      moment,
      gone: goneSince(this.#news, moment, pictures),
      isPlaying: this.#timer !== undefined,
      play: () => this.#play(),
      goTo: (index, isKept) => {
        this.#stop();
        this.#change(this.#moments[index]?.id ?? '', isKept);
      },
    };
  }

  get #moments(): readonly Moment[] {
    return this.#news?.kind === 'history' ? this.#news.history.moments : [];
  }

  #moment(id: string): Moment | undefined {
    return this.#moments.find(moment => moment.id === id);
  }

  #play(): void {
    if (this.#timer !== undefined) {
      this.#stop();
      this.#told();
      return;
    }
    this.#timer = setInterval(() => this.#next(), stay);
    // From the beginning, where one looks at today.
    if (this.#moment(this.#state().at)) this.#next();
    else this.#change(this.#moments[0]?.id ?? '', true);
  }

  #next(): void {
    const index = this.#moments.findIndex(({ id }) => id === this.#state().at);
    const next = index < 0 ? undefined : this.#moments[index + 1];
    if (!next) this.#stop();
    this.#change(next?.id ?? '', true);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function goneSince(
  news: HistoryNews | undefined,
  moment: Moment | undefined,
  { landscape }: Pictures,
): ReadonlySet<string> {
  if (news?.kind !== 'history' || !moment) return new Set();
  const today = new Set(landscape.risks.map(({ id }) => id));
  const then = moment.risks.flatMap(index => news.history.risks[index]?.id ?? []);
  return new Set(then.filter(id => !today.has(id)));
}

/** The context of pictures as they were at the moment that is looked at. Nothing is written from there, and what is called today elsewhere was then. */
export function asThen(context: Context): Context {
  const { pictures, state, past } = context;
  const words = { ...context.words, today: context.words.atThatTime };
  if (state.view === 'trends') return { ...context, words };
  if (!past.moment || past.news?.kind !== 'history') return context;
  return {
    ...context,
    pictures: { ...pictures, landscape: landscapeAt(past.news.history, past.moment, pictures.landscape) },
    words: { ...words, source: words.sourceToday },
    write: undefined,
  };
}
