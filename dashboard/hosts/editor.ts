/** A panel in VS Code beside the text: it is told its pictures as the text changes, and leads to the text. */
import type { HistoryNews } from '../../src/pictures/history-data.ts';
import { type Host, readerLanguage } from '../host.ts';
import { type FromPage, historyFrom, newsFrom } from '../messages.ts';
import { stateFrom } from '../state.ts';

/** What VS Code gives to a page that it shows, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The host of this page; undefined where it is not in VS Code. */
export function editorHost(): Host | undefined {
  const { isms } = document.documentElement.dataset;
  if (isms === undefined) return undefined;
  const api = acquireVsCodeApi();
  const kept = api.getState() as { readonly state?: unknown } | undefined;
  const first = stateFrom(kept?.state);
  let toldPast: ((news: HistoryNews) => void) | undefined;
  return {
    language: document.documentElement.dataset.language ?? readerLanguage,
    state: () => first,
    // With the ISMS that it is about, by which the panel is restored after the window was loaded anew.
    keep: state => api.setState({ isms, state }),
    begin: told => {
      window.addEventListener('message', ({ origin, data }: MessageEvent<unknown>) => {
        // VS Code passes on what the extension sends from a frame around this one, of the same origin.
        if (origin !== window.origin) return;
        const news = newsFrom(data);
        if (news) told(news);
        const past = historyFrom(data);
        if (past) toldPast?.(past);
      });
      api.setState({ isms, state: first });
      api.postMessage({ kind: 'ready' });
    },
    askHistory: told => {
      toldPast = told;
      api.postMessage({ kind: 'history' });
    },
    reveal: (place, goes) => api.postMessage({ kind: 'reveal', place, goes }),
    write: (about, id) => api.postMessage({ kind: 'write', about, id }),
    save: file => api.postMessage({ kind: 'save', file }),
  };
}
