/** Quick fixes, "fix all of this kind" in the file and in the ISMS, `source.fixAll` for what is safe, and refactorings. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Command,
  ExecuteCommandRequest,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { declarationSnippet } from '../../src/ide/declare-missing.ts';
import { type FillIn, fillIn } from '../../src/ide/fill-in.ts';
import { offeredFixes } from '../../src/ide/fixes.ts';
import { silencings } from '../../src/ide/silence.ts';
import { isRecord } from '../../src/model/record.ts';
import { say } from '../../src/wording/wording.ts';
import {
  chosenFixes,
  compatibleEdits,
  type FileEdit,
  type FixChoice,
  type FixSuggestion,
} from '../../src/workspace/fixes.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../protocol/client-capabilities.ts';
import { lineOf } from '../protocol/positions.ts';
import { applyRefactoringCommand, openPlaceCommand, type PlaceArgument } from '../protocol/protocol.ts';
import type { FileChanges } from '../protocol/workspace-edit.ts';
import type { Session } from '../session/session.ts';
import type { Context } from './shared/context.ts';
import { toLspDiagnostics } from './shared/diagnostics.ts';
import { answer, feature, refusal } from './shared/feature.ts';
import { applyRefactoring, refactoringActions, refactoringKinds } from './shared/refactorings.ts';

export default feature({
  offers: codeActionCapabilities,
  answers: [
    answer(CodeActionRequest.type, 'code actions', [], (context, _, params) => codeActions(context, params)),
    answer(
      CodeActionResolveRequest.type,
      'code actions',
      action => action,
      (context, _, action) => resolveCodeAction(context, action),
    ),
    answer(ExecuteCommandRequest.type, 'code actions', null, (context, _, { command, arguments: args }) => {
      if (command === applyRefactoringCommand) return applyRefactoring(context, args?.[0]);
      const edit = chosenEdit(context, command, args);
      if (!edit) throw refusal(say('There is no command {0} with these arguments.', command));
      void context.applyEdit(edit);
      return null;
    }),
  ],
});

const fixAllKind = `${CodeActionKind.SourceFixAll}.isms`;

/** The command that applies a fix, for clients whose code actions are commands. Its argument is a {@link Chosen}. */
export const applyEditCommand = 'isms.applyEdit';

/** What a "fix all" is to do; its edits are computed when it is chosen. */
interface FixAll {
  readonly uri: string;
  readonly scope: 'file' | 'isms';
  readonly choice: FixChoice;
}

/** What such a command is to do: edits, or those of a "fix all". */
export type Chosen = { readonly edit: WorkspaceEdit } | { readonly fixAll: FixAll };

interface Action {
  readonly action: CodeAction;
  /** Undefined for an action that is a command of the client. */
  readonly chosen?: Chosen;
}

/** What the server says it offers. Commands are offered only where actions have to be commands. */
function codeActionCapabilities({ codeActions, edits, commands }: ClientCapabilities): ServerCapabilities {
  if (codeActions.literals) {
    const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind, ...refactoringKinds];
    return {
      codeActionProvider: { codeActionKinds, resolveProvider: codeActions.resolvesEdit },
      ...(commands.chooseRefactoring &&
        edits.applied && { executeCommandProvider: { commands: [applyRefactoringCommand] } }),
    };
  }
  if (!edits.applied) return {};
  return { codeActionProvider: true, executeCommandProvider: { commands: [applyEditCommand] } };
}

const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  !only || only.some(wanted => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));

/** The code actions for what is found in a range: as literals or as commands, whichever the client takes. */
export function codeActions(context: Context, params: CodeActionParams): (CodeAction | Command)[] {
  const { codeActions: takes, edits } = context.client;
  if (!takes.literals) {
    // A command can do nothing where the client applies no edits.
    if (!edits.applied) return [];
    return actionsFor(context, params).map(({ action: { title }, chosen }) => ({
      title,
      command: applyEditCommand,
      arguments: [chosen],
    }));
  }
  return actionsFor(context, params).map(({ action, chosen }) => {
    if (!chosen) return action;
    if ('edit' in chosen) return { ...action, edit: chosen.edit };
    return takes.resolvesEdit
      ? { ...action, data: chosen.fixAll }
      : { ...action, edit: editsOf(context, chosen.fixAll) };
  });
}

