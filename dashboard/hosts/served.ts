/** A page of `isms serve`: it is told its pictures, and others as soon as there are any. */
import type { News } from '../../src/pictures/data.ts';
import { type Host, inBrowser } from '../host.ts';

/** The host of this page; undefined where it is not served. */
export function servedHost(): Host | undefined {
  const path = document.documentElement.dataset.news;
  if (path === undefined) return undefined;
  return {
    ...inBrowser,
    begin: (told, isCut) => {
      // The browser asks again by itself as long as nobody answers.
      const source = new EventSource(path);
      source.addEventListener('open', () => isCut(false));
      source.addEventListener('error', () => isCut(true));
      source.addEventListener('message', ({ data }) => told(JSON.parse(data) as News));
    },
  };
}
