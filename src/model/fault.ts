/** Faults of the program itself: something threw that should not have. They are contained where they occur, and told by name. */

export interface Fault {
  /** What failed, such as the code of a rule. */
  readonly name: string;
  /** The file that it worked on, as a URI, if it was one. */
  readonly uri?: string;
  /** What was thrown. */
  readonly error: unknown;
}

/** Where faults are logged. */
export type FaultSink = (fault: Fault) => void;

/** What was thrown, in one line of at most so many characters. Never throws itself. */
export function reasonOf(error: unknown, most = 200): string {
  const text = messageOf(error)
    .slice(0, 10 * most)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** A fault for a log: its name, where, and the stack. */
export function faultText({ name, uri, error }: Fault): string {
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : messageOf(error);
  return `${name} failed${uri === undefined ? '' : ` in ${uri}`}: ${stack}`;
}

function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return 'unknown error';
  }
}
