/** A page of `isms serve`: it is told its pictures, and others as soon as there are any. */
import type { News } from '../../src/pictures/data.ts';
import { type Host, inBrowser } from '../host.ts';
import { historyFrom } from '../messages.ts';

/** The host of this page; undefined where it is not served. */
export function servedHost(): Host | undefined {
  const { news: path, history } = document.documentElement.dataset;
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
    ...(history !== undefined && {
      askHistory: told => {
        fetch(history)
          .then(answer => answer.json())
          .then((given: unknown) => {
            const news = historyFrom(given);
            if (news) told(news);
          })
          // Whoever served it has ended, which the page says already.
          .catch(() => {});
      },
    }),
  };
}
