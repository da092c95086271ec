/** The language server: from the connection to the session and its features. The same for Node and the browser. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { ismsServices } from '../src/language/services.ts';
import { isDate } from '../src/model/dates.ts';
import { isPreset } from '../src/rules/presets.ts';
import { severities } from '../src/rules/rule.ts';
import type { SeveritySetting } from '../src/workspace/config.ts';
import type { FindingsStore } from '../src/workspace/store/store.ts';
import type { WorkspaceSettings } from '../src/workspace/workspace.ts';
import type { ClientUris } from './client-uris.ts';
import { setRulePages, toPublishedDiagnostics } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { capabilities, registerFeatures } from './features.ts';
import type { KeepingDelays } from './findings-keeper.ts';
import { Guard, reasonOf } from './guard.ts';
import type { Host, HostContext } from './host.ts';
import { type InitializationOptions, Methods, type TrustParams } from './protocol.ts';
import { registerRequests } from './requests.ts';
import { type Pace, Session } from './session.ts';
import { StatusReporter } from './status.ts';

export interface ServerOptions {
  readonly connection: Connection;
  /** How the client spells URIs; the connection passes all that it receives and sends through it, see border.ts. */
  readonly uris: ClientUris;
  readonly host: (context: HostContext) => Host;
  /** The date of the clock, `YYYY-MM-DD`; asked again as the server lives on. */
  readonly today: () => string;
  /** The folder of the rules' pages, where it is known without being told. */
  readonly rulePages?: string;
  /** For tests that want others to have their turn often. */
  readonly pace?: Pace;
  /** Where findings are kept, given the URI of a folder that the client allows for it. */
  readonly store?: (folder: string) => FindingsStore | undefined;
  /** For tests that do not want to wait. */
  readonly keepingDelays?: KeepingDelays;
}

/** How often the clock is asked whether a new day has begun, in milliseconds. */
const dayCheck = 60_000;

/** When the parser is loaded after everything has been read, in milliseconds. */
const warmUpDelay = 100;

/** Starts serving. Resolves nothing: the connection lives as long as the client. */
export function serve(serverOptions: ServerOptions): void {
  const { connection, uris, host, today, rulePages, pace, store, keepingDelays } = serverOptions;
  const guard = new Guard(connection);
  const status = new StatusReporter(connection);
  let session: Session | undefined;
  let documents: Documents | undefined;
  let trusted = false;
  let canShowProgress = false;
  let canChangeFolders = false;
  let loaded: (session: Session) => void = () => {};
  const ready = new Promise<Session>(resolve => {
    loaded = resolve;
  });

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as Partial<InitializationOptions>;
    setRulePages(options.rulePages ?? rulePages);
    canShowProgress = params.capabilities.window?.workDoneProgress ?? false;
    canChangeFolders = params.capabilities.workspace?.workspaceFolders ?? false;
    // A client that says nothing of trust, such as another editor, has no such notion.
    trusted = options.trusted ?? true;
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
      sendDiagnostics: (uri, version, diagnostics) =>
        guard.promise(
          'publishing',
          connection.sendDiagnostics({ uri, version, diagnostics: toPublishedDiagnostics(diagnostics) }),
        ),
      onProblem: message => guard.tell(message),
      onFault: fault => guard.log(fault),
      onAround: roots => uris.setAround(roots),
      settings: readSettings(options.settings),
      today: today(),
      onUpdate: () => session && status.report(session),
      onStored: asOf => status.reportStored(asOf),
      pace,
      store: options.storage === undefined ? undefined : store?.(options.storage),
      keepingDelays,
    });
    documents = new Documents(session, uris);
    return { capabilities, serverInfo: { name: 'isms' } };
  });

  connection.onInitialized(async () => {
    if (!session) return;
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'isms' }).catch(() => {});
    if (canChangeFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(event => {
        const { added, removed } = uris.changeFolders(event.added.map(uriOf), event.removed.map(uriOf));
        guard.promise('reading a folder', session?.foldersChanged(added, removed));
      });
    }
    const progress = await startProgress(connection, canShowProgress);
    try {
      await session.load(uris.folderUris(), progress.report);
    } catch (error) {
      guard.tell(`The workspace could not be read to its end, so findings are missing: ${reasonOf(error)}.`, error);
      session.failed(reasonOf(error));
    }
    progress.done();
    loaded(session);
    // The parser for damaged texts is loaded once all is shown, before somebody types something that needs it.
    setTimeout(ismsServices, warmUpDelay);
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text, languageId } }) => {
    if (languageId === 'isms' && !uri.startsWith('isms-catalogue:')) documents?.open(uri, version, text);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    documents?.change(textDocument.uri, textDocument.version, contentChanges);
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    guard.promise('closing a document', documents?.close(textDocument.uri));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    guard.promise('reading files again', session?.filesChanged(changes.map(({ uri }) => uri)));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    session?.workspace.setSettings(readSettings((settings as { isms?: unknown } | null)?.isms));
    session?.update();
  });
  connection.onNotification(Methods.trust, (params: TrustParams) => {
    trusted = params.trusted;
    guard.promise('reading files again', session?.trustChanged());
  });

  registerFeatures(connection, () => session);
  registerRequests(connection, () => ready);

  const timer = setInterval(() => {
    guard.run('beginning a day', () => {
      session?.workspace.setToday(today());
      session?.update();
    });
    guard.promise('reading files again', session?.retry());
  }, dayCheck);
  (timer as { unref?: () => void }).unref?.();
  connection.onShutdown(async () => {
    clearInterval(timer);
    await session?.flush();
  });
  connection.listen();
}

/** Shows how far reading is, where the client can. */
async function startProgress(connection: Connection, possible: boolean) {
  const reporter = possible ? await connection.window.createWorkDoneProgress().catch(() => undefined) : undefined;
  let shown = -1;
  reporter?.begin('ISMS: reading files', 0);
  return {
    report: (done: number, total: number): void => {
      const percentage = Math.floor((100 * done) / total);
      if (percentage > shown) reporter?.report((shown = percentage), `${done} of ${total}`);
    },
    done: (): void => reporter?.done(),
  };
}

const uriOf = ({ uri }: { readonly uri: string }): string => uri;

/** The settings that the server knows; anything else, and anything malformed, is left out. */
function readSettings(given: unknown): WorkspaceSettings {
  const { asOf, preset, rules } = (given ?? {}) as Record<'asOf' | 'preset' | 'rules', unknown>;
  const known: readonly unknown[] = [...severities, 'off'];
  const entries = Object.entries(typeof rules === 'object' && rules !== null ? rules : {});
  const own = entries.filter((entry): entry is [string, SeveritySetting] => known.includes(entry[1]));
  return {
    asOf: typeof asOf === 'string' && isDate(asOf) ? asOf : undefined,
    preset: isPreset(preset) ? preset : undefined,
    rules: own.length ? Object.fromEntries(own) : undefined,
  };
}
