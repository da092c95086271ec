/** Refactorings of a whole ISMS as code actions: done at once, or, where something is to be chosen, one for each choice or asked by the client. */
import type { CodeAction, CodeActionParams, WorkspaceEdit } from 'vscode-languageserver';
import {
  isRefactoringRequest,
  type Offer,
  offersAt,
  type RefactoringRequest,
  refactored,
} from '../../../src/ide/refactorings.ts';
import { isRefusal, type Refactoring } from '../../../src/refactor/refactoring.ts';
import { say } from '../../../src/wording/wording.ts';
import type { ClientCapabilities } from '../../protocol/client-capabilities.ts';
import { chooseRefactoringCommand, type RefactoringChoice } from '../../protocol/protocol.ts';
import type { Context } from './context.ts';
import { refusal } from './feature.ts';

/** What the client is told that it may ask for, beside rewriting. */
export const refactoringKinds = ['refactor.move'] as const;

/** The most choices that are offered as an action each. */
const few = 5;

/** A code action without what it does, and its edit, or the choice that the client asks for. */
export interface RefactoringAction {
  readonly action: CodeAction;
  readonly edit?: WorkspaceEdit;
}

/**
 * What is offered at a place. Only where it was asked for: by kind, or by the user. An editor that looks for actions at each move of the
 * cursor would have them computed for nothing.
 */
export function refactoringActions(
  context: Context,
  { textDocument: { uri }, range, context: { only, triggerKind } }: CodeActionParams,
  isWanted: (kind: string) => boolean,
): RefactoringAction[] {
  if (!only && triggerKind !== invoked) return [];
  const { session, client } = context;
  const offers = offersAt(session.workspace, uri, range.start).filter(({ kind }) => isWanted(kind));
  const actions = offers.flatMap((offer): RefactoringAction[] => {
    const { title, kind, choices, chosen = () => title } = offer;
    if (!choices) return doneAt(context, { title, kind }, offer.request);
    if (client.commands.chooseRefactoring && client.codeActions.literals && client.edits.applied) {
      const argument = choiceOf(offer, client);
      if (!argument.choices.length && argument.newFileIn === undefined) return [];
      return [
        { action: { title, kind, command: { title, command: chooseRefactoringCommand, arguments: [argument] } } },
      ];
    }
    if (choices.length > few) return [];
    return choices.flatMap(({ label, to }) =>
      doneAt(context, { title: chosen(label), kind }, { ...offer.request, to }),
    );
  });
  // The file of its kind is among those that may be chosen.
  return actions.filter((one, at) => actions.findIndex(other => other.action.title === one.action.title) === at);
}

/** The trigger of an action that the user asked for. */
const invoked = 1;

const choiceOf = (
  { title, request, choices = [], newFileIn }: Offer,
  client: ClientCapabilities,
): RefactoringChoice => ({
  title,
  request,
  choices: choices.map(choice => ({ ...choice })),
  ...(newFileIn !== undefined && client.edits.creates && { newFileIn }),
});

/** An action with its edit; none where it would be refused, change nothing, or the client cannot do it. */
function doneAt(context: Context, action: CodeAction, request: RefactoringRequest): RefactoringAction[] {
  const outcome = refactored(context.session.workspace, request);
  if (isRefusal(outcome) || lacking(outcome, context.client) !== undefined) return [];
  const edit = editOf(context, outcome);
  return edit ? [{ action, edit }] : [];
}

/** What a client cannot do of a refactoring. */
function lacking({ creates, deletes }: Refactoring, { edits }: ClientCapabilities): 'create' | 'delete' | undefined {
  if (creates.length && !edits.creates) return 'create';
  return deletes.length && !edits.deletes ? 'delete' : undefined;
}

function editOf({ toWorkspaceEdit }: Context, { edits, creates, deletes }: Refactoring): WorkspaceEdit | undefined {
  return edits.length || deletes.length ? toWorkspaceEdit(edits, { creates, deletes }) : undefined;
}

/**
 * Does what was chosen by having the client apply its edits. Returns sentences about what else to know.
 * Rejects with a refusal that says why nothing was done
 */
export async function applyRefactoring(context: Context, given: unknown): Promise<readonly string[]> {
  if (!isRefactoringRequest(given)) throw refusal(say('This is no refactoring.'));
  const outcome = refactored(context.session.workspace, given);
  if (isRefusal(outcome)) throw refusal(outcome.refusal);
  const lack = lacking(outcome, context.client);
  if (lack) {
    throw refusal(
      lack === 'create'
        ? say('This editor cannot create files for a refactoring. Use isms refactor on the command line.')
        : say('This editor cannot delete files for a refactoring. Use isms refactor on the command line.'),
    );
  }
  const edit = editOf(context, outcome);
  if (!edit) return [say('There is nothing to change.')];
  // Said before the client is waited for, while the language is spoken.
  const unchanged = say(
    'The editor did not make the change: a file has changed meanwhile, or is there already. Try again.',
  );
  const kept = outcome.kept.length ? [say('{0} places stay as they are.', outcome.kept.length)] : [];
  if (!(await context.applyEdit(edit))) throw refusal(unchanged);
  return [...outcome.notes, ...kept];
}
