import { type CodeAction, CodeActionKind, type CodeActionParams, type TextEdit } from 'vscode-languageserver';
import { type FixSuggestion, fixesFor } from '../src/workspace/fixes.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { toLspDiagnostics } from './diagnostics.ts';

export const codeActionKinds: string[] = [CodeActionKind.QuickFix];

/** The quick fixes for what is found in a range. */
export function codeActions(workspace: Workspace, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const wanted = context.only;
  if (
    wanted &&
    !wanted.some(kind => CodeActionKind.QuickFix.startsWith(kind) || kind.startsWith(CodeActionKind.QuickFix))
  ) {
    return [];
  }
  return fixesFor(workspace, textDocument.uri, range).map(toCodeAction);
}

function toCodeAction({ title, diagnostic, edits, preferred }: FixSuggestion): CodeAction {
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, range, newText } of edits) (changes[uri] ??= []).push({ range, newText });
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: toLspDiagnostics([diagnostic]),
    isPreferred: preferred,
    edit: { changes },
  };
}
