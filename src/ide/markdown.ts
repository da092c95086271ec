/** Markdown for editors. What comes from the model is text, and arrives as text. */
import { say } from '../wording/wording.ts';

/** A text on one line in which nothing is markup, a link or HTML. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&|~#$@!]/g, '\\$&')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/(www|mailto|xmpp)([.:])/gi, '$1\\$2')
    .replace(/^([-+=]|\d+(?=[.)]))/, match => (/\d/.test(match) ? `${match}\\` : `\\${match}`));

/** A name as code. Names hold no backtick; should one, it is left out. */
export const code = (name: string): string => `\`${name.replace(/[`\s]+/g, ' ')}\``;

/** A text, cut after so many characters. */
export const shorten = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
};

/** Names as code, separated by commas, at most `limit` of them. */
export function codeList(names: readonly string[], limit = 12): string {
  const shown = names.slice(0, limit).map(code).join(', ');
  return names.length > limit ? say('{0} and {1} more', shown, names.length - limit) : shown;
}

/** A fact such as `Owner: Ceo`. */
export const factText = (label: string, value: string): string => `${say(label)}: ${value}`;

/** What a Markdown text of ours says, without the marks: for editors that show plain text only. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\\([^\w\s])|`([^`\n]*)`|\*+|^---$/gm, (_, escaped?: string, inCode?: string) => escaped ?? inCode ?? '')
    .replace(/\n{3,}/g, '\n\n');