function actionsFor(context: Context, params: CodeActionParams): Action[] {
  const {
    textDocument: { uri },
    range,
    context: { only },
  } = params;
  const { session, client, toWorkspaceEdit } = context;
  const actions: Action[] = [];
  if (isWanted(CodeActionKind.QuickFix, only)) {
    const fixes = offeredFixes(session.workspace, uri, range);
    for (const fix of fixes) {
      const { title, diagnostic, preferred, creates, untold } = fix;
      if (creates !== undefined && !client.edits.creates) continue;
      const action: CodeAction = {
        title,
        kind: CodeActionKind.QuickFix,
        ...(!untold && { diagnostics: toLspDiagnostics([diagnostic], context.diagnostics) }),
      };
      if (client.codeActions.preferred && preferred) action.isPreferred = true;
      const edits = toFillIn(session.workspace, uri, fix);
      const command = showing(context, uri, title, edits);
      if (command) action.command = command;
      actions.push({ action, chosen: { edit: toWorkspaceEdit(edits, made(creates)) } });
    }
    // What decides something is only ever applied by itself.
    const together = fixes.filter(({ decides, creates }) => !decides && creates === undefined);
    for (const code of new Set(together.map(({ diagnostic }) => diagnostic.code)))
      actions.push(...fixAllOf(session, uri, code));
  }
  for (const { title, diagnostic, edits, isHere, creates } of silencings(session.workspace, uri, range)) {
    if (creates !== undefined && !client.edits.creates) continue;
    const kind = isHere ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
    if (!isWanted(kind, only)) continue;
    const diagnostics = toLspDiagnostics([diagnostic], context.diagnostics);
    const command = showing(context, uri, title, edits);
    const action: CodeAction = { title, kind, diagnostics, ...(command && { command }) };
    actions.push({ action, chosen: { edit: toWorkspaceEdit(edits, made(creates)) } });
  }
  if (only && isWanted(fixAllKind, only)) {
    const edit = editsOf(context, { uri, scope: 'file', choice: 'safe' });
    actions.push({ action: { title: say('Fix all that needs no decision'), kind: fixAllKind }, chosen: { edit } });
  }
  for (const { action, edit } of refactoringActions(context, params, kind => isWanted(kind, only)))
    actions.push(edit ? { action, chosen: { edit } } : { action });
  return actions;
}

/** The file that has to be made first, if any. */
const made = (uri: string | undefined): FileChanges => ({ creates: uri === undefined ? [] : [uri], deletes: [] });

/** The edits of a fix. Those of the document that is being edited lead to what they leave to be filled in; elsewhere there is no cursor to lead. */
function toFillIn(workspace: Workspace, uri: string, fix: FixSuggestion): (FileEdit | FillIn)[] {
  const unit = workspace.unitOf(uri);
  const text = workspace.file(uri)?.text;
  const lineAt = (line: number): string | undefined => (text && line < text.lineCount ? lineOf(text, line) : undefined);
  const whole = unit && declarationSnippet(unit, fix);
  const edits = [...compatibleEdits([fix]).values()].flat();
  return edits.map(edit => (edit.uri === uri && fillIn(edit, lineAt, whole)) || edit);
}

/** Shows an edit of another document than the one that is being edited, where the client can: it is to be looked at, and saved. */
function showing(
  { client }: Context,
  uri: string,
  title: string,
  [edit, ...more]: readonly FileEdit[],
): Command | undefined {
  if (!client.commands.openPlace || !edit || more.length || edit.uri === uri) return undefined;
  return { title, command: openPlaceCommand, arguments: [placeOfEdit(edit)] };
}

/** Where what an edit inserts begins. */
function placeOfEdit({ uri, range: { start }, newText }: FileEdit): PlaceArgument {
  const blank = /^\s*/.exec(newText)?.[0].split(/\r\n|\r|\n/) ?? [];
  return blank.length > 1 ? { uri, line: start.line + blank.length - 1, character: 0 } : { uri, ...start };
}

/** "Fix all" of a code, where there is more than one finding of it. */
function fixAllOf(session: Session, uri: string, code: string): Action[] {
  const count = (uris: Iterable<string>): number =>
    [...uris].reduce((sum, file) => sum + session.published.of(file).filter(d => d.code === code).length, 0);
  const inFile = count([uri]);
  const inIsms = count(filesOfIsms(session, uri));
  const action = (title: string, scope: FixAll['scope']): Action => ({
    action: { title, kind: CodeActionKind.QuickFix },
    chosen: { fixAll: { uri, scope, choice: { code } } },
  });
  return [
    ...(inFile > 1 ? [action(say('Fix all {0} of {1} in this file', inFile, code), 'file')] : []),
    ...(inIsms > inFile ? [action(say('Fix all {0} of {1} in this ISMS', inIsms, code), 'isms')] : []),
  ];
}

/** Computes the edits of a "fix all" that was chosen. */
export function resolveCodeAction(context: Context, action: CodeAction): CodeAction {
  return action.edit || !isFixAll(action.data) ? action : { ...action, edit: editsOf(context, action.data) };
}

/** The edits of a command that was chosen; undefined for what is none of ours. */
export function chosenEdit(context: Context, command: string, args: unknown): WorkspaceEdit | undefined {
  const [chosen] = Array.isArray(args) ? args : [];
  if (command !== applyEditCommand || !isRecord(chosen)) return undefined;
  if (isRecord(chosen.edit)) return chosen.edit;
  return isFixAll(chosen.fixAll) ? editsOf(context, chosen.fixAll) : undefined;
}

/** What came back from the client may be of any shape. */
function isFixAll(data: unknown): data is FixAll {
  if (!isRecord(data) || typeof data.uri !== 'string') return false;
  const { scope, choice } = data;
  return (
    (scope === 'file' || scope === 'isms') &&
    (choice === 'safe' || (isRecord(choice) && typeof choice.code === 'string'))
  );
}

function editsOf({ session, toWorkspaceEdit }: Context, { uri, scope, choice }: FixAll): WorkspaceEdit {
  const uris = scope === 'file' ? [uri] : filesOfIsms(session, uri);
  return toWorkspaceEdit([...compatibleEdits(chosenFixes(session.workspace, uris, choice)).values()].flat());
}

const filesOfIsms = (session: Session, uri: string): string[] =>
  [...(session.workspace.unitOf(uri)?.isms.files.keys() ?? [])].sort();
