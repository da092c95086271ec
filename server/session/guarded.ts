import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type Guard, reasonOf } from './guard.ts';

/**
 * Answers a request. One that fails is answered with an error and named in the log; the next is dealt with as ever. A refusal, which is a
 * `ResponseError`, is an answer like any other.
 */
export function guarded<T>(
  guard: Guard,
  name: string,
  work: () => T,
): T | ResponseError<void> | Promise<T | ResponseError<void>> {
  const failed = (error: unknown): ResponseError<void> => {
    if (isRefusal(error)) return error;
    guard.log(name, error);
    return new ResponseError(ErrorCodes.InternalError, `${name} failed: ${reasonOf(error)}`);
  };
  try {
    const result = work();
    return isPromise(result) ? (result.catch(failed) as Promise<T | ResponseError<void>>) : result;
  } catch (error) {
    return failed(error);
  }
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'catch' in value && typeof value.catch === 'function';

/** Told by its shape: a bundle may hold the class twice. */
const isRefusal = (error: unknown): error is ResponseError<void> =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' && 'toJson' in error;
