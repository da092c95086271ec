import { readdir } from 'node:fs/promises';
import { enclosingIsms } from '../../src/node/enclosing-isms.ts';
import { fileReason } from '../../src/node/file-reason.ts';
import { findIsmsFiles, isGone, pathOf, readText, realPath, uriExists, uriOfPath } from '../../src/node/files.ts';
import { readWithin } from '../../src/node/read-within.ts';
import { isIn } from '../../src/workspace/grouping.ts';
import { fileSystemOf } from '../../src/workspace/identity.ts';
import { isWithin } from '../../src/workspace/uri.ts';
import type { Host, HostContext } from './host.ts';
import { nodeRepository } from './node-repository.ts';

/** Files read by the server itself. Other schemes than `file:` have none. In a workspace that is not trusted nothing outside is looked at. */
export function nodeHost(context: HostContext): Host {
  const { folders, isTrusted } = context;
  const realUri = (uri: string): string | undefined => {
    const path = pathOf(uri);
    const real = path === undefined ? undefined : realPath(path);
    return real === undefined ? undefined : uriOfPath(real);
  };
  /** Where links on the way to it lead to counts; what is not there is nowhere. */
  const isReallyInside = (uri: string): boolean => {
    const real = realUri(uri) ?? uri;
    return isIn(
      real,
      folders().map(folder => realUri(folder) ?? folder),
    );
  };
  const mayRead = (uri: string): boolean => isTrusted() || (isIn(uri, folders()) && isReallyInside(uri));
  /** What lies under the real folder of one of the workspace is named as it is there. */
  const named = (real: string): string => {
    for (const folder of folders()) {
      const realFolder = realUri(folder);
      if (realFolder !== undefined && isWithin(real, realFolder)) return folder + real.slice(realFolder.length);
    }
    return real;
  };
  return {
    fileSystem: fileSystemOf(process.platform),
    realUri,
    repository: nodeRepository(context),
    findFiles: async folder => {
      const path = pathOf(folder);
      if (path === undefined) return { uris: [] };
      const { paths, links, unread } = await findIsmsFiles(path);
      const allowed = (file: string): boolean => isTrusted() || !links.has(file) || isReallyInside(uriOfPath(file));
      return {
        uris: paths.filter(allowed).map(uriOfPath),
        links: new Map([...links].map(([file, target]) => [uriOfPath(file), named(uriOfPath(target))])),
        // A folder of the workspace that is not there has nothing in it.
        unread: unread
          .filter(({ path: at, error }) => !(at === path && isGone(error)))
          .map(({ path: at, error }) => ({ uri: uriOfPath(at), reason: fileReason(error) })),
      };
    },
    readFile: async uri => {
      const path = pathOf(uri);
      if (path === undefined || !mayRead(uri)) return undefined;
      try {
        return { text: await readText(path) };
      } catch (error) {
        return isGone(error) ? undefined : { reason: fileReason(error) };
      }
    },
    readBytes: async (uri, within, most) =>
      mayRead(uri) ? readWithin(uri, within, most) : { reason: 'it lies outside of the folders of the workspace' },
    fileExists: uri => (mayRead(uri) ? uriExists(uri) : undefined),
    listFolder: async uri => {
      const path = pathOf(uri);
      if (path === undefined || !mayRead(uri)) return [];
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      return entries.map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
    },
    enclosingIsms: async folder => {
      const path = pathOf(folder);
      if (path === undefined || !isTrusted()) return undefined;
      const { root } = await enclosingIsms(path);
      return root === undefined ? undefined : uriOfPath(root);
    },
  };
}
