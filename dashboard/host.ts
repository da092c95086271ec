/** Where the page gets its pictures and what was chosen from, and who keeps its files. */
import type { Pictures } from '../src/pictures/data.ts';
import { addressOf, type State, stateFrom } from './state.ts';

/** The pictures that the page was written with; undefined where they are missing, or of a version that this page does not draw. */
export function ownPictures(): Pictures | undefined {
  const data = document.getElementById('pictures')?.textContent;
  const pictures = data ? (JSON.parse(data) as Pictures) : undefined;
  return pictures?.version === 1 ? pictures : undefined;
}

/** What was chosen stands at the end of the address, so that it can be kept and passed on. */
export const keptState = (): State => stateFrom(location.hash.slice(1));
export const keep = (state: State): void => history.replaceState(null, '', `#${addressOf(state)}`);

/** Gives the reader a drawing as a file. */
export function saveFile(name: string, svg: string): void {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.svg`;
  link.click();
  URL.revokeObjectURL(url);
}
