import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findIsmsFiles, readText } from '../src/node/files.ts';
import { isWithin } from '../src/workspace/uri.ts';
import type { Host } from './host.ts';

/** Files read by the server itself. Other schemes than `file:` have none. */
export function nodeHost(folders: () => readonly string[], trusted: () => boolean): Host {
  const pathOf = (uri: string): string | undefined => (uri.startsWith('file:') ? fileURLToPath(uri) : undefined);
  return {
    findFiles: async folder => {
      const path = pathOf(folder);
      if (!path || !existsSync(path) || !statSync(path).isDirectory()) return [];
      return (await findIsmsFiles(path)).map(file => pathToFileURL(file).href);
    },
    readFile: async uri => {
      const path = pathOf(uri);
      return path === undefined ? undefined : readText(path).catch(() => undefined);
    },
    fileExists: uri => {
      // In a workspace that is not trusted nothing outside its folders is looked at.
      if (!trusted() && !folders().some(folder => isWithin(uri, folder))) return undefined;
      const path = pathOf(uri);
      return path === undefined ? undefined : existsSync(path);
    },
  };
}
