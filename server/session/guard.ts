/**
 * Keeps what fails from ending the server. A failure is logged once by its name; a repeated one only the first time, since what fails at
 * each keystroke would fill the log.
 */
import type { Connection } from 'vscode-languageserver';

type Log = Pick<Connection, 'console' | 'sendNotification'>;

export class Guard {
  private readonly connection: Log;
  private readonly logged = new Set<string>();

  constructor(connection: Log) {
    this.connection = connection;
  }

  /** Runs something whose failure harms nothing else. */
  run(name: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.log(name, error);
    }
  }

  /** Watches over what goes on by itself. */
  promise(name: string, work: Promise<unknown> | undefined): void {
    work?.catch(error => this.log(name, error));
  }

  /** Notes a failure for whoever looks at the log. */
  log(name: string, error: unknown): void {
    const what = `ISMS: ${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.logged.has(what)) return;
    this.logged.add(what);
    // Where the log cannot be written, there is nobody to tell.
    Promise.resolve(this.connection.console.error(what)).catch(() => {});
  }

  /** Tells the user, and notes why for whoever looks at the log. */
  tell(message: string, error?: unknown): void {
    Promise.resolve(this.connection.sendNotification('window/showMessage', { type: 2, message })).catch(() => {});
    Promise.resolve(
      this.connection.console.warn(error instanceof Error && error.stack ? `${message}\n${error.stack}` : message),
    ).catch(() => {});
  }
}

/** The words of an error. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
