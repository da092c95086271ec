/** What an editor shows between the words of a text: titles of what is named, computed levels, and how far dates are. */
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { blocksIn } from './blocks-in.ts';
import { dateHints } from './inlay-hint-dates.ts';
import type { Hint } from './inlay-hint-kind.ts';
import { levelHints } from './inlay-hint-levels.ts';
import { titleHints } from './inlay-hint-titles.ts';

export interface InlayHint {
  /** What it stands behind. */
  readonly position: TextPosition;
  /** Plain text on one line. */
  readonly label: string;
  readonly kind: HintKind;
}

export type HintKind = 'titles' | 'levels' | 'dates';

/** Which hints are shown. */
export type HintChoice = Readonly<Record<HintKind, boolean>>;

/** The hints of a range of a file, or of all of it, in the order of the text. */
export function inlayHints(
  workspace: Workspace,
  uri: string,
  range: TextRange | undefined,
  choice: HintChoice,
): InlayHint[] {
  const file = workspace.file(uri);
  const unit = workspace.unitOf(uri);
  if (!file || !unit) return [];
  const view = unit.view();
  const hints: InlayHint[] = [];
  for (const block of blocksIn(file, range)) {
    const { declaration } = block;
    if (!declaration) continue;
    const own: (readonly [HintKind, readonly Hint[]])[] = [
      ['titles', choice.titles ? titleHints(view, declaration, block.chunk) : []],
      ['levels', choice.levels ? levelHints(view, declaration) : []],
      ['dates', choice.dates ? dateHints(view, declaration) : []],
    ];
    for (const [kind, list] of own)
      for (const { at, label } of list) {
        const position = block.range({ start: at, end: at }).start;
        if (!range || isWithin(position, range)) hints.push({ position, label, kind });
      }
  }
  return hints.sort((a, b) => compare(a.position, b.position));
}

const compare = (a: TextPosition, b: TextPosition): number => a.line - b.line || a.character - b.character;

const isWithin = (position: TextPosition, { start, end }: TextRange): boolean =>
  compare(start, position) <= 0 && compare(position, end) <= 0;
