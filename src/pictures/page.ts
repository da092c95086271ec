/** The dashboard as one page: script and style within it, so that it needs nothing else. */
import { script, scriptHash, style, styleHash } from 'isms:dashboard';
import { escapeMarkup } from '../syntax/text/markup.ts';
import type { Pictures } from './data.ts';
import type { HistoryNews } from './history-data.ts';

/** What any page may do: nothing but what its own parts are allowed. Nothing is loaded from anywhere; it makes pixels of its own drawings. */
const policyOf = (...allowed: readonly string[]): string =>
  ["default-src 'none'", ...allowed, 'img-src blob:', "base-uri 'none'", "form-action 'none'"].join('; ');

/** The page that holds its pictures, for a file, and the history if it is given: it runs and looks as the build made it. The same data give the same text. */
export function dashboardPage(pictures: Pictures, history?: HistoryNews): string {
  const policy = policyOf(`script-src '${scriptHash}'`, `style-src '${styleHash}'`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  const data = dataElement('pictures', pictures) + (history ? dataElement('history', history) : '');
  return page({ title: escapeMarkup(pictures.isms), meta, data });
}

const dataElement = (id: string, value: unknown): string =>
  `<script type="application/json" id="${id}">${jsonInPage(value)}</script>\n`;

/** Where a page that stays open asks for news, relative to its own address. */
export const newsPath = 'news';

/** Where it asks for the history. */
export const historyPath = 'history';

/** The page that asks whoever serves it for its pictures, and the security policy to serve it with. The nonce is of chance, one for each answer. */
export function livePage(nonce: string): { readonly html: string; readonly policy: string } {
  const own = `'nonce-${nonce}'`;
  return {
    html: page({
      title: 'ISMS',
      root: ` data-news="${newsPath}" data-history="${historyPath}"`,
      element: ` nonce="${nonce}"`,
    }),
    policy: `${policyOf(`script-src ${own}`, `style-src ${own}`, "connect-src 'self'")}; frame-ancestors 'none'`,
  };
}

interface Parts {
  readonly title: string;
  readonly meta?: string;
  readonly data?: string;
  /** Attributes of the page, and of its script and style. */
  readonly root?: string;
  readonly element?: string;
}

const page = ({ title, meta = '', data = '', root = '', element = '' }: Parts): string => `<!doctype html>
<html lang="en"${root}>
<head>
<meta charset="utf-8">
${meta}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style${element}>${style}</style>
</head>
<body>
<div id="dashboard"></div>
${data}<script${element}>${script}</script>
</body>
</html>
`;

/** Data within an element: whatever a text of the model holds, it cannot end the element. */
export const jsonInPage = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
