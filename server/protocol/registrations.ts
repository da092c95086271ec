/** What the server asks the client to tell it, where the client lets itself be asked. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { settingsSection } from '../session/settings.ts';
import type { ClientCapabilities } from './client-capabilities.ts';
import { watchedFiles } from './protocol.ts';

/** Whether the client tells of files that change while they are not open. Where it does not, saving is when to look. */
export const isWatching = ({ watchesFiles, registers }: ClientCapabilities): boolean =>
  watchesFiles || registers.watchedFiles;

/** Registers for changes of settings and files. A client that refuses is told in its log, and goes without. */
export function register(connection: Connection, client: ClientCapabilities): void {
  const refused = (error: unknown): void => connection.console.warn(`The client does not register: ${String(error)}`);
  if (client.registers.settings) {
    const options = { section: settingsSection };
    void connection.client.register(DidChangeConfigurationNotification.type, options).catch(refused);
  }
  // Where the client watches by itself each change would be told twice.
  if (client.registers.watchedFiles && !client.watchesFiles) {
    const options = { watchers: watchers() };
    void connection.client.register(DidChangeWatchedFilesNotification.type, options).catch(refused);
  }
}

/** Watches folders outside of the workspace that are read too, where the client can; returns how to end it. */
export function watchFolders(
  connection: Connection,
  client: ClientCapabilities,
  folders: readonly string[],
): () => void {
  const { watchedFiles: canRegister, relativePatterns } = client.registers;
  if (!folders.length || !canRegister || !relativePatterns) return () => {};
  const options = { watchers: folders.flatMap(baseUri => watchers(baseUri)) };
  const registered = connection.client.register(DidChangeWatchedFilesNotification.type, options);
  registered.catch(error =>
    connection.console.warn(`The client does not watch ${folders.join(', ')}: ${String(error)}`),
  );
  return () => void registered.then(({ dispose }) => dispose()).catch(() => {});
}

/** Changes of our own kinds of file, and all that comes and goes: a folder is told by its name alone, and evidence may be any file. */
function watchers(baseUri?: string): FileSystemWatcher[] {
  const at = (pattern: string): FileSystemWatcher['globPattern'] => (baseUri ? { baseUri, pattern } : pattern);
  return [
    ...watchedFiles.map(pattern => ({
      globPattern: at(pattern),
      kind: WatchKind.Create | WatchKind.Change | WatchKind.Delete,
    })),
    { globPattern: at('**/*'), kind: WatchKind.Create | WatchKind.Delete },
  ];
}
