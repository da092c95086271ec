/** What the features need beside what they are asked: the session, and how its answers are shaped for the client. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { HoverLinks } from '../../../src/ide/hover-links.ts';
import type { EditorSettings } from '../../../src/workspace/configuration/editor.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../../protocol/client-capabilities.ts';
import type { ClientUris } from '../../protocol/client-uris.ts';
import type { Texts } from '../../protocol/position-border.ts';
import { lineOf, lineOfString } from '../../protocol/positions.ts';
import { type ToWorkspaceEdit, workspaceEdits } from '../../protocol/workspace-edit.ts';
import type { Documents } from '../../session/documents.ts';
import type { Language } from '../../session/language.ts';
import type { Refresher } from '../../session/refresher.ts';
import type { Session } from '../../session/session.ts';
import { type CatalogueFiles, type Catalogues, cataloguesFor } from './catalogues.ts';
import type { DiagnosticOptions } from './diagnostics.ts';
import { linksFor } from './links.ts';

export interface Context {
  readonly session: Session;
  readonly client: ClientCapabilities;
  /** How diagnostics are shaped for the client. */
  readonly diagnostics: DiagnosticOptions;
  readonly toWorkspaceEdit: ToWorkspaceEdit;
  readonly catalogues: Catalogues;
  /** The language that is spoken with the client. */
  readonly language: Language;
  /** How Markdown leads to what it names. */
  readonly links: HoverLinks;
  /** What the editor is to show, as the settings are now. */
  readonly editorSettings: () => EditorSettings;
  /** Notes what the client shows, so that it is asked to ask again when that is no longer so; see refresher.ts. */
  readonly remember: Refresher['remember'];
  /** Asks the client to change its documents; resolves with whether it did. Never rejects. */
  readonly applyEdit: (edit: WorkspaceEdit) => Promise<boolean>;
}

export interface ContextOptions {
  readonly language: Language;
  /** The folder (a URI) in which the rules' pages lie. */
  readonly rulePages: string | undefined;
  readonly catalogueFiles: CatalogueFiles | undefined;
  readonly editorSettings: () => EditorSettings;
  readonly refresher: Refresher;
  /** A URI as the client spells it. */
  readonly spelled: (uri: string) => string;
  readonly applyEdit: (edit: WorkspaceEdit) => Promise<boolean>;
}

export const makeContext = (
  session: Session,
  client: ClientCapabilities,
  { language, rulePages, catalogueFiles, editorSettings, refresher, spelled, applyEdit }: ContextOptions,
): Context => ({
  session,
  client,
  language,
  applyEdit,
  editorSettings,
  links: linksFor(client, spelled, rulePages?.replace(/\/$/, '')),
  remember: refresher.remember.bind(refresher),
  catalogues: cataloguesFor(client, catalogueFiles),
  diagnostics: {
    related: client.diagnostics.related,
    rulePages: client.diagnostics.links ? rulePages?.replace(/\/$/, '') : undefined,
  },
  toWorkspaceEdit: workspaceEdits(client.edits, uri => session.version(uri)),
});

/** The texts that positions of messages are in: files of the workspace and built-in documents. */
export const textsOf = (
  workspace: Workspace,
  catalogues: Catalogues,
  documents: Documents,
  uris: ClientUris,
): Texts => {
  // What tells of documents comes with the client's URIs, all else with the server's.
  const text = (uri: string): string | undefined =>
    documents.twinText(uri) ?? workspace.text(uri) ?? catalogues.document(uri)?.text ?? workspace.text(uris.in(uri));
  return {
    text,
    line: (uri, line) => {
      const file = workspace.file(uri) ?? workspace.file(uris.in(uri));
      if (file && documents.twinText(uri) === undefined) return lineOf(file.text, line);
      const whole = text(uri);
      return whole === undefined ? undefined : lineOfString(whole, line);
    },
  };
};
