/** Asks the user line by line. */
import { createInterface } from 'node:readline';
import type { Terminal } from './io.ts';

export interface Dialogue {
  /** The line that was answered; undefined where the user ended the input or interrupted. */
  ask(prompt: string): Promise<string | undefined>;
  /** Gives the input back. */
  close(): void;
}

/** A dialogue at a terminal. Lines that come early, as of a pasted text, answer the questions that follow. */
export function dialogueAt({ input, output }: Terminal): Dialogue {
  const lines = createInterface({ input, output, terminal: 'isTTY' in output && output.isTTY === true });
  const early: string[] = [];
  let isClosed = false;
  let wake = (): void => {};
  lines.on('line', line => {
    early.push(line);
    wake();
  });
  // Ctrl+C and Ctrl+D end the dialogue, so that the command ends in its usual way and nothing is half done.
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    isClosed = true;
    wake();
  });
  return {
    ask: async prompt => {
      if (!isClosed) {
        lines.setPrompt(prompt);
        lines.prompt();
      }
      while (!early.length && !isClosed)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      return early.shift();
    },
    close: () => lines.close(),
  };
}
