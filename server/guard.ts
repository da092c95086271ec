/**
 * Keeps what fails where it fails: it is logged by name, a request is answered with an error, and the server goes on. A stack is for the
 * log; the client is told in a sentence.
 */
import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type Fault, faultText, reasonOf } from '../src/model/fault.ts';

type Log = Pick<Connection, 'console' | 'sendNotification'>;

/** So many different faults are remembered as logged. */
const mostLogged = 1000;

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
      this.log({ name, error });
    }
  }

  /** Watches over what goes on by itself. */
  promise(name: string, work: Promise<unknown> | undefined): void {
    work?.catch(error => this.log({ name, error }));
  }

  /**
   * A handler of a request that keeps its faults to itself: what it throws, or rejects with, is logged and answered as an error that names
   * the request. An error that is an answer, such as a refusal to rename, passes.
   * @param name of the request, such as `textDocument/hover`
   */
  request<A extends readonly unknown[], R>(name: string, handle: (...args: A) => R): (...args: A) => R {
    return (...args) => {
      try {
        const result = handle(...args);
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          throw this.answer(name, error);
        }) as R;
      } catch (error) {
        throw this.answer(name, error);
      }
    };
  }

  /** Notes a fault for whoever looks at the log; the same one only once, since what fails at each keystroke would fill the log. */
  log(fault: Fault): void {
    const text = `ISMS: ${faultText(fault)}`;
    if (this.logged.has(text) || this.logged.size >= mostLogged) return;
    this.logged.add(text);
    try {
      // Where the log cannot be written, there is nobody to tell.
      Promise.resolve(this.connection.console.error(text)).catch(() => {});
    } catch {}
  }

  /** Tells the user, and notes why for whoever looks at the log. */
  tell(message: string, error?: unknown): void {
    Promise.resolve(this.connection.sendNotification('window/showMessage', { type: 2, message })).catch(() => {});
    Promise.resolve(
      this.connection.console.warn(error instanceof Error && error.stack ? `${message}\n${error.stack}` : message),
    ).catch(() => {});
  }

  private answer(name: string, error: unknown): ResponseError<unknown> {
    if (error instanceof ResponseError) return error;
    this.log({ name, error });
    return new ResponseError(LSPErrorCodes.RequestFailed, `${name} failed: ${reasonOf(error)}. Please report it.`);
  }
}

export { reasonOf };
