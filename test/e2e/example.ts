/** What the tests need to know of an example, read from its text, so that they follow when the example changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A control's entry that stands over several lines, with its justification on a line of its own. */
export interface Entry {
  /** Path of its file, and the file's name. */
  path: string;
  file: string;
  ids: string[];
  /** 0-based lines. */
  head: number;
  justification: number;
  last: number;
}

/** The entries of all files under `folder`, by file and line. */
export function controlEntries(folder: string): Entry[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.isms'))
    .map(name => join(folder, name))
    .sort();
  return paths.flatMap(path => entriesOf(path, readFileSync(path, 'utf8').split(/\r?\n/)));
}

function entriesOf(path: string, lines: string[]): Entry[] {
  const entries: Entry[] = [];
  lines.forEach((line, head) => {
    const ids = /^control\s+([\w.-]+(?:\s*,\s*[\w.-]+)*)[^{]*\{\s*(?:\/\/.*)?$/.exec(line)?.[1]?.split(/\s*,\s*/);
    if (!ids) return;
    const last = lines.findIndex((text, at) => at > head && text.startsWith('}'));
    const justification = lines.findIndex(
      (text, at) => at > head && at < last && /^\s*justification:\s*"(?!"")(?:[^"\\]|\\.)*"\s*(?:\/\/.*)?$/.test(text),
    );
    if (last > 0 && justification > 0) entries.push({ path, file: basename(path), ids, head, justification, last });
  });
  return entries;
}

/** A control that a risk names on one line: `controls: A.8.7, A.8.13`. */
export function controlReference(folder: string): {
  path: string;
  file: string;
  line: number;
  start: number;
  id: string;
} {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.isms')) continue;
    const path = join(folder, name);
    for (const [line, text] of readFileSync(path, 'utf8').split(/\r?\n/).entries()) {
      const found = /^(\s*controls:\s*(?:[\w.]+\s*,\s*)*)(A\.\d+\.\d+)\s*(?:\/\/.*)?$/.exec(text);
      if (found?.[1] && found[2]) return { path, file: basename(path), line, start: found[1].length, id: found[2] };
    }
  }
  throw new Error(`no risk of ${folder} names its controls on one line`);
}
