/** Says a text in the display language of the editor, `{0}`, `{1}` standing for values: `vscode.l10n.t`, for what knows no VS Code. */
export type Translate = (text: string, ...values: (string | number)[]) => string;
