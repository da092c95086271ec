/** Fixes as plain edits of files: for the editor's quick fixes, `isms check --fix`, and the tests of the rules. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../language/text/chunked-text.ts';
import type { Block, SourceFile } from '../model/block.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Fix, FixContext, Insertion } from '../rules/rule.ts';
import { type Diagnostic, diagnosticOf } from './diagnostic.ts';
import type { IsmsUnit, Workspace } from './workspace.ts';

/** A change of a file: 0-based lines and UTF-16 columns, as in LSP. */
export interface FileEdit {
  readonly uri: string;
  readonly range: TextRange;
  readonly newText: string;
}

export interface FixSuggestion {
  readonly title: string;
  /** What it fixes. */
  readonly diagnostic: Diagnostic;
  readonly edits: readonly FileEdit[];
  /** Whether it may be applied without being looked at. */
  readonly safe: boolean;
  /** Whether it is the one to offer first. */
  readonly preferred: boolean;
}

/** The fixes for the diagnostics of a file, or of those that touch a range of it, as of the last update. */
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
        const edits = fileEdits(unit, fix);
        if (edits) own.push({ title: fix.title, diagnostic, edits, safe: !!fix.safe, preferred: !!fix.preferred });
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

/** A text after edits, which may not overlap; insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Pick<FileEdit, 'range' | 'newText'>[]): string {
  return TextDocument.applyEdits(TextDocument.create('', 'isms', 0, text), [...edits]);
}

/**
 * The edits of as many of the fixes as go together, by file, the first ones first: a fix that changes what another one changes, or
 * that is the same as another one, is left out.
 */
export function compatibleEdits(fixes: readonly FixSuggestion[]): Map<string, FileEdit[]> {
  const chosen = new Map<string, FileEdit[]>();
  const seen = new Set<string>();
  for (const { edits } of fixes) {
    const same = JSON.stringify(edits);
    if (seen.has(same) || edits.some(edit => chosen.get(edit.uri)?.some(other => overlaps(edit.range, other.range)))) {
      continue;
    }
    seen.add(same);
    for (const edit of edits) chosen.set(edit.uri, [...(chosen.get(edit.uri) ?? []), edit]);
  }
  return chosen;
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

/** One fix for each finding of some files that the choice takes in: the preferred one, else the first. */
export function chosenFixes(workspace: Workspace, uris: readonly string[], choice: FixChoice): FixSuggestion[] {
  return uris.flatMap(uri => {
    const byFinding = new Map<string, FixSuggestion>();
    for (const fix of fixesFor(workspace, uri)) {
      const { code, range } = fix.diagnostic;
      if (choice === 'safe' ? !fix.safe : choice.code !== code) continue;
      const finding = JSON.stringify([code, range, fix.diagnostic.message]);
      const known = byFinding.get(finding);
      if (!known || (fix.preferred && !known.preferred)) byFinding.set(finding, fix);
    }
    return [...byFinding.values()];
  });
}

const bodyOf = ({ chunk }: Block): string => chunk.text.slice(chunk.bodyStart, chunk.bodyEnd);

function fixContext(unit: IsmsUnit): FixContext {
  const context = Object.create(unit.view()) as FixContext;
  context.textOf = (declaration: Declaration): string => {
    const block = unit.isms.blockOf(declaration);
    return block ? bodyOf(block) : '';
  };
  return context;
}

/** The edits of a fix in their files; undefined if a declaration that they change is no longer there. */
function fileEdits(unit: IsmsUnit, fix: Fix): FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const edit of fix.edits) {
    const block = unit.isms.blockOf('place' in edit ? edit.after : edit.declaration);
    if (!block) return undefined;
    const { file } = block;
    const placed = 'place' in edit ? insertion(block, edit) : { range: block.range(edit), newText: edit.text };
    edits.push({ uri: file.uri, range: placed.range, newText: withLineEnds(placed.newText, file) });
  }
  return edits;
}

/** New declarations stand apart from their neighbours by one empty line. */
function insertion(block: Block, edit: Insertion): Pick<FileEdit, 'range' | 'newText'> {
  const text = block.file.text.getText();
  const document = TextDocument.create('', 'isms', 0, text);
  const at = (offset: number): TextRange => ({ start: document.positionAt(offset), end: document.positionAt(offset) });
  const added = edit.text.trim();
  if (edit.place === 'top') return { range: at(text.startsWith('\uFEFF') ? 1 : 0), newText: `${added}\n\n` };
  if (edit.place === 'file') {
    const end = text.trimEnd().length;
    return { range: at(end), newText: `\n\n${added}${end === text.length ? '\n' : ''}` };
  }
  const end = document.offsetAt(block.range({ start: edit.after.$end, end: edit.after.$end }).start);
  const restOfLine = /^[ \t]*(?:\/\/[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(end));
  return restOfLine
    ? { range: at(end + restOfLine[0].length), newText: `\n\n${added}` }
    : { range: at(end), newText: `\n\n${added}\n\n` };
}

/** Rules write `\n`; the file decides what a line ends with. */
function withLineEnds(text: string, file: SourceFile): string {
  const isCrLf = file.text.chunks.some(chunk => chunk.text.includes('\r\n'));
  return text.replace(/\r?\n/g, isCrLf ? '\r\n' : '\n');
}

type Place = TextRange['start'];

const comparePlaces = (a: Place, b: Place): number => a.line - b.line || a.character - b.character;

const compareRanges = (a: TextRange, b: TextRange): number =>
  comparePlaces(a.start, b.start) || comparePlaces(a.end, b.end);

const touches = (a: TextRange, b: TextRange): boolean =>
  comparePlaces(a.start, b.end) <= 0 && comparePlaces(b.start, a.end) <= 0;

const overlaps = (a: TextRange, b: TextRange): boolean =>
  comparePlaces(a.start, b.end) < 0 && comparePlaces(b.start, a.end) < 0;
