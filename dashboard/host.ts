/** Whoever shows the page: where it gets its pictures from, who keeps what was chosen and saved, and whether there is a text beside it. */
import type { News, SourcePlace } from '../src/pictures/data.ts';
import type { HistoryNews } from '../src/pictures/history-data.ts';
import type { About, SavedFile } from './messages.ts';
import { addressOf, type State, stateFrom } from './state.ts';

export interface Host {
  /** The language of whoever reads, such as `de-AT`. */
  readonly language: string;
  /** What was chosen before. */
  state(): State;
  keep(state: State): void;
  /** Begins to tell what there is to show, at once or later. `isCut` says whether nobody tells any more for now. */
  begin(told: (news: News) => void, isCut: (cut: boolean) => void): void;
  /** Reads the history, and tells what came of it; left out where there can be none. */
  askHistory?(told: (news: HistoryNews) => void): void;
  /** Shows a line of the text beside the page; left out where there is no text. `goes`: the reader goes there, and else stays in the page. */
  reveal?(place: SourcePlace, goes: boolean): void;
  /** Asks the reader what is to be written into the text about a control or risk, and writes that; left out where there is no text. */
  write?(about: About, id: string): void;
  /** Gives the reader a drawing as a file. */
  save(file: SavedFile): void;
}

/** The language that the browser is set to. */
export const readerLanguage: string = navigator.language;

/** What pages in a browser have in common. What was chosen stands at the end of the address, so that it can be kept and passed on. */
export const inBrowser: Pick<Host, 'language' | 'state' | 'keep' | 'save'> = {
  language: readerLanguage,
  state: () => stateFrom(location.hash.slice(1)),
  keep: state => history.replaceState(null, '', `#${addressOf(state)}`),
  save: ({ name, ending, content }) => {
    const isText = ending === 'svg';
    const bytes = isText ? content : Uint8Array.from(atob(content), sign => sign.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: isText ? 'image/svg+xml' : 'image/png' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name}.${ending}`;
    link.click();
    URL.revokeObjectURL(url);
  },
};
