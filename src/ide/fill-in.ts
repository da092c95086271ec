/** Where an edit leaves something to be filled in, and the same edit as a snippet whose tab stops lead there. */
import { openDate, openText } from '../model/placeholder.ts';
import { tokensOf } from '../syntax/lexer.ts';
import { textValue } from '../syntax/text/quoted-text.ts';
import type { FileEdit } from '../workspace/fixes.ts';
import { inSnippet } from './completion-item.ts';

/** An edit with the snippet (LSP 3.18) that does the same and then leads to what is to be filled in. */
export interface FillIn extends FileEdit {
  readonly snippet: string;
}

/** The snippet of a new text: a stop in each empty quoted text, and at each placeholder. Undefined if there is nothing to fill in. */
export function fillInSnippet(text: string): string | undefined {
  let snippet = '';
  let stops = 0;
  for (const { kind, start, end } of tokensOf(text)) {
    const written = text.slice(start, end);
    const isText = kind === 'string' || kind === 'text';
    const value = isText ? textValue(written).trim() : written;
    if (kind === 'date' && value === openDate) snippet += `\${${++stops}:${openDate}}`;
    else if (isText && value === '')
      snippet += `${written.slice(0, written.length / 2)}$${++stops}${written.slice(written.length / 2)}`;
    else if (isText && value === openText) snippet += `"\${${++stops}:${openText}}"`;
    else snippet += inSnippet(written);
  }
  // The last stop is at the end of what was written, and not on the next line.
  const end = snippet.trimEnd().length;
  return stops ? `${snippet.slice(0, end)}$0${snippet.slice(end)}` : undefined;
}

/**
 * An edit whose text has something to fill in, as a snippet; undefined if it has nothing.
 * Editors indent what follows the first line of a snippet like the line that it begins on. An insertion of whole lines at the end of a line
 * is therefore moved to the beginning of the next one, where there is nothing to add.
 * @param lineAt the text of a line of the file
 * @param whole the snippet for the whole text, but for the blank lines around it; else its stops are where something is to be filled in
 */
export function fillIn(
  edit: FileEdit,
  lineAt: (line: number) => string | undefined,
  whole?: string,
): FillIn | undefined {
  const { start, end } = edit.range;
  const here = lineAt(start.line) ?? '';
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(edit.newText)?.[0];
  const isInsertion = start.line === end.line && start.character === end.character;
  const isMoved =
    lineEnd !== undefined && isInsertion && start.character === here.length && lineAt(start.line + 1) !== undefined;
  const newText = isMoved ? `${edit.newText.slice(lineEnd.length)}${lineEnd}` : edit.newText;
  const at = { line: start.line + 1, character: 0 };
  const moved = isMoved ? { ...edit, range: { start: at, end: at }, newText } : edit;
  // Elsewhere the lines would be indented twice.
  const isIndented = !isMoved && /[\r\n]/.test(newText) && /^[ \t]/.test(here);
  const snippet = isIndented ? undefined : whole === undefined ? fillInSnippet(newText) : inPlaceOf(newText, whole);
  return snippet === undefined ? undefined : { ...moved, snippet };
}

const inPlaceOf = (text: string, snippet: string): string =>
  text.slice(0, text.length - text.trimStart().length) + snippet + text.slice(text.trimEnd().length);
