/** What a fix may do to a text, and what it may not. */
import { expect } from 'vitest';
import { offeredFixes } from '../../src/ide/fixes.ts';
import { bodyOf } from '../../src/incremental/block.ts';
import { kindKeywords } from '../../src/language/schema.ts';
import { openDate } from '../../src/model/placeholder.ts';
import { readDeclaration } from '../../src/syntax/read.ts';
import { ChunkedText } from '../../src/syntax/text/chunked-text.ts';
import { regionsOf } from '../../src/syntax/text/regions.ts';
import {
  applyEdits,
  applyFixes,
  chosenFixes,
  compatibleEdits,
  type FixChoice,
  type FixSuggestion,
} from '../../src/workspace/fixes.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

/** The fixes whose titles say that a quoted text is written anew. */
const mayWriteTexts = new Set(['control/superseded-id', 'control/title-mismatch', 'soa/missing-justification']);

/** What a text holds, by scanning and reading it afresh. */
export interface Contents {
  readonly problems: number;
  readonly comments: readonly string[];
  readonly texts: readonly string[];
  readonly declarations: readonly string[];
}

export function contentsOf(texts: Iterable<string>): Contents {
  const comments: string[] = [];
  const quoted: string[] = [];
  const declarations: string[] = [];
  let problems = 0;
  for (const text of texts) {
    for (const chunk of new ChunkedText(text, kindKeywords).chunks) {
      const regions = [...regionsOf(chunk.text, 0, chunk.bodyStart), ...regionsOf(chunk.text, chunk.bodyStart)];
      for (const { kind, start, end } of regions) {
        (kind === 'comment' ? comments : quoted).push(chunk.text.slice(start, end));
      }
      if (chunk.unclosedComment) problems++;
      if (chunk.bodyStart === chunk.bodyEnd) continue;
      declarations.push(bodyOf(chunk));
      // A day that is left to be filled in is told, but does no harm.
      const body = bodyOf(chunk);
      problems += readDeclaration(body).problems.filter(({ start, end }) => body.slice(start, end) !== openDate).length;
    }
  }
  return { problems, comments, texts: quoted, declarations };
}

/** The items of which there are fewer afterwards. */
export function lost(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const item of after) left.set(item, (left.get(item) ?? 0) + 1);
  return before.filter(item => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  });
}

const textOf = (workspace: Workspace, uri: string): string => workspace.file(uri)?.text.getText() ?? '';

/** Every fix by itself. */
export function expectNoHarmAlone(workspace: Workspace): void {
  for (const uri of workspace.files()) for (const fix of offeredFixes(workspace, uri)) expectHarmless(workspace, fix);
}

function expectHarmless(workspace: Workspace, fix: FixSuggestion): void {
  const { title, diagnostic, changes } = fix;
  const shown = `${diagnostic.code}: ${title}`;
  const files = [...new Set(fix.edits.map(({ uri }) => uri))];
  const before = contentsOf(files.map(uri => textOf(workspace, uri)));
  const after = contentsOf(
    files.map(uri =>
      applyEdits(
        textOf(workspace, uri),
        fix.edits.filter(edit => edit.uri === uri),
      ),
    ),
  );
  expect(after.problems, `${shown}: syntax problems`).toBeLessThanOrEqual(before.problems);
  const isAboutComment = diagnostic.code.startsWith('suppression/');
  expect(lost(before.comments, after.comments).length, `${shown}: comments`).toBeLessThanOrEqual(
    isAboutComment ? 1 : 0,
  );
  const mayWrite = mayWriteTexts.has(diagnostic.code) ? 1 : 0;
  expect(lost(before.texts, after.texts).length, `${shown}: quoted texts`).toBeLessThanOrEqual(mayWrite);
  const changed = [...changes.keys()].map(block => bodyOf(block.chunk));
  expect(lost(lost(before.declarations, changed), after.declarations), `${shown}: other declarations`).toEqual([]);
  for (const block of changes.keys()) {
    const { declaration, chunk } = block;
    const names = [...(declaration?.names.map(({ value }) => value) ?? []), declaration?.title?.value ?? ''];
    const { start, end } = block.range({ start: -chunk.bodyStart, end: chunk.text.length - chunk.bodyStart });
    const at = diagnostic.range.start;
    const isOwn = block.file.uri === diagnostic.uri && start.line <= at.line && at.line <= end.line;
    const isTold = names.some(name => name && title.includes(name));
    expect(isOwn || isTold, `${shown}: changes another declaration`).toBe(true);
  }
}

/** All fixes of a choice together, until nothing is left to do; and that it comes to an end. */
export function expectNoHarmTogether(workspace: Workspace, choice: FixChoice): void {
  const shown = choice === 'safe' ? choice : choice.code;
  for (let round = 0; ; round++) {
    expect(round, `${shown}: rounds`).toBeLessThan(8);
    const fixes = chosenFixes(workspace, workspace.files(), choice);
    const uris = [...compatibleEdits(fixes).keys()];
    const before = contentsOf(uris.map(uri => textOf(workspace, uri)));
    const texts = applyFixes(workspace, fixes);
    if (!texts.size) return;
    const after = contentsOf(uris.map(uri => texts.get(uri) ?? textOf(workspace, uri)));
    expect(after.problems, `${shown}: syntax problems`).toBeLessThanOrEqual(before.problems);
    const removed = lost(before.comments, after.comments).filter(comment => !comment.includes('isms-ignore'));
    expect(removed, `${shown}: comments`).toEqual([]);
    if (choice === 'safe' || !mayWriteTexts.has(choice.code)) {
      const removable = choice === 'safe' ? fixes.filter(fix => mayWriteTexts.has(fix.diagnostic.code)).length : 0;
      expect(lost(before.texts, after.texts).length, `${shown}: quoted texts`).toBeLessThanOrEqual(removable);
    }
    const repeated = repetitions(workspace);
    workspace.setFiles(texts);
    workspace.update();
    expect(repetitions(workspace), `${shown}: what is there twice`).toBeLessThanOrEqual(repeated);
  }
}

const twice =
  /^(?:name\/(?:duplicate|ambiguous)|soa\/duplicate-entry|(?:isms|method)\/duplicate|scope\/several|syntax\/duplicate-key)$/;

const repetitions = (workspace: Workspace): number =>
  workspace.files().flatMap(uri => workspace.diagnostics(uri).filter(({ code }) => twice.test(code))).length;
