/** Whoever shows the page: where it gets its pictures from, and who keeps what was chosen and saved. */
import type { News } from '../src/pictures/data.ts';
import { addressOf, type State, stateFrom } from './state.ts';

export interface Host {
  /** What was chosen before. */
  state(): State;
  keep(state: State): void;
  /** Begins to tell what there is to show, at once or later. `isCut` says whether nobody tells any more for now. */
  begin(told: (news: News) => void, isCut: (cut: boolean) => void): void;
}

/** What was chosen stands at the end of the address, so that it can be kept and passed on. */
export const keptInAddress: Pick<Host, 'state' | 'keep'> = {
  state: () => stateFrom(location.hash.slice(1)),
  keep: state => history.replaceState(null, '', `#${addressOf(state)}`),
};

/** Gives the reader a drawing as a file. */
export function saveFile(name: string, svg: string): void {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.svg`;
  link.click();
  URL.revokeObjectURL(url);
}
