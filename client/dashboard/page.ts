import * as vscode from 'vscode';
import { escapeMarkup } from '../escape-markup.ts';

/** The folder of the page's script and styles, the only one that it can load anything from. */
export const pageFolder = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'dist', 'dashboard');

/**
 * The page of the pictures of an ISMS. It holds none of its texts: these are sent to it.
 * @param root the URI of the folder of the ISMS
 */
export function dashboardPage(webview: vscode.Webview, extension: vscode.Uri, root: string): string {
  const nonce = globalThis.crypto.randomUUID();
  const file = (name: string): string =>
    escapeMarkup(webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name)).toString());
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    // A picture of its own that is made to pixels.
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const style = (name: string): string => `<link rel="stylesheet" nonce="${nonce}" href="${file(name)}">`;
  const language = escapeMarkup(vscode.env.language);
  return `<!doctype html>
<html lang="${language}" data-language="${language}" data-isms="${escapeMarkup(root)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>ISMS</title>
${style('dashboard.css')}
${style('editor.css')}
</head>
<body>
<div id="dashboard"></div>
<script nonce="${nonce}" src="${file('dashboard.js')}"></script>
</body>
</html>
`;
}
