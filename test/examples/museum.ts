/** Reads the comments of examples/broken that say which diagnostic is to be seen, and holds them against the diagnostics. */
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

/** What a comment promises, or what was found: a code at a place. The place is a declaration, in a configuration file a line. */
export interface Exhibit {
  readonly code: string;
  readonly uri: string;
  /** Of the comment or of the finding, from 1. */
  readonly line: number;
  /** Where the declaration begins, with the comments before it, or the line that is meant. */
  readonly place: number;
}

const comment = /^[ \t]*\/\/ ([a-z]+\/[a-z0-9-]+): \S/gm;

/** The comments of the form `// area/what: …` in a text, in order. */
export function promised(workspace: Workspace, uri: string, text: string): Exhibit[] {
  const lines = text.split('\n');
  const placeOf = places(workspace, uri);
  return [...text.matchAll(comment)].map(found => {
    const line = lineAt(text, found.index);
    // In a configuration file, a comment speaks of the line below it.
    let below = line + 1;
    while (lines[below - 1]?.trimStart().startsWith('//')) below++;
    return { code: found[1] as string, uri, line, place: placeOf?.(line) ?? below };
  });
}

/** What was found in a file, in order. */
export function found(workspace: Workspace, uri: string): Exhibit[] {
  const placeOf = places(workspace, uri);
  return workspace.diagnostics(uri).map(({ code, range }: Diagnostic) => {
    const line = range.start.line + 1;
    return { code, uri, line, place: placeOf?.(line) ?? line };
  });
}

/** Where the declaration begins that a line belongs to; undefined for a file without declarations. */
function places(workspace: Workspace, uri: string): ((line: number) => number) | undefined {
  const file = workspace.file(uri);
  if (!file) return undefined;
  const starts: number[] = [];
  let line = 1;
  for (const { text } of file.text.chunks) {
    starts.push(line);
    line += text.split('\n').length - 1;
  }
  return at => starts.filter(start => start <= at).at(-1) ?? 1;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
