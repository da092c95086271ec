import * as vscode from 'vscode';
import { escapeMarkup } from '../escape-markup.ts';

/** A page with a heading and a sentence, which may hold any text. It loads and runs nothing. */
export const messagePage = (heading: string, text: string, nonce: string): string => `<!doctype html>
<html lang="${escapeMarkup(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<style nonce="${nonce}">body { padding: 2rem; color: var(--vscode-descriptionForeground); font-family: var(--vscode-font-family); } h1 { font-size: 1.2rem; font-weight: 600; }</style>
</head>
<body>
<h1>${escapeMarkup(heading)}</h1>
<p>${escapeMarkup(text)}</p>
</body>
</html>
`;
