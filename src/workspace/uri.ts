/**
 * URIs in their one normal form, and what is computed with them. Clients, Node and people spell one and the same file in many ways
 * (`%28` or `(`, `c%3A` or `C:`, `file:/x`), so every URI passes `normalUri` on its way in; behind that border two texts are one place
 * only if they are equal. The form is that of VS Code, RFC 3986 to the letter: everything but unreserved characters is escaped.
 */

/** What a URI is made of: scheme, authority, path, and whatever follows. */
const shape = /^([A-Za-z][A-Za-z0-9+.-]+):(?:\/\/([^/\\?#]*))?([^?#]*)(.*)/s;

/** A path of Windows: `c:` or `c|` as its first segment. */
const driveSegment = /^([A-Za-z])(?::|%3A|\|)$/i;

/**
 * The normal form of a URI; of a path (`/w/a.isms`, `C:\w\a.isms`, `\\host\share\a.isms`) that of its `file:` URI. Without a slash at
 * its end. Total: what cannot be decoded stays as it is. Applied twice it changes nothing.
 */
export function normalUri(given: string): string {
  const text = given.trim();
  const [, scheme, authority, path = '', rest = ''] = shape.exec(text) ?? [];
  if (scheme === undefined)
    return /^(?:[/\\]|[A-Za-z]:(?:[/\\]|$))/.test(text) ? fileUri(undefined, escapePercent(text)) : text;
  // Files have neither query nor fragment: these characters are part of a name that was not escaped.
  if (scheme.toLowerCase() === 'file') return fileUri(authority, path + rest);
  const prefix =
    authority === undefined ? `${scheme.toLowerCase()}:` : `${scheme.toLowerCase()}://${normalHost(authority)}`;
  const normal = path.split('/').map(normalSegment).join('/');
  return prefix + (normal.startsWith('/') ? withoutDots(normal) : normal) + rest;
}

/** A path has no escapes: what looks like one is part of a name. */
const escapePercent = (path: string): string => path.replaceAll('%', '%25');

/** The URI of a file: its authority is the host of a network share, its path may be one of Windows. */
function fileUri(authority: string | undefined, path: string): string {
  // `file://c:/x` names a drive in the place of a host.
  const isDrive = authority !== undefined && driveSegment.test(authority);
  let host = isDrive ? '' : normalHost(authority ?? '');
  if (host === 'localhost') host = '';
  let segments = `${isDrive ? `${authority}/` : ''}${path.replaceAll('\\', '/')}`.split('/');
  // `file:////host/share` and `\\host\share` name a host in the path.
  const inPath = !host && /^[/\\]{2}([^/\\]+)[/\\]+[^/\\]/.exec(path);
  if (inPath) {
    host = normalHost(inPath[1] as string);
    segments = segments.slice(3);
  }
  segments = segments.filter(segment => segment !== '');
  const drive = driveSegment.exec(segments[0] ?? '')?.[1];
  if (drive) segments[0] = `${drive.toLowerCase()}:`;
  // Where a path is one of Windows, an escaped backslash separates as well.
  if (drive || host) segments = segments.flatMap(segment => segment.split(/%5C/i)).filter(segment => segment !== '');
  return `file://${host}${withoutDots(`/${segments.map(normalSegment).join('/')}`)}`;
}

/** Hosts are the same in upper and lower case. What stands around a host (a port, a user, an IPv6 address) is not escaped. */
const normalHost = (host: string): string =>
  host
    .split(/([:@[\]])/)
    .map((part, index) => (index % 2 ? part : escaped((decoded(part) ?? part).toLowerCase())))
    .join('');

/** A segment of a path with just those characters escaped that have to be. */
const normalSegment = (segment: string): string =>
  segment.replace(/(?:%[0-9A-Fa-f]{2})+|[^%]+|%/g, part =>
    part.length > 2 && part.startsWith('%') ? unescaped(part) : escaped(part),
  );

/** A run of escapes, decoded as far as it is UTF-8 and escaped again where needed. */
function unescaped(run: string): string {
  try {
    return escaped(decodeURIComponent(run));
  } catch {
    return run.toUpperCase();
  }
}

const escaped = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A path without `.` and `..`, which cannot lead above its root, and without a slash at its end. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/').slice(1)) {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
  }
  while (kept.at(-1) === '') kept.pop();
  return kept.map(segment => `/${segment}`).join('');
}

/** What was escaped, decoded; undefined where it is not UTF-8. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The normal URI of a path. On other systems than Windows a backslash is a character of a name like any other. */
export const uriOfPath = (path: string, windows: boolean): string =>
  fileUri(undefined, windows ? escapePercent(path) : escapePercent(path).replaceAll('\\', '%5C').replace(/^\/+/, '/'));

/**
 * The path that a normal `file:` URI names; undefined for what no file has as its path: another scheme, a name that cannot be
 * decoded or holds a separator, a host elsewhere than on Windows, no drive there.
 */
export function pathOfUri(uri: string, windows: boolean): string | undefined {
  const [, authority, path = '/'] = /^file:\/\/([^/]*)(\/.*)?$/.exec(uri) ?? [];
  const host = authority && decoded(authority);
  if (host === undefined || (host && !windows)) return undefined;
  const segments = path.slice(1).split('/').map(decoded);
  const isName = (name: string | undefined): name is string =>
    name !== undefined && !(windows ? /[/\\\0]/ : /[/\0]/).test(name);
  if (!segments.every(isName)) return undefined;
  if (!windows) return `/${segments.join('/')}`;
  if (host) return `\\\\${host}\\${segments.join('\\')}`;
  if (!driveSegment.test(segments[0] ?? '')) return undefined;
  return segments.length === 1 ? `${segments[0]}\\` : segments.join('\\');
}

/** The URI of the folder that holds a file or folder, without a slash at its end; undefined for a root. */
export function parentUri(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  const authority = uri.indexOf('://');
  const first = authority >= 0 ? uri.indexOf('/', authority + 3) : uri.indexOf('/');
  return slash >= first && first >= 0 && slash < uri.length - 1 ? uri.slice(0, slash) : undefined;
}

/** The last part of a URI, decoded. */
export function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return decoded(name) ?? name;
}

