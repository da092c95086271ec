/** The language server: from the connection to the session and its features. The same for Node and the browser. */
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import type { Rule } from '../src/rules/rule.ts';
import { ismsServices } from '../src/syntax/full/services.ts';
import { say, sayingIn } from '../src/wording/wording.ts';
import { usualEditorSettings } from '../src/workspace/configuration/editor.ts';
import type { FindingsStore } from '../src/workspace/store/store.ts';
import { features } from './features/generated/registry.ts';
import { requests } from './features/requests/generated/registry.ts';
import { Comparisons } from './features/requests/shared/comparisons.ts';
import { HistoryReader } from './features/requests/shared/history-reader.ts';
import type { RequestContext } from './features/requests/shared/request.ts';
import type { CatalogueFiles } from './features/shared/catalogues.ts';
import { type Context, makeContext, textsOf } from './features/shared/context.ts';
import { toPublishedDiagnostics } from './features/shared/diagnostics.ts';
import { offersOf } from './features/shared/feature.ts';
import { type ClientCapabilities, readClientCapabilities, valueAt } from './protocol/client-capabilities.ts';
import type { ClientUris } from './protocol/client-uris.ts';
import type { PositionBorder } from './protocol/position-border.ts';
import { Methods, type TrustParams } from './protocol/protocol.ts';
import { isWatching, register, watchFolders } from './protocol/registrations.ts';
import { serverCapabilities } from './protocol/server-capabilities.ts';
import { watchDay } from './session/day.ts';
import { Documents } from './session/documents.ts';
import type { KeepingDelays } from './session/findings-keeper.ts';
import { Guard, reasonOf } from './session/guard.ts';
import type { Host, HostContext } from './session/host.ts';
import { Language } from './session/language.ts';
import { oneAtATime } from './session/one-at-a-time.ts';
import { startProgress } from './session/progress.ts';
import { Refresher } from './session/refresher.ts';
import { servedDocuments } from './session/served-documents.ts';
import { Session } from './session/session.ts';
import { settingsKeeper } from './session/settings.ts';
import { StatusReporter } from './session/status.ts';
import type { Pace } from './session/turns.ts';
import { Views } from './session/views.ts';

export interface ServerOptions {
  readonly connection: Connection;
  /** How the client spells URIs; the connection passes all that it receives and sends through it, see border.ts. */
  readonly uris: ClientUris;
  /** How the client counts columns; all positions pass through it, see border.ts. */
  readonly positions: PositionBorder;
  readonly host: (context: HostContext) => Host;
  /** The date of the clock, `YYYY-MM-DD`; asked again as the server lives on. */
  readonly today: () => string;
  /** The folder of the rules' pages, where it is known without being told. */
  readonly rulePages?: string;
  /** For tests that want others to have their turn often. */
  readonly pace?: Pace;
  /** For tests that want rules that fail. */
  readonly rules?: readonly Rule[];
  /** Where findings are kept, given the URI of a folder that the client allows for it. */
  readonly store?: (folder: string) => FindingsStore | undefined;
  /** Where built-in documents are written as files for clients that open nothing else, in that folder if the client allows for one. */
  readonly catalogueFiles?: (folder: string | undefined) => CatalogueFiles;
  /** For tests that do not want to wait. */
  readonly keepingDelays?: KeepingDelays;
}

/** When the parser is loaded after everything has been read, in milliseconds. */
const warmUpDelay = 100;

