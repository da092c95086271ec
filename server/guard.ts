/**
 * Keeps a fault where it occurs: a handler that throws is logged by name and answered with an error, and the process goes on. A stack is
 * for the log; the client is told in a sentence.
 */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { faultText, reasonOf } from '../src/model/fault.ts';

/** Where text about faults goes, as `connection.console` is. */
export interface FaultLog {
  error(message: string): void;
}

/** Makes handlers that keep their faults to themselves. */
export interface Guard {
  /**
   * A handler of a request. What it throws, or rejects with, is answered as an error that names the request; an error that is an
   * answer, such as a refusal to rename, passes.
   * @param name of the request, such as `textDocument/hover`
   */
  request<A extends readonly unknown[], R>(name: string, handle: (...args: A) => R): (...args: A) => R;
  /** A handler of a notification: nobody waits for an answer, so what it throws is only logged. */
  notification<A extends readonly unknown[]>(
    name: string,
    handle: (...args: A) => void | Promise<void>,
  ): (...args: A) => void;
  /** Work that nothing waits for, such as what a timer begins. */
  background(name: string, work: () => void | Promise<void>): void;
}

/** A guard that logs each name once in a row: a handler that fails at every keystroke fills no log. */
export function makeGuard(log: FaultLog): Guard {
  let last = '';
  const note = (name: string, error: unknown): void => {
    const text = faultText({ name, error });
    if (text === last) return;
    last = text;
    try {
      log.error(text);
    } catch {
      // Who would log that the log fails?
    }
  };
  const answer = (name: string, error: unknown): ResponseError<void> => {
    if (error instanceof ResponseError) return error;
    note(name, error);
    return new ResponseError(LSPErrorCodes.RequestFailed, `${name} failed: ${reasonOf(error)}. Please report it.`);
  };
  const notification =
    <A extends readonly unknown[]>(name: string, handle: (...args: A) => void | Promise<void>) =>
    (...args: A): void => {
      try {
        const done = handle(...args);
        if (done) done.catch((error: unknown) => note(name, error));
      } catch (error) {
        note(name, error);
      }
    };
  return {
    request:
      <A extends readonly unknown[], R>(name: string, handle: (...args: A) => R) =>
      (...args: A): R => {
        try {
          const result = handle(...args);
          if (!(result instanceof Promise)) return result;
          return result.catch((error: unknown) => {
            throw answer(name, error);
          }) as R;
        } catch (error) {
          throw answer(name, error);
        }
      },
    notification,
    background: (name, work) => notification(name, work)(),
  };
}
