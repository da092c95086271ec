/** What a refactoring did, or would do, in words and as JSON. */

import type { FileChange } from '../node/change-files.ts';
import { pathOfUri } from '../node/files.ts';
import { sameAround } from '../refactor/file-texts.ts';
import type { Refactoring } from '../refactor/refactoring.ts';
import { printable } from '../syntax/text/printable.ts';
import type { Location } from '../workspace/occurrences.ts';
import { displayPath, shownPath } from './display-path.ts';
import type { Io } from './io.ts';

export interface ReportOptions {
  readonly dryRun?: boolean | undefined;
}

/** A place as `file:line:column`. */
export const placeText = ({ uri, range: { start } }: Location, io: Io): string =>
  `${shownPath(io.cwd, pathOfUri(uri))}:${start.line + 1}:${start.character + 1}`;

/** What was done, file by file; what would be done line by line. */
export function reportText(
  outcome: Refactoring,
  changes: readonly FileChange[],
  { dryRun }: ReportOptions,
  io: Io,
): string {
  const { title, kept, notes } = outcome;
  const stays = kept.map(place => `Stays: ${placeText(place, io)}: ${printable(place.why)}`);
  if (!changes.length) return `${[`${printable(title)}: there is nothing to change`, ...stays].join('\n')}\n`;
  const files = changes.flatMap(({ path, before, after }) => [
    `${wordFor(before, after)[dryRun ? 0 : 1]} ${shownPath(io.cwd, path)}`,
    ...(dryRun ? changedLines(before ?? '', after ?? '') : []),
  ]);
  return `${[printable(title), ...files, ...stays, ...notes.map(printable)].join('\n')}\n`;
}

const wordFor = (before: string | undefined, after: string | undefined): readonly [would: string, did: string] => {
  if (before === undefined) return ['Would create', 'Created'];
  return after === undefined ? ['Would delete', 'Deleted'] : ['Would change', 'Changed'];
};

/** The lines that differ, each with its number. Where lines were broken anew, the numbers of old and new lines differ. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  if (old.length === now.length) {
    return old.flatMap((line, i) =>
      line === now[i] ? [] : [`  ${i + 1} - ${printable(line)}`, `  ${i + 1} + ${printable(now[i] ?? '')}`],
    );
  }
  const { start, end } = sameAround(old, now);
  const shown = (lines: readonly string[], sign: string): string[] =>
    lines.slice(start, lines.length - end).map((line, i) => `  ${start + i + 1} ${sign} ${printable(line)}`);
  return [...shown(old, '-'), ...shown(now, '+')];
}

/** The lines of a text without their ends. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The same for programs. Lines and columns count from 1, columns in UTF-16 code units. */
export function jsonText(
  { title, edits, creates, deletes, kept, notes }: Refactoring,
  { dryRun = false }: ReportOptions,
  io: Io,
): string {
  const place = ({ uri, range: { start, end } }: Location) => ({
    path: displayPath(io.cwd, pathOfUri(uri)),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
  const data = {
    title,
    written: !dryRun,
    edits: edits.map(edit => ({ ...place(edit), newText: edit.newText })),
    creates: creates.map(uri => displayPath(io.cwd, pathOfUri(uri))),
    deletes: deletes.map(uri => displayPath(io.cwd, pathOfUri(uri))),
    kept: kept.map(one => ({ ...place(one), why: one.why })),
    notes,
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}
