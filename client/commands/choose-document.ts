/** What a document is to be: which ISMS, which of its documents, and what may be chosen about that. The server knows what there is. */
import * as vscode from 'vscode';
import type { ArtefactEntry, IsmsEntry, ParameterEntry } from '../../server/protocol/protocol.ts';
import type { Server } from '../connection.ts';
import { pickIsms } from '../pick-isms.ts';

/** What a keyboard shortcut, a task or a test may give instead of being asked. */
export interface GivenDocument {
  /** URI of the folder of the ISMS. */
  root?: string;
  artefact?: string;
  /** Values by the ids of the artefact's parameters; everything if left out. */
  parameters?: Record<string, string>;
  /** A file of the ISMS. */
  near?: vscode.Uri;
}

export interface ChosenDocument {
  isms: IsmsEntry;
  artefact: ArtefactEntry;
  parameters: Record<string, string>;
}

/** The titles of the questions, by what is to be done with the document. */
export interface DocumentTexts {
  readonly whichIsms: string;
  readonly whichDocument: string;
  readonly of: (label: string) => string;
}

/**
 * Asks for what is not given; undefined when the user stopped.
 * @param texts what is to be done with it, as the titles of the questions
 * @param isAsked whether to ask for what may be chosen about the document
 */
export async function chooseDocument(
  server: Server,
  texts: DocumentTexts,
  given: GivenDocument,
  isAsked: boolean,
): Promise<ChosenDocument | undefined> {
  const isms = await pickIsms(server, texts.whichIsms, given);
  if (!isms) return undefined;
  const artefact = await pickArtefact(
    texts.whichDocument,
    await server.request('isms/artefacts', { root: isms.root }),
    given.artefact,
  );
  if (!artefact) return undefined;
  if (given.parameters || !isAsked) return { isms, artefact, parameters: given.parameters ?? {} };
  const parameters: Record<string, string> = {};
  for (const parameter of artefact.parameters.filter(({ isSeldom }) => !isSeldom)) {
    const choice = await pickChoice(texts.of(artefact.label), parameter);
    if (!choice) return undefined;
    if (choice.value !== undefined) parameters[parameter.id] = choice.value;
  }
  return { isms, artefact, parameters };
}

async function pickArtefact(
  title: string,
  artefacts: readonly ArtefactEntry[],
  given: string | undefined,
): Promise<ArtefactEntry | undefined> {
  if (given !== undefined) {
    const artefact = artefacts.find(({ id }) => id === given);
    if (artefact) return artefact;
    const known = artefacts.map(({ id }) => id).join(', ');
    throw new Error(vscode.l10n.t('There is no document “{0}”. Use one of: {1}.', given, known));
  }
  const items = artefacts.map(artefact => ({ label: artefact.label, detail: artefact.description, artefact }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Document'),
    matchOnDetail: true,
  });
  return picked?.artefact;
}

/** Asks for one of the choices; undefined when the user stopped. */
export async function pickChoice(
  title: string,
  { label, description, choices }: ParameterEntry,
): Promise<ParameterEntry['choices'][number] | undefined> {
  const items = choices.map(choice => ({
    label: choice.label,
    ...(choice.description !== undefined && { description: choice.description }),
    choice,
  }));
  const placeHolder = `${label}: ${description}`;
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.choice;
}

/** What of an argument says which document is meant. Menus give the clicked file, a shortcut or task an object. */
export function givenDocument(argument: unknown): GivenDocument {
  if (argument instanceof vscode.Uri) return { near: argument };
  if (typeof argument !== 'object' || argument === null) return {};
  const { root, artefact, parameters } = argument as Record<string, unknown>;
  return {
    ...(typeof root === 'string' && { root }),
    ...(typeof artefact === 'string' && { artefact }),
    ...(isTexts(parameters) && { parameters }),
  };
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every(one => typeof one === 'string');