/** Starts serving. Resolves nothing: the connection lives as long as the client. */
export function serve(serverOptions: ServerOptions): void {
  const { connection, uris, positions, host, today, pace, store, keepingDelays } = serverOptions;
  const guard = new Guard(connection);
  const status = new StatusReporter(connection);
  const views = new Views({ connection, guard, isTold: () => client?.views ?? false });
  const comparisons = new Comparisons();
  let client: ClientCapabilities | undefined;
  let session: Session | undefined;
  let context: Context | undefined;
  let documents: Documents | undefined;
  let trusted = false;
  let editorSettings = usualEditorSettings;
  let refresher: Refresher | undefined;
  const language = new Language({
    onChange: () => {
      session?.repeatDiagnostics();
      refresher?.changed();
      views.changed();
    },
    onFault: error => guard.log('reading the words of a language', error),
  });
  let loaded: (session: Session) => void = () => {};
  const ready = new Promise<Session>(resolve => {
    loaded = resolve;
  });
  const settings = settingsKeeper({
    connection,
    canAsk: () => client?.configuration ?? false,
    use: read => {
      session?.workspace.setSettings(read);
      session?.update();
    },
    show: editor => {
      editorSettings = editor;
      guard.promise('changing the language', language.choose(editor.language));
      refresher?.changed();
    },
  });
  const isServed = servedDocuments(connection, uri => context?.catalogues.document(uri) !== undefined);
  const rescan = oneAtATime(async () => session?.rescan());
  let endWatching = (): void => {};

  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    const known = readClientCapabilities(params);
    client = known;
    const option = (name: string): unknown => valueAt(params, ['initializationOptions', name]);
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    const storage = text(option('storage'));
    // A client that says nothing of trust, such as another editor, has no such notion.
    trusted = (option('trusted') ?? true) === true;
    session = new Session({
      host: host({
        folders: () => uris.folderUris(),
        isTrusted: () => trusted,
        onAnswer: () =>
          guard.run('taking in whether files exist', () => {
            session?.workspace.filesChanged();
            session?.update();
          }),
      }),
      sendDiagnostics: (uri, version, diagnostics) => {
        if (!context) return;
        const options = context.diagnostics;
        const published = language.speak(() => toPublishedDiagnostics(diagnostics, options));
        const sent = known.diagnostics.version
          ? { uri, version, diagnostics: published }
          : { uri, diagnostics: published };
        guard.promise('publishing', connection.sendDiagnostics(sent));
      },
      onProblem: problem => guard.tell(sayingIn(language.wording, problem)),
      onFault: ({ name, error }) => guard.log(name, error),
      onAround: roots => {
        uris.setAround(roots);
        endWatching();
        endWatching = watchFolders(connection, known, roots);
      },
      settings: settings.start(option('settings')),
      today: today(),
      onUpdate: () => {
        refresher?.changed();
        views.changed();
        if (session && known.status) status.report(session);
      },
      onStored: () => known.status && status.reportStored(),
      pace,
      rules: serverOptions.rules,
      store: storage === undefined ? undefined : store?.(storage),
      keepingDelays,
    });
    const { workspace } = session;
    refresher = new Refresher({ connection, guard, workspace: () => workspace });
    context = makeContext(session, known, {
      language,
      editorSettings: () => editorSettings,
      refresher,
      spelled: uri => uris.out(uri),
      rulePages: text(option('rulePages')) ?? serverOptions.rulePages,
      catalogueFiles: serverOptions.catalogueFiles?.(storage),
      applyEdit: edit => {
        const answer = connection.workspace.applyEdit(edit);
        guard.promise('applying an edit', answer);
        return answer.then(
          result => result?.applied === true,
          () => false,
        );
      },
    });
    documents = new Documents(session, uris);
    positions.begin(known.positionEncoding, textsOf(session.workspace, context.catalogues, documents, uris));
    // Whatever is asked next is answered in the language.
    await language.setLocale(text(params.locale));
    return { capabilities: offersOf(features, known, serverCapabilities(known)), serverInfo: { name: 'isms' } };
  });

  connection.onInitialized(async () => {
    if (!session || !client) return;
    register(connection, client);
    settings.ask();
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(event => {
        const { added, removed } = uris.changeFolders(event.added.map(uriOf), event.removed.map(uriOf));
        guard.promise('reading a folder', session?.foldersChanged(added, removed));
      });
    }
    const progress = await startProgress(connection, client.workDoneProgress, language);
    try {
      await session.load(uris.folderUris(), progress.report);
    } catch (error) {
      guard.tell(
        language.speak(() =>
          say('The workspace could not be read to its end, so findings are missing: {0}.', reasonOf(error)),
        ),
        error,
      );
      session.failed(reasonOf(error));
    }
    progress.done();
    loaded(session);
    // The parser for damaged texts is loaded once all is shown, before somebody types something that needs it.
    setTimeout(ismsServices, warmUpDelay);
  });

  connection.onDidOpenTextDocument(({ textDocument }) => {
    if (isServed(textDocument)) documents?.open(textDocument.uri, textDocument.version, textDocument.text);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    documents?.change(textDocument.uri, textDocument.version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    guard.promise('closing a document', documents?.close(textDocument.uri));
  });
  connection.onDidSaveTextDocument(() => {
    // Whatever else has changed meanwhile is never told by a client that watches no files.
    if (client && !isWatching(client)) guard.promise('reading files again', rescan());
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    guard.promise('reading files again', session?.filesChanged(changes.map(({ uri }) => uri)));
  });
  connection.onDidChangeConfiguration(params => settings.changed(params?.settings));
  connection.onNotification(Methods.trust, (params: TrustParams) => {
    trusted = params.trusted;
    guard.promise('reading files again', session?.rescan());
  });

  for (const { answers } of features) for (const each of answers) each.register(connection, guard, () => context);
  const requestContext: RequestContext = {
    ready: () => ready,
    views,
    language,
    comparisons,
    histories: new HistoryReader(),
    toWorkspaceEdit: edits => context?.toWorkspaceEdit(edits) ?? {},
  };
  for (const each of Object.values(requests)) each.register(connection, guard, requestContext);

  const endDay = watchDay(guard, () => session, today);
  connection.onShutdown(async () => {
    endDay();
    refresher?.stop();
    views.stop();
    comparisons.stop();
    await session?.flush();
  });
  connection.listen();
}

const uriOf = ({ uri }: { readonly uri: string }): string => uri;
