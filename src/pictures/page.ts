/** The dashboard as one page: script, style and pictures within it, so that it opens from disk and needs nothing else. */
import { script, scriptHash, style, styleHash } from 'isms:dashboard';
import { escapeMarkup } from '../syntax/text/markup.ts';
import type { Pictures } from './data.ts';

/** What a page may do: run and look as the build made it, and nothing else. Nothing is loaded from anywhere. */
const policy = [
  "default-src 'none'",
  `script-src '${scriptHash}'`,
  `style-src '${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The page. The same pictures give the same text. */
export const dashboardPage = (pictures: Pictures): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(pictures.isms)}</title>
<style>${style}</style>
</head>
<body>
<div id="dashboard"></div>
<script type="application/json" id="pictures">${jsonInPage(pictures)}</script>
<script>${script}</script>
</body>
</html>
`;

/** Data within an element: whatever a text of the model holds, it cannot end the element. */
export const jsonInPage = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
