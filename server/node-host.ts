import { enclosingIsms } from '../src/node/enclosing-isms.ts';
import { fileReason } from '../src/node/file-reason.ts';
import { findIsmsFiles, isGone, pathOf, readText, realPath, uriExists, uriOfPath } from '../src/node/files.ts';
import { isWithin } from '../src/workspace/uri.ts';
import type { Host } from './host.ts';

/** Files read by the server itself. Other schemes than `file:` have none. In a workspace that is not trusted nothing outside is looked at. */
export function nodeHost(folders: () => readonly string[], trusted: () => boolean): Host {
  const realUri = (uri: string): string | undefined => {
    const path = pathOf(uri);
    const real = path === undefined ? undefined : realPath(path);
    return real === undefined ? undefined : uriOfPath(real);
  };
  const isInside = (uri: string): boolean => folders().some(folder => uri === folder || isWithin(uri, folder));
  const isReallyInside = (uri: string): boolean => {
    const real = realUri(uri);
    return (
      real === undefined ||
      folders().some(folder => real === realUri(folder) || isWithin(real, realUri(folder) ?? folder))
    );
  };
  const mayRead = (uri: string): boolean => trusted() || (isInside(uri) && isReallyInside(uri));
  return {
    realUri,
    findFiles: async folder => {
      const path = pathOf(folder);
      if (path === undefined) return { uris: [] };
      const { paths, links, unread } = await findIsmsFiles(path);
      const realFolder = realUri(folder) ?? folder;
      // What lies under the real folder is named as it is under the folder that was asked for.
      const named = (uri: string): string => (isWithin(uri, realFolder) ? folder + uri.slice(realFolder.length) : uri);
      const allowed = (file: string): boolean => trusted() || !links.has(file) || isReallyInside(uriOfPath(file));
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
    fileExists: uri => (mayRead(uri) ? uriExists(uri) : undefined),
    enclosingIsms: async folder => {
      const path = pathOf(folder);
      if (path === undefined || !trusted()) return undefined;
      const root = (await enclosingIsms(path)).root;
      return root === undefined ? undefined : uriOfPath(root);
    },
  };
}
