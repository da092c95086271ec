/** Fixes as plain edits of files: for the editor's quick fixes, `isms check --fix`, and the tests of the rules. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Block, bodyOf } from '../incremental/block.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Fix, FixContext, Insertion } from '../rules/rule.ts';
import { formatText } from '../syntax/format/format.ts';
import { isLineBreak } from '../syntax/text/characters.ts';
import { lineEndOf } from '../syntax/text/chunk.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import { regionsOf } from '../syntax/text/regions.ts';
import { blockEdits, type FileEdit } from './block-edits.ts';
import { lineWidthOf } from './configuration/settings/line-width.ts';
import { type Diagnostic, diagnosticOf } from './diagnostic.ts';
import { type ChunkEdit, keyOf, type TypedName, tryEdits, tryInsertion } from './fix-trial.ts';
import { baseName } from './uri.ts';
import type { IsmsUnit, Workspace } from './workspace.ts';

export type { FileEdit } from './block-edits.ts';

export interface FixSuggestion {
  readonly title: string;
  /** What it fixes. */
  readonly diagnostic: Diagnostic;
  readonly edits: readonly FileEdit[];
  /** Whether it may be applied without being looked at. */
  readonly safe: boolean;
  /** Whether it is the one to offer first. */
  readonly preferred: boolean;
  /** Whether it is only ever to be applied by itself; see `Fix.decides`. */
  readonly decides: boolean;
  /** Whether its finding is switched off, so that no diagnostic goes with it. */
  readonly untold?: true;
  /** The URI of a file that is to be made first. */
  readonly creates?: string;
  /** The root of the ISMS that it changes. */
  readonly root: string;
  /** The names that it declares. */
  readonly adds: readonly TypedName[];
  /** Those of the edits that add declarations. */
  readonly insertions: readonly FileEdit[];
  /** What it changes inside declarations. */
  readonly changes: ReadonlyMap<Block, readonly ChunkEdit[]>;
  /** How long lines may become in its ISMS. */
  readonly lineWidth: number;
}

/** What is changed, apart from why. */
export type Change = Pick<FixSuggestion, 'edits' | 'root' | 'adds' | 'insertions' | 'changes' | 'lineWidth'>;

/**
 * The fixes for the diagnostics of a file, or of those that touch a range of it, as of the last update. Each was tried: none adds a
 * syntax error, or changes other comments and quoted texts than the one that it is about.
 */
export function fixesFor(workspace: Workspace, uri: string, range?: TextRange): FixSuggestion[] {
  const fixes: FixSuggestion[] = [];
  for (const { unit, block, finding } of workspace.findings(uri)) {
    const { declaration } = block;
    if (!finding.rule.fix || !declaration) continue;
    const diagnostic = diagnosticOf(block, finding, workspace.severity(unit, finding.rule));
    if (!diagnostic || (range && !touches(diagnostic.range, range))) continue;
    const target = { declaration, at: { start: finding.start, end: finding.end }, data: finding.data };
    const own: FixSuggestion[] = [];
    try {
      for (const fix of finding.rule.fix(target, fixContext(unit))) {
        const tried = suggestion(unit, diagnostic, fix);
        if (tried) own.push(tried);
      }
    } catch (error) {
      // This finding has no fix; the others keep theirs.
      workspace.fixFailed(finding.rule.code, uri, error);
      continue;
    }
    for (const fix of own) fixes.push(fix);
  }
  return fixes.sort((a, b) => compareRanges(a.diagnostic.range, b.diagnostic.range));
}

/** A fix as what can be applied; undefined if it would do harm, or if what it changes is no longer there. */
export function suggestion(unit: IsmsUnit, diagnostic: Diagnostic, fix: Fix): FixSuggestion | undefined {
  const change = changeFor(unit, fix.edits);
  if (!change) return undefined;
  const { title, decides = false, safe = false, preferred = false } = fix;
  return { title, diagnostic, ...change, decides, safe: safe && !decides, preferred: preferred && !decides };
}

/** What edits of declarations come to, tried like those of a fix; undefined if they would do harm. */
export function changeFor(unit: IsmsUnit, edits: Fix['edits']): Change | undefined {
  const tried = tryFix(unit, edits);
  return tried && { root: unit.root, ...tried };
}

/** The edits of one thing that somebody has chosen to be written; undefined if it would do harm. */
export function editsToWrite(unit: IsmsUnit, edits: Fix['edits']): FileEdit[] | undefined {
  const change = changeFor(unit, edits);
  return change && [...compatibleEdits([change]).values()].flat();
}

/** The text of a declaration of an ISMS, with what else fixes look up. */
export const writingContext = (unit: IsmsUnit): FixContext => fixContext(unit);

/** A text after edits, which may not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Pick<FileEdit, 'range' | 'newText'>[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'isms', 0, text), [...edits]);
}

/**
 * The edits of as many of the fixes as go together, by file, the first ones first. Left out is a fix that changes what another one
 * changes, declares what another one declares, is the same as another one, or does harm beside another one. A declaration that had the
 * form of the formatter has it afterwards.
 */
