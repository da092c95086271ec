/** What was published of each file, and what follows from it, kept up to date file by file: an ISMS may have thousands of findings. */
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';

/** How many findings of a severity were published of the files of an ISMS. */
export interface Counts {
  errors: number;
  warnings: number;
}

interface Publication extends Readonly<Counts> {
  readonly diagnostics: readonly Diagnostic[];
  /** The root of the ISMS that the file belongs to; undefined for configuration files, and before the file has been read. */
  readonly root: string | undefined;
}

export class Published {
  /** The root of the ISMS that a file belongs to. */
  private readonly rootOf: (uri: string) => string | undefined;
  /** The files that have any diagnostics, by URI. */
  private readonly files = new Map<string, Publication>();
  /** For each file the others whose diagnostics mention places in it. */
  private readonly mentions = new Map<string, Set<string>>();
  private readonly counts = new Map<string | undefined, Counts>();

  constructor(rootOf: (uri: string) => string | undefined) {
    this.rootOf = rootOf;
  }

  /** The diagnostics that were published last. */
  of(uri: string): readonly Diagnostic[] {
    return this.files.get(uri)?.diagnostics ?? none;
  }

  /** The URIs of the files that have any. */
  uris(): Iterable<string> {
    return this.files.keys();
  }

  /** The URIs of the other files whose diagnostics mention places in a file. */
  mentioning(uri: string): Iterable<string> {
    return this.mentions.get(uri) ?? none;
  }

  countsOf(root: string): Readonly<Counts> {
    return this.counts.get(root) ?? { errors: 0, warnings: 0 };
  }

  set(uri: string, diagnostics: readonly Diagnostic[]): void {
    const before = this.files.get(uri);
    if (before) {
      this.count(before, -1);
      this.noteMentions(uri, before.diagnostics, (others, file) => others.delete(file));
    }
    if (!diagnostics.length) {
      this.files.delete(uri);
      return;
    }
    const publication = { diagnostics, root: this.rootOf(uri), ...countsIn(diagnostics) };
    this.files.set(uri, publication);
    this.count(publication, 1);
    this.noteMentions(uri, diagnostics, (others, file) => others.add(file));
  }

  /** Looks up anew which ISMS each file belongs to, where files were published before all were read. */
  regroup(): void {
    this.counts.clear();
    for (const [uri, before] of this.files) {
      const publication = { ...before, root: this.rootOf(uri) };
      this.files.set(uri, publication);
      this.count(publication, 1);
    }
  }

  private count({ root, errors, warnings }: Publication, sign: 1 | -1): void {
    const counts = this.counts.get(root) ?? { errors: 0, warnings: 0 };
    counts.errors += sign * errors;
    counts.warnings += sign * warnings;
    this.counts.set(root, counts);
  }

  private noteMentions(
    uri: string,
    diagnostics: readonly Diagnostic[],
    note: (others: Set<string>, uri: string) => void,
  ): void {
    for (const { related } of diagnostics) {
      for (const place of related) {
        if (place.uri === uri) continue;
        const others = this.mentions.get(place.uri) ?? new Set();
        this.mentions.set(place.uri, others);
        note(others, uri);
      }
    }
  }
}

const none: readonly never[] = [];

function countsIn(diagnostics: readonly Diagnostic[]): Counts {
  let errors = 0;
  let warnings = 0;
  for (const { severity } of diagnostics) {
    if (severity === 'error') errors++;
    else if (severity === 'warning') warnings++;
  }
  return { errors, warnings };
}
