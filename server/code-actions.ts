/** Quick fixes, "fix all of this kind" in the file and in the ISMS, and `source.fixAll` for what is safe. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import { chosenFixes, compatibleEdits, type FileEdit, type FixChoice, fixesFor } from '../src/workspace/fixes.ts';
import { toLspDiagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

const fixAllKind = `${CodeActionKind.SourceFixAll}.isms`;

export const codeActionKinds: string[] = [CodeActionKind.QuickFix, fixAllKind];

/** What a "fix all" is to do; its edits are computed when it is chosen. */
interface FixAll {
  readonly uri: string;
  readonly scope: 'file' | 'isms';
  readonly choice: FixChoice;
}

const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  !only || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`));

/** The code actions for what is found in a range. */
export function codeActions(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    const fixes = fixesFor(session.workspace, uri, range);
    for (const { title, diagnostic, edits, preferred } of fixes) {
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: toLspDiagnostics([diagnostic]),
        isPreferred: preferred,
        edit: toWorkspaceEdit(edits),
      });
    }
    for (const code of new Set(fixes.map(({ diagnostic }) => diagnostic.code)))
      actions.push(...fixAllOf(session, uri, code));
  }
  if (isWanted(fixAllKind, context.only) && context.only) {
    const data: FixAll = { uri, scope: 'file', choice: 'safe' };
    actions.push({ title: 'Fix all that needs no decision', kind: fixAllKind, edit: editsOf(session, data) });
  }
  return actions;
}

/** "Fix all" of a code, where there is more than one finding of it. */
function fixAllOf(session: Session, uri: string, code: string): CodeAction[] {
  const count = (uris: Iterable<string>): number =>
    [...uris].reduce((sum, file) => sum + session.published.of(file).filter(d => d.code === code).length, 0);
  const inFile = count([uri]);
  const inIsms = count(filesOfIsms(session, uri));
  const action = (title: string, scope: FixAll['scope']): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    data: { uri, scope, choice: { code } } satisfies FixAll,
  });
  return [
    ...(inFile > 1 ? [action(`Fix all ${inFile} of ${code} in this file`, 'file')] : []),
    ...(inIsms > inFile ? [action(`Fix all ${inIsms} of ${code} in this ISMS`, 'isms')] : []),
  ];
}

/** Computes the edits of a "fix all" that was chosen. */
export function resolveCodeAction(session: Session, action: CodeAction): CodeAction {
  return action.edit || !action.data ? action : { ...action, edit: editsOf(session, action.data as FixAll) };
}

function editsOf(session: Session, { uri, scope, choice }: FixAll): WorkspaceEdit {
  const uris = scope === 'file' ? [uri] : filesOfIsms(session, uri);
  return toWorkspaceEdit([...compatibleEdits(chosenFixes(session.workspace, uris, choice)).values()].flat());
}

const filesOfIsms = (session: Session, uri: string): string[] =>
  [...(session.workspace.unitOf(uri)?.isms.files.keys() ?? [])].sort();

function toWorkspaceEdit(edits: readonly FileEdit[]): WorkspaceEdit {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { uri, range, newText } of edits) (changes[uri] ??= []).push({ range, newText });
  return { changes };
}
