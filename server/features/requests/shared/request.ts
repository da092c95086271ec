/**
 * A request of our own, which clients make beside the Language Server Protocol (see protocol.ts). Each is a file of its own beside this folder,
 * named after its method, and its default export; `npm run generate` lists them.
 */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Requests } from '../../../protocol/protocol.ts';
import type { ToWorkspaceEdit } from '../../../protocol/workspace-edit.ts';
import type { Guard } from '../../../session/guard.ts';
import { guarded } from '../../../session/guarded.ts';
import type { Language } from '../../../session/language.ts';
import type { Session } from '../../../session/session.ts';
import type { Views } from '../../../session/views.ts';
import type { Comparisons } from './comparisons.ts';
import type { HistoryReader } from './history-reader.ts';

/** What requests need beside what they are asked. A connection has one, and so whatever it keeps. */
export interface RequestContext {
  /** Resolves once the workspace is read. */
  readonly ready: () => Promise<Session>;
  readonly views: Views;
  readonly language: Language;
  readonly comparisons: Comparisons;
  readonly histories: HistoryReader;
  readonly toWorkspaceEdit: ToWorkspaceEdit;
}

/** How a request is answered. */
export interface Request<M extends keyof Requests> {
  readonly method: M;
  register(connection: Connection, guard: Guard, context: RequestContext): void;
}

/** All of them: one that has no file is missed by the compiler, as is one whose file has the name of another. */
export type EveryRequest = { readonly [M in keyof Requests]: Request<M> };

type Work<M extends keyof Requests> = (
  context: RequestContext,
  params: Requests[M][0],
  token: CancellationToken,
) => Requests[M][1] | Promise<Requests[M][1]>;

/**
 * A request as its file writes it, each failure by itself. What `work` says at once is in the client's language, and after an `await` if it is
 * wrapped in `speak` again.
 */
export const request = <M extends keyof Requests>(method: M, work: Work<M>): Request<M> => ({
  method,
  register(connection, guard, context) {
    connection.onRequest(method, (params: Requests[M][0], token: CancellationToken): unknown =>
      guarded(guard, method, () => context.language.speak(() => work(context, params, token))),
    );
  },
});
