/**
 * A feature of the editor: what it tells the client that it offers, and the requests that it answers. Each is a file of its own beside
 * this folder and its default export; `npm run generate` lists them.
 */

import {
  type Connection,
  LSPErrorCodes,
  type RequestHandler,
  type RequestType,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { isRecord } from '../../../src/model/record.ts';
import { sayingOf } from '../../../src/wording/said-error.ts';
import { saidValue } from '../../../src/wording/wording.ts';
import type { Workspace } from '../../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../../protocol/client-capabilities.ts';
import type { Guard } from '../../session/guard.ts';
import { guarded } from '../../session/guarded.ts';
import type { Context } from './context.ts';

export interface Feature {
  /**
   * The path of the client's capability without which nothing is offered, such as `textDocument.inlayHint`. Left out for what the first
   * editors knew already: clients that say nothing are offered that.
   */
  readonly asks?: string;
  /** What a client is told that it may ask. */
  readonly offers: (client: ClientCapabilities) => ServerCapabilities;
  readonly answers: readonly Answer[];
}

/** How a request is answered. */
export interface Answer {
  readonly method: string;
  register(connection: Connection, guard: Guard, context: () => Context | undefined): void;
}

/** A feature as its file writes it. */
export const feature = (defined: Feature): Feature => defined;

type Work<P, R> = (context: Context, workspace: Workspace, params: P) => R | Promise<R>;

/**
 * Answers requests of a type, each failure by itself.
 * @param name what it is called in the log
 * @param nothing the answer as long as there is no session
 */
export const answer = <P, R, E>(
  type: RequestType<P, R, E>,
  name: string,
  nothing: R | ((params: P) => R),
  work: Work<P, R>,
): Answer => ({
  method: type.method,
  register: (connection, guard, context) => {
    const handler = (params: P) =>
      guarded(guard, name, (): R | Promise<R> => {
        const current = context();
        if (current) return current.language.speak(() => work(current, current.session.workspace, params));
        return typeof nothing === 'function' ? (nothing as (params: P) => R)(params) : nothing;
      });
    // A refusal is an answer: `ResponseError` of any data.
    connection.onRequest(type, handler as RequestHandler<P, R, E>);
  },
});

/** Whether a client is offered a feature. */
export const isOffered = ({ asks }: Feature, client: ClientCapabilities): boolean =>
  asks === undefined || client.takes(asks);

/** What is offered to a client by these features together, beside what is offered anyway. */
export function offersOf(
  features: readonly Feature[],
  client: ClientCapabilities,
  anyway: ServerCapabilities,
): ServerCapabilities {
  const offers = features.filter(each => isOffered(each, client)).map(each => each.offers(client));
  return offers.reduce((all, one) => merged(all as Json, one as Json) as ServerCapabilities, anyway);
}

type Json = Record<string, unknown>;

/** Several features may have a part in `workspace`. */
const merged = (a: Json, b: Json): Json => {
  const result = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const there = result[key];
    result[key] = isRecord(there) && isRecord(value) ? merged(there, value) : value;
  }
  return result;
};

/** Why something that was asked for is not done; editors show it. */
export const refusal = (message: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);

/** An error for people as a refusal, in the language that is spoken. */
export const refusalOf = (error: Error): ResponseError<void> => refusal(saidValue(sayingOf(error)));
