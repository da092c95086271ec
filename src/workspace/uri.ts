/** Folders of URIs, as texts. URIs are taken as given: two texts are one place only if they are equal. */

/** The URI of the folder that holds a file or folder, without a slash at its end; undefined for a root. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const authority = uri.indexOf('://');
  const first = authority >= 0 ? uri.indexOf('/', authority + 3) : uri.indexOf('/');
  return slash > first && first >= 0
    ? uri.slice(0, slash)
    : slash === first && slash < uri.length - 1
      ? uri.slice(0, slash)
      : undefined;
}

/** The last part of a URI, decoded. */
export function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Whether a file lies in a folder or below it. */
export const isWithin = (uri: string, folder: string): boolean =>
  uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The path of a file below a folder, decoded, with `/`; the URI itself where it is not below it. */
export function relativePath(uri: string, folder: string): string {
  if (!isWithin(uri, folder)) return uri;
  const path = uri.slice(folder.length + (folder.endsWith('/') ? 0 : 1));
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The URI of what a path names relative to a folder; undefined where it leads out of the root. `.` and `..` are resolved. */
export function resolvePath(folder: string, path: string): string | undefined {
  let at: string | undefined = folder;
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    at = segment === '..' ? parentUri(at) : `${at}/${encodeURIComponent(segment)}`;
    if (at === undefined) return undefined;
  }
  return at;
}
