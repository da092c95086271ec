/**
 * Which files a configuration leaves out: `"exclude": ["archive", "drafts/*.isms", "templates"]`, relative to the folder of the
 * configuration file. A pattern that names a folder leaves out all that is in it.
 */
import picomatch from 'picomatch/posix';
import { parentUri, relativePath } from './uri.ts';

/** In UTF-16 code units; and how many stars, since each may stand for anything. */
const [longest, mostStars] = [1000, 20];

/** What is wrong with a pattern; undefined if nothing is. */
export function patternFault(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string' || !pattern.trim())
    return 'A pattern of "exclude" has to be a text, such as "archive".';
  if (pattern.length > longest || pattern.split('*').length > mostStars + 1)
    return `A pattern of "exclude" may have ${longest} characters and ${mostStars} stars; split it.`;
  if (/^(?:[/\\]|[A-Za-z]:|\.\.(?:[/\\]|$))/.test(pattern))
    return 'A pattern of "exclude" is relative to the folder of this file and leads into it; write it like "archive/2024".';
  return undefined;
}

/** Tells what the patterns leave out, given paths relative to the folder of the configuration file, with `/`. */
export function excludes(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map(pattern =>
    picomatch(pattern.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, ''), {
      dot: true,
      nobrace: true,
      noextglob: true,
      nonegate: true,
    }),
  );
  return path => {
    const segments = path.split('/');
    return segments.some((_, index) => {
      const part = segments.slice(0, index + 1).join('/');
      return tests.some(test => test(part));
    });
  };
}

/** What configuration files leave out, by the folder of each. */
export class Exclusions {
  private readonly byFolder = new Map<string, (path: string) => boolean>();

  get isEmpty(): boolean {
    return this.byFolder.size === 0;
  }

  set(folder: string, patterns: readonly string[]): void {
    if (patterns.length) this.byFolder.set(folder, excludes(patterns));
    else this.byFolder.delete(folder);
  }

  /** Whether a file or folder is left out by a configuration above it. */
  has(uri: string): boolean {
    if (this.isEmpty) return false;
    for (let folder = parentUri(uri); folder !== undefined; folder = parentUri(folder)) {
      if (this.byFolder.get(folder)?.(relativePath(uri, folder))) return true;
    }
    return false;
  }
}
