/** What a refactoring is: edits of all files of an ISMS that change just what was asked for, to be made all or none. */
import type { Block } from '../incremental/block.ts';
import { say } from '../wording/wording.ts';
import { blockEdits, type FileEdit } from '../workspace/block-edits.ts';
import { lineWidthOf } from '../workspace/configuration/settings/line-width.ts';
import { type ChunkEdit, tryEdits } from '../workspace/fix-trial.ts';
import { applyEdits } from '../workspace/fixes.ts';
import type { Location } from '../workspace/occurrences.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';

/** Edits of files, to be made all or none. URIs are in their normal form. */
export interface Refactoring {
  /** What it does, in a sentence without a full stop. */
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** The files that are not there yet, in order; what they are to hold is an edit at their beginning. */
  readonly creates: readonly string[];
  /** The files that are to go, in order. */
  readonly deletes: readonly string[];
  /** Places that look as if they belonged to it and stay as they are, each with the reason. */
  readonly kept: readonly Kept[];
  /** What else to know or do, in sentences. */
  readonly notes: readonly string[];
}

/** A place that a refactoring leaves as it is. */
export interface Kept extends Location {
  readonly why: string;
}

/** Why something is not done: what is in the way, and what to do. */
export interface Refusal {
  readonly refusal: string;
  /** Where it is, if it is at one place. */
  readonly at?: Location;
}

export type Outcome = Refactoring | Refusal;

export const isRefusal = (value: object): value is Refusal => 'refusal' in value;

/** A refactoring that so far does nothing. */
export const nothing: Omit<Refactoring, 'title'> = {
  edits: [],
  creates: [],
  deletes: [],
  kept: [],
  notes: [],
};

/** The texts of the files that a refactoring changes or makes, in order of their URIs. */
export function textsAfter(workspace: Workspace, { edits }: Pick<Refactoring, 'edits'>): Map<string, string> {
  const byFile = new Map<string, FileEdit[]>();
  for (const edit of edits) {
    const known = byFile.get(edit.uri);
    if (known) known.push(edit);
    else byFile.set(edit.uri, [edit]);
  }
  const texts = [...byFile].map(([uri, own]) => [uri, applyEdits(workspace.text(uri) ?? '', own)] as const);
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A text in place of a stretch of a declaration; offsets are relative to it. */
export interface Replacement {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits that replacements are, file by file and in order of place. Each declaration is tried first: where the new text would read as
 * something else, nothing is done.
 */
export function editsOf(unit: IsmsUnit, replacements: readonly Replacement[]): FileEdit[] | Refusal {
  const byBlock = new Map<Block, ChunkEdit[]>();
  for (const { block, start, end, text } of replacements) {
    const edit = { start: block.chunk.bodyStart + start, end: block.chunk.bodyStart + end, text };
    const known = byBlock.get(block);
    if (known) known.push(edit);
    else byBlock.set(block, [edit]);
  }
  const lineWidth = lineWidthOf(unit.config);
  const edits: FileEdit[] = [];
  for (const [block, own] of byBlock) {
    if (!tryEdits(block, own)) {
      const [{ text = '', start = 0, end = 0 } = {}] = own;
      const base = block.chunk.bodyStart;
      return {
        refusal: say('{0} would be read as something else here. Choose another one.', text),
        at: { uri: block.file.uri, range: block.range({ start: start - base, end: end - base }) },
      };
    }
    edits.push(...blockEdits(block, own, lineWidth));
  }
  return edits;
}
