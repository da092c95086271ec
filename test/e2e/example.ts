/** What the tests need to know of an example, read from its text, so that they follow when the example changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A control's entry that stands over several lines, with its decision on a line of its own. */
export interface Entry {
  /** Path of its file, and the file's name. */
  path: string;
  file: string;
  ids: string[];
  /** 0-based lines. */
  head: number;
  decision: number;
  last: number;
  /** The lines of `because` and `justification`, which follow the decision; undefined where they stand elsewhere. */
  reasons: { first: number; last: number } | undefined;
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
    const decision = lines.findIndex((text, at) => at > head && at < last && /^\s*applicable:\s*\w/.test(text));
    if (decision < 0) return;
    const reasons = reasonsAfter(lines, decision);
    entries.push({ path, file: basename(path), ids, head, decision, last, reasons });
  });
  return entries;
}

/** The lines of `because` and `justification` below a decision. */
function reasonsAfter(lines: string[], decision: number): Entry['reasons'] {
  const first = decision + 1;
  if (!/^\s*because:.*[^,\s]\s*$/.test(lines[first] ?? '')) return undefined;
  const text = /^\s*justification:\s*(""")?/.exec(lines[first + 1] ?? '');
  if (!text) return undefined;
  const last = text[1] ? lines.findIndex((line, at) => at > first + 1 && line.includes('"""')) : first + 1;
  return last < 0 ? undefined : { first, last };
}

/** The last exclusion of which nothing but its entry says why; with the lines that do. */
export function exclusion(folder: string): Entry & { reasons: NonNullable<Entry['reasons']> } {
  const all = controlEntries(folder).flatMap(entry => {
    const [decision] = readFileSync(entry.path, 'utf8').split(/\r?\n/).slice(entry.decision);
    return entry.reasons && /:\s*no\s*$/.test(decision ?? '') ? [{ ...entry, reasons: entry.reasons }] : [];
  });
  const last = all.at(-1);
  if (!last) throw new Error(`no entry of ${folder} excludes a control, with its reasons below the decision`);
  return last;
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