export function compatibleEdits(fixes: readonly Change[]): Map<string, FileEdit[]> {
  const taken = new Map<string, TakenPlaces>();
  const takenIn = (uri: string): TakenPlaces => {
    let places = taken.get(uri);
    if (!places) taken.set(uri, (places = new TakenPlaces()));
    return places;
  };
  const added = new Set<string>();
  const seen = new Set<string>();
  const chosen = fixes.filter(({ root, edits, adds }) => {
    const names = adds.map(name => `${root} ${keyOf(name)}`);
    const same = JSON.stringify(edits);
    if (seen.has(same) || names.some(name => added.has(name))) return false;
    if (edits.some(({ uri, range }) => takenIn(uri).overlap(range))) return false;
    seen.add(same);
    for (const name of names) added.add(name);
    for (const { uri, range } of edits) takenIn(uri).add(range);
    return true;
  });
  const byFile = new Map<string, FileEdit[]>();
  const note = (edit: FileEdit): void => {
    const there = byFile.get(edit.uri);
    if (there) there.push(edit);
    else byFile.set(edit.uri, [edit]);
  };
  const changed = new Map<Block, { readonly edits: ChunkEdit[]; readonly lineWidth: number }>();
  for (const { insertions, changes, lineWidth } of harmless(chosen)) {
    for (const edit of insertions) note(edit);
    for (const [block, edits] of changes) {
      const there = changed.get(block);
      if (there) there.edits.push(...edits);
      else changed.set(block, { edits: [...edits], lineWidth });
    }
  }
  for (const [block, { edits, lineWidth }] of changed)
    for (const edit of blockEdits(block, edits, lineWidth)) note(edit);
  return byFile;
}

/** Of the fixes that change a declaration in ways that do not go together, only the first. */
function harmless(fixes: readonly Change[]): readonly Change[] {
  const byBlock = new Map<Block, Change[]>();
  for (const fix of fixes) {
    for (const block of fix.changes.keys()) {
      const there = byBlock.get(block);
      if (there) there.push(fix);
      else byBlock.set(block, [fix]);
    }
  }
  const leftOut = new Set<Change>();
  for (const [block, together] of byBlock) {
    const edits = together.flatMap(fix => fix.changes.get(block) ?? []);
    if (together.length > 1 && !tryEdits(block, edits)) for (const fix of together.slice(1)) leftOut.add(fix);
  }
  return leftOut.size ? fixes.filter(fix => !leftOut.has(fix)) : fixes;
}

/** Applies as many of the fixes as go together. Returns the new texts of the files that change. */
export function applyFixes(workspace: Workspace, fixes: readonly FixSuggestion[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [uri, edits] of compatibleEdits(fixes)) {
    const before = workspace.file(uri)?.text.getText() ?? '';
    const after = applyEdits(before, edits);
    if (after !== before) texts.set(uri, after);
  }
  return texts;
}

/** Which fixes are to be applied together: those of one code, or all that need nobody to look at them. */
export type FixChoice = { readonly code: string } | 'safe';

/**
 * The fixes that the choice takes in, one for each finding of some files: the preferred one, or the only one. Left out are fixes that
 * decide something, and those that would declare a name twice: they are for the author to look at, one by one.
 * @param choice `any` takes in the fixes of all findings, to be offered one by one
 */
export function chosenFixes(workspace: Workspace, uris: readonly string[], choice: FixChoice | 'any'): FixSuggestion[] {
  return uris.flatMap(uri => {
    const view = workspace.unitOf(uri)?.view();
    const isFree = ({ type, name }: TypedName): boolean => !view?.named(name, type).length;
    const byFinding = new Map<string, FixSuggestion[]>();
    for (const fix of fixesFor(workspace, uri)) {
      const { code, range, message } = fix.diagnostic;
      if (typeof choice === 'object' && choice.code !== code) continue;
      const finding = JSON.stringify([code, range, message]);
      const known = byFinding.get(finding);
      if (known) known.push(fix);
      else byFinding.set(finding, [fix]);
    }
    return [...byFinding.values()].flatMap(offered => {
      const fitting = choice === 'safe' ? offered.filter(({ safe }) => safe) : offered;
      const chosen = fitting.find(({ preferred }) => preferred) ?? (fitting.length === 1 ? fitting[0] : undefined);
      return chosen && !chosen.decides && chosen.adds.every(isFree) ? [chosen] : [];
    });
  });
}

function fixContext(unit: IsmsUnit): FixContext {
  const context = Object.create(unit.view()) as FixContext;
  context.textOf = (declaration: Declaration): string => {
    const block = unit.isms.blockOf(declaration);
    return block ? bodyOf(block.chunk) : '';
  };
  context.fileOf = (declaration: Declaration) => {
    const uri = unit.isms.blockOf(declaration)?.file.uri;
    return uri === undefined ? undefined : { uri, name: baseName(uri) };
  };
  return context;
}