/** Whether a file lies in a folder or below it. */
export const isWithin = (uri: string, folder: string): boolean =>
  uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The path of a file below a folder, decoded, with `/`; the URI itself where it is not below it. */
export function relativePath(uri: string, folder: string): string {
  if (!isWithin(uri, folder)) return uri;
  const path = uri.slice(folder.length).replace(/^\//, '');
  return decoded(path) ?? path;
}

/** The path from a folder to a file, decoded, with `/`; undefined where nothing leads from one to the other, as between drives. */
export function pathBetween(folder: string, uri: string): string | undefined {
  const from = folder.split('/');
  const to = uri.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  // Scheme and authority are the first three parts; a drive is the fourth.
  const isOnDrive = [from[3], to[3]].some(part => part !== undefined && /^[a-z]%3A$/.test(part));
  if (same < (isOnDrive ? 4 : 3)) return undefined;
  const names = to.slice(same).map(decoded);
  if (names.includes(undefined)) return undefined;
  return [...from.slice(same).map(() => '..'), ...names].join('/');
}

/**
 * The URI of what a path in the text of an ISMS names, relative to a folder. Authors on Windows write backslashes; `.` and `..` are
 * resolved and lead no higher than the root, as on every system. Beside files, a path may be absolute: with a drive, of a network share,
 * or from the root, which on Windows is that of the folder's drive or share.
 */
export function resolvePath(folder: string, path: string): string {
  const names = path.replaceAll('\\', '/');
  const isFile = folder.startsWith('file:');
  if (isFile && (/^[A-Za-z]:\//.test(names) || /^\/\/[^/]/.test(names)))
    return fileUri(undefined, escapePercent(names));
  let at = isFile && names.startsWith('/') ? rootUri(folder) : folder;
  for (const name of names.split('/')) {
    if (name === '' || name === '.') continue;
    at = name === '..' ? (parentUri(at) ?? at) : `${at}/${escaped(name)}`;
  }
  return at;
}

/** The root that a file lies under: that of the system, of a drive, or of a network share. */
const rootUri = (uri: string): string => /^file:\/\/(?:[^/]+\/[^/]+|\/[a-z]%3A(?=\/|$))/.exec(uri)?.[0] ?? 'file://';
