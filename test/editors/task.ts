/** What is done in each editor, at places read from the example's text, so that the tests follow when the example changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtin } from '../../src/frameworks/framework.ts';
import { controlEntries, controlReference } from '../e2e/example.ts';

/** A place; line and column count from 0, in a line of ASCII. */
export interface Place {
  path: string;
  line: number;
  column: number;
}

export interface Task {
  folder: string;
  /** A control at the end of a risk's `controls:`; `start` is its column, `title` its title. */
  reference: { path: string; line: number; start: number; id: string; title: string };
  /** An id of the edition of 2013, and the one that took its place. */
  former: { old: string; new: string };
  /** A control that is offered when all but its last digit is typed. */
  completed: string;
  /** The entry of a control in the Statement of Applicability; the column is within its id. */
  entry: Place & { id: string };
  /** A declaration that another file refers to, and its new name. */
  rename: Place & { user: string; to: string };
  /** What is looked for, and the name of what is found. */
  symbol: { query: string; name: string };
}

/** The task in a copy of the example. */
export function taskIn(folder: string): Task {
  const reference = controlReference(folder);
  const control = builtin(reference.id);
  const entry = controlEntries(folder).find(({ ids }) => ids.length === 1);
  if (!control || !entry?.ids[0]) throw new Error(`no control to try in ${folder}`);
  return {
    folder,
    reference: { ...reference, title: control.title },
    former: { old: 'A.9.4.2', new: 'A.8.5' },
    completed: 'A.8.13',
    entry: { path: entry.path, line: entry.head, column: 'control A'.length, id: entry.ids[0] },
    rename: renamed(folder),
    symbol: risk(folder),
  };
}

const filesOf = (folder: string): { path: string; text: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.isms'))
    .sort()
    .map(name => join(folder, name))
    .map(path => ({ path, text: readFileSync(path, 'utf8') }));

function renamed(folder: string): Task['rename'] {
  const files = filesOf(folder);
  for (const { path, text } of files)
    for (const [line, written] of text.split('\n').entries()) {
      const name = /^asset (\w+) "/.exec(written)?.[1];
      const user =
        name && files.find(file => file.path !== path && new RegExp(`^ *assets:.*\\b${name}\\b`, 'm').test(file.text));
      if (user) return { path, line, column: 'asset '.length + 1, user: user.path, to: `${name}Renamed` };
    }
  throw new Error(`no asset of ${folder} is named in another file`);
}

function risk(folder: string): Task['symbol'] {
  for (const { text } of filesOf(folder)) {
    const found = /^risk (\S+) "(\w+)/m.exec(text);
    if (found?.[1] && found[2]) return { query: found[2], name: found[1] };
  }
  throw new Error(`there is no risk in ${folder}`);
}
