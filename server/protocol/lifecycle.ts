/**
 * The life of a server as the protocol has it: nothing is answered before `initialize`, which comes once, and nothing but `exit` counts
 * after `shutdown`. Also what `initialize` may hold: clients write much into it, and none of it may keep the server from starting.
 */

import { ErrorCodes } from 'vscode-languageserver';
import { isRecord } from '../../src/model/record.ts';

/** Why a request is not dealt with. */
export interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** What becomes of a message: it is dealt with, answered with a refusal, or dropped. */
export type Admission = 'taken' | 'dropped' | Refusal;

/** Follows the messages of a client, in the order in which they are dealt with. */
export function lifecycle(): (message: unknown) => Admission {
  let state: 'new' | 'running' | 'shut down' = 'new';
  return message => {
    if (!isRecord(message) || typeof message.method !== 'string' || message.method === 'exit') return 'taken';
    const { method } = message;
    const isRequest = message.id !== undefined;
    if (!isRequest) return state === 'running' ? 'taken' : 'dropped';
    if (state === 'shut down') return refuse(ErrorCodes.InvalidRequest, `The server was shut down before ${method}.`);
    if (method === 'initialize') {
      if (state === 'running') return refuse(ErrorCodes.InvalidRequest, 'The server is initialized already.');
      state = 'running';
      return 'taken';
    }
    if (state === 'new')
      return refuse(ErrorCodes.ServerNotInitialized, `The server has to be initialized before ${method}.`);
    if (method === 'shutdown') state = 'shut down';
    return 'taken';
  };
}

const refuse = (code: number, message: string): Refusal => ({ code, message });

/** The params of `initialize` with all left out that is not of the protocol's type, so that whoever reads them finds what it expects. */
export function plainInitializeParams(params: unknown): Record<string, unknown> {
  const given = isRecord(params) ? params : {};
  const { processId, rootUri, rootPath, workspaceFolders, capabilities, initializationOptions, trace } = given;
  return {
    ...given,
    processId: typeof processId === 'number' ? processId : null,
    rootUri: typeof rootUri === 'string' ? rootUri : null,
    rootPath: typeof rootPath === 'string' ? rootPath : null,
    workspaceFolders: Array.isArray(workspaceFolders) ? workspaceFolders.filter(isFolder) : null,
    capabilities: isRecord(capabilities)
      ? Object.fromEntries(Object.entries(capabilities).filter(([, part]) => isRecord(part)))
      : {},
    initializationOptions: isRecord(initializationOptions) ? initializationOptions : {},
    trace: typeof trace === 'string' ? trace : 'off',
  };
}

const isFolder = (folder: unknown): boolean => isRecord(folder) && typeof folder.uri === 'string';
