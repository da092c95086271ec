/** How far reading is, shown where the client can show it. */
import type { Connection } from 'vscode-languageserver';
import { say } from '../../src/wording/wording.ts';
import type { Language } from './language.ts';

export interface Progress {
  /** Nothing is sent unless another whole percent is done. */
  report(done: number, total: number): void;
  done(): void;
}

/** @param isShown whether the client says that it shows such progress (`window.workDoneProgress`) */
export async function startProgress(connection: Connection, isShown: boolean, { speak }: Language): Promise<Progress> {
  const reporter = isShown ? await connection.window.createWorkDoneProgress().catch(() => undefined) : undefined;
  let shown = -1;
  reporter?.begin(
    speak(() => say('ISMS: reading files')),
    0,
  );
  return {
    report: (done, total) => {
      const percentage = Math.floor((100 * done) / total);
      if (percentage > shown)
        reporter?.report(
          (shown = percentage),
          speak(() => say('{0} of {1}', done, total)),
        );
    },
    done: () => reporter?.done(),
  };
}
