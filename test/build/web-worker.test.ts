/** The server as bundled for browsers, among the few globals that every web worker has: no page, no Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArtefactEntry, Methods } from '../../server/protocol/protocol.ts';
import { buildBundles } from '../cli/bundle.ts';
import { exampleFiles } from '../examples/files.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

const files = new Map(
  exampleFiles('acme-cloud').map(([uri, text]) => [uri.replace(/^.*\/acme-cloud/, 'file:///w'), text]),
);

/** What the client is asked. */
const answers: Readonly<Record<string, (uri: string) => unknown>> = {
  [Methods.findFiles]: () => ({ uris: [...files.keys()], unread: [] }),
  [Methods.readFile]: uri => ({ text: files.get(uri) ?? '' }),
  [Methods.fileExists]: uri => files.has(uri),
};

class Worker {
  readonly #scope: { onmessage?: (event: { data: unknown }) => void };
  readonly #waiting = new Map<number, (message: Message) => void>();
  #last = 0;

  constructor(code: string) {
    const globals = { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextEncoder, TextDecoder };
    const others = { URL, performance, structuredClone, btoa, atob, console, crypto };
    const events = { addEventListener: () => undefined, postMessage: (message: Message) => this.#take(message) };
    this.#scope = createContext({ ...globals, ...others, ...events });
    new Script(code).runInContext(this.#scope);
  }

  #send(message: object): void {
    this.#scope.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) });
  }

  #take({ id, method, params, ...message }: Message): void {
    if (id === undefined) return;
    if (method === undefined) this.#waiting.get(id)?.({ id, ...message });
    else queueMicrotask(() => this.#send({ id, result: answers[method]?.(params?.uri ?? '') ?? null }));
  }

  tell(method: string, params: object): void {
    this.#send({ method, params });
  }

  async ask(method: string, params: object): Promise<unknown> {
    const id = ++this.#last;
    const { result, error } = await new Promise<Message>(resolve => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
    if (error) throw new Error(error.message);
    return result;
  }
}

describe('in a web worker', () => {
  let bundles: ReturnType<typeof buildBundles>;
  let worker: Worker;
  beforeAll(async () => {
    bundles = buildBundles('server');
    worker = new Worker(readFileSync(join(bundles.dist, 'server/web.js'), 'utf8'));
    await worker.ask('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
      initializationOptions: { settings: {}, trusted: true, host: 'browser' },
    });
    worker.tell('initialized', {});
  }, 120_000);
  afterAll(() => bundles?.remove());

  test('the ISMS is read', async () => {
    expect(await worker.ask(Methods.check, {})).toMatchObject({ files: expect.any(Number), unread: [] });
    expect(await worker.ask(Methods.ismsList, {})).toHaveLength(1);
  });

  test('every document is made in every format, and the readiness shown', async () => {
    const artefacts = (await worker.ask(Methods.artefacts, {})) as ArtefactEntry[];
    const made = artefacts.flatMap(({ id: artefact, formats }) =>
      formats.map(async ({ id: format }) => {
        const file = (await worker.ask(Methods.export, { artefact, format })) as { base64: string };
        return Buffer.from(file.base64, 'base64').length > 100 ? [] : [`${artefact} as ${format}`];
      }),
    );
    expect(made.length).toBeGreaterThan(20);
    expect((await Promise.all(made)).flat()).toEqual([]);
    expect(await worker.ask(Methods.readiness, {})).toMatchObject({ html: expect.stringContaining('Stage 2') });
  });
});
