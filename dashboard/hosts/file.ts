/** A page that was written with its pictures, and shows these. */
import type { Pictures } from '../../src/pictures/data.ts';
import { type Host, inBrowser } from '../host.ts';

export const fileHost: Host = {
  ...inBrowser,
  begin: told => {
    const data = document.getElementById('pictures')?.textContent;
    const pictures = data ? (JSON.parse(data) as Pictures) : undefined;
    if (pictures?.version === 1) told({ kind: 'pictures', pictures });
  },
};