/** What a fix does; undefined if a declaration that it changes is no longer there, or if it would do harm. */
function tryFix(
  unit: IsmsUnit,
  given: Fix['edits'],
): Pick<FixSuggestion, 'edits' | 'insertions' | 'adds' | 'changes' | 'lineWidth'> | undefined {
  const lineWidth = lineWidthOf(unit.config);
  const edits: FileEdit[] = [];
  const insertions: FileEdit[] = [];
  const adds: TypedName[] = [];
  const changes = new Map<Block, ChunkEdit[]>();
  for (const edit of given) {
    const block = unit.isms.blockOf('place' in edit ? edit.after : edit.declaration);
    if (!block) return undefined;
    const { uri } = block.file;
    const lineEnd = lineEndOf(block.file.text.chunks);
    if ('place' in edit) {
      const { index, at, text } = insertion(block, edit, lineWidth);
      const inserted = { start: at, end: at, text: withLineEnds(text, lineEnd) };
      const chunk = block.file.text.chunks[index];
      const names = chunk && tryInsertion(chunk, inserted);
      if (!names) return undefined;
      adds.push(...names);
      const insertedAt = { uri, range: block.file.text.rangeAt(index, at, at), newText: inserted.text };
      insertions.push(insertedAt);
      edits.push(insertedAt);
      continue;
    }
    const text = withLineEnds(edit.text, lineEnd);
    const base = block.chunk.bodyStart;
    changes.set(block, [...(changes.get(block) ?? []), { start: base + edit.start, end: base + edit.end, text }]);
    edits.push({ uri, range: block.range(edit), newText: text });
  }
  for (const [block, list] of changes) {
    const names = tryEdits(block, list);
    if (!names) return undefined;
    adds.push(...names);
  }
  return { edits, insertions, adds, changes, lineWidth };
}

/** Where new declarations go: into which chunk, and where in it. They stand apart from their neighbours by one empty line. */
function insertion(block: Block, edit: Insertion, lineWidth: number): { index: number; at: number; text: string } {
  const { text } = block.file;
  const { chunks } = text;
  const added = formatText(edit.text, { lineWidth }).trim();
  if (edit.place === 'top') return { index: 0, at: chunks[0]?.text.startsWith('\uFEFF') ? 1 : 0, text: `${added}\n\n` };
  if (edit.place === 'file') {
    const index = chunks.findLastIndex(chunk => chunk.text.trimEnd() !== '');
    const last = chunks[index]?.text ?? '';
    // A comment may end with blanks, and one that nothing closes reaches to the end.
    const at = Math.max(last.trimEnd().length, regionsOf(last).at(-1)?.end ?? 0);
    const isEnd = at === last.length && index === chunks.length - 1;
    return { index, at, text: `\n\n${added}${isEnd ? '\n' : ''}` };
  }
  // What follows the declaration in its chunk are blanks and comments up to the end of the line, or to another declaration on it.
  const { chunk } = block;
  const index = text.indexOf(chunk);
  let end = chunk.text.length;
  while (end > chunk.bodyEnd && isLineBreak(chunk.text.charCodeAt(end - 1))) end--;
  const endsLine = end < chunk.text.length || index === chunks.length - 1;
  return endsLine ? { index, at: end, text: `\n\n${added}` } : { index, at: chunk.bodyEnd, text: `\n\n${added}\n\n` };
}

/** Rules write `\n`; the file decides what a line ends with. */
const withLineEnds = (text: string, lineEnd: string): string => text.replace(/\r\n|\r|\n/g, lineEnd);

/** Places in a file that edits have taken, from first to last; they do not overlap. */
class TakenPlaces {
  private readonly ranges: TextRange[] = [];

  /** Whether a range overlaps one of them. Insertions at one place do not, nor those at the edge of another range. */
  overlap(range: TextRange): boolean {
    const first = this.indexFor(range);
    // Of what begins before it, only the last can reach it; an insertion at the same place may stand behind that.
    const start = this.ranges[first - 1]?.start;
    for (let index = first - 1; index >= 0 && start; index--) {
      const before = this.ranges[index] as TextRange;
      if (comparePlaces(before.start, start) < 0) break;
      if (overlaps(before, range)) return true;
    }
    for (let index = first; index < this.ranges.length; index++) {
      const behind = this.ranges[index] as TextRange;
      if (overlaps(behind, range)) return true;
      if (comparePlaces(behind.start, range.end) >= 0) break;
    }
    return false;
  }

  add(range: TextRange): void {
    this.ranges.splice(this.indexFor(range), 0, range);
  }

  /** How many begin before it. */
  private indexFor({ start }: TextRange): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePlaces((this.ranges[middle] as TextRange).start, start) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

type Place = TextRange['start'];

const comparePlaces = (a: Place, b: Place): number => a.line - b.line || a.character - b.character;

export const compareRanges = (a: TextRange, b: TextRange): number =>
  comparePlaces(a.start, b.start) || comparePlaces(a.end, b.end);

export const touches = (a: TextRange, b: TextRange): boolean =>
  comparePlaces(a.start, b.end) <= 0 && comparePlaces(b.start, a.end) <= 0;

const overlaps = (a: TextRange, b: TextRange): boolean =>
  comparePlaces(a.start, b.end) < 0 && comparePlaces(b.start, a.end) < 0;
