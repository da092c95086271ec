/** A page that was written with its pictures, and shows these. */
import type { Pictures } from '../../src/pictures/data.ts';
import { type Host, inBrowser } from '../host.ts';
import { historyFrom } from '../messages.ts';

/** The history that the page was written with. */
const written = document.getElementById('history')?.textContent;

export const fileHost: Host = {
  ...inBrowser,
  begin: told => {
    const data = document.getElementById('pictures')?.textContent;
    const pictures = data ? (JSON.parse(data) as Pictures) : undefined;
    if (pictures?.version === 1) told({ kind: 'pictures', pictures });
  },
  ...(written && {
    askHistory: told => {
      const news = historyFrom(JSON.parse(written));
      if (news) told(news);
    },
  }),
};
