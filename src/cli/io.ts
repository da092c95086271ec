/** What the command line needs of the process it runs in, so that tests run it in their own. */
export interface Output {
  /** Whether somebody looks at it. */
  readonly isTerminal: boolean;
  /** Columns of the terminal. */
  readonly columns?: number;
  /** Whether nobody reads any more, as where `head` has seen enough: there is no need to make more. */
  readonly isClosed?: boolean;
  /** Takes the content. Where a promise is returned, whoever has much to write waits for it, so that little is held. */
  write(content: string | Uint8Array): Promise<void> | undefined;
}

export interface Io {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input, once it has ended. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Through which the user is asked; undefined where nobody sits at standard input and output. */
  readonly terminal?: Terminal | undefined;
  /** The date of the clock, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Tells this build of the program from every other; without it nothing that was found is kept. */
  readonly build?: string;
  /** Resolves when the user or the system ends the process, by Ctrl+C or a signal; until then nothing else does. */
  readonly interrupted: () => Promise<void>;
  /** Starts the language server, which takes over standard input and output. */
  readonly startServer: () => void;
}

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Exit codes: nothing found, something found, and a call or an input that cannot be worked with. */
export const exitCodes = { clean: 0, findings: 1, unusable: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Something that the user can put right. The message says what is wrong, where, why, and what to do. */
export class UsageError extends Error {
  readonly code = usage;
}

const usage = 'ISMS_USAGE';

/** Whether an error is a `UsageError`, also one of another bundle. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && (error as { readonly code?: unknown }).code === usage;
