import * as vscode from 'vscode';
import type { Server } from '../connection.ts';
import type { LivePages } from '../live-pages.ts';
import { chooseDocument, type DocumentTexts, givenDocument } from './choose-document.ts';

const texts = (): DocumentTexts => ({
  whichIsms: vscode.l10n.t('Preview a document of which ISMS?'),
  whichDocument: vscode.l10n.t('Preview'),
  of: label => vscode.l10n.t('Preview {0}', label),
});

/** Shows a document beside the text, as it looks now; asks for what `argument` leaves open. Returns whether one is shown. */
export async function previewDocument(server: Server, pages: LivePages, argument: unknown): Promise<boolean> {
  const given = givenDocument(argument);
  const document = await chooseDocument(server, texts(), given, given.artefact === undefined);
  if (!document) return false;
  const { isms, artefact, parameters } = document;
  await pages.show({
    key: JSON.stringify([isms.root, artefact.id, parameters]),
    title: vscode.l10n.t('Preview: {0}', [artefact.label, ...Object.values(parameters)].join(', ')),
    failing: vscode.l10n.t('The document “{0}” cannot be made now', artefact.label),
    ask: async (nonce, token) => {
      const params = { root: isms.root, artefact: artefact.id, parameters, nonce };
      return (await server.request('isms/preview', params, token)).html;
    },
  });
  return true;
}
