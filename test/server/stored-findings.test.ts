import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Saying, saying } from '../../src/wording/wording.ts';
import type { FindingsStore } from '../../src/workspace/store/store.ts';
import { Client, type ClientOptions } from './client.ts';

const isms = 'file:///w/isms.isms';
const soa = 'file:///w/soa.isms';
const risks = 'file:///w/risks.isms';
const log = 'file:///w/log.txt';

const files = {
  [isms]: 'isms Acme "Acme" {\n  organization: "Acme"\n}\nrole Ceo "CEO" { top-management }\n',
  [soa]: 'control A.8.13 "Information backup" {\n  applicable: no\n  justification: "None"\n}\n',
  [risks]: 'risk R-1 "Loss" {\n  owner: Ceo\n  controls: A.8.13\n}\nevidence E-1 "Log" {\n  file: "log.txt"\n}\n',
};

/** A store in memory. */
class Memory implements FindingsStore {
  readonly entries = new Map<string, string>();

  hash(): ReturnType<FindingsStore['hash']> {
    const hash = createHash('sha256');
    return { update: text => void hash.update(text), digest: () => hash.digest('hex') };
  }

  async read(key: string): Promise<string | undefined> {
    return this.entries.get(key);
  }

  async write(key: string, text: string): Promise<void> {
    this.entries.set(key, text);
  }

  /** The entries, once there are so many. */
  async holds(count: number): Promise<string[]> {
    for (let tries = 0; this.entries.size < count && tries < 3_000; tries++) await wait(10);
    expect(this.entries.size).toBe(count);
    return [...this.entries.values()];
  }
}

const wait = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Only at the end, so that a test decides when. */
const atEnd = { afterLoad: 3_600_000, afterChange: 3_600_000 };

let store: Memory;
let client: Client | undefined;
beforeEach(() => {
  store = new Memory();
});
afterEach(() => client?.stop());

const start = async (some: Readonly<Record<string, string>> = files, options: ClientOptions = {}): Promise<Client> => {
  client = await Client.start(some, { store, keepingDelays: atEnd, ...options });
  return client;
};

const stop = async (): Promise<void> => {
  await client?.stop();
  client = undefined;
};

/** What a client shows in the end: no diagnostics is the same as never having had any. */
const shown = ({ diagnostics }: Client) => new Map([...diagnostics].filter(([, found]) => found.length).sort());

/** What is shown without a store. */
async function truth(some: Readonly<Record<string, string>> = files): Promise<ReturnType<typeof shown>> {
  const other = await Client.start(some);
  const found = shown(other);
  await other.stop();
  return found;
}

const findings = ({ statuses }: Client): string[] => statuses.map(status => status.findings);

describe('a second start', () => {
  test('publishes what was found before anything is checked, and nothing again', async () => {
    await start();
    expect(client && findings(client)).toEqual(['checked']);
    await stop();
    const second = await start();
    expect(findings(second)).toEqual(['stored', 'checked']);
    const [stored, checked] = second.statuses;
    expect(new Set(second.published.slice(0, stored?.after).map(({ uri }) => uri))).toEqual(
      new Set(Object.keys(files)),
    );
    expect(checked?.after).toBe(stored?.after);
    expect(shown(second)).toEqual(await truth());
  });

  test.each<[string, Readonly<Record<string, string>>, ClientOptions]>([
    ['of other texts', { ...files, [soa]: `${files[soa]}\n` }, {}],
    ['of more files', { ...files, 'file:///w/new.isms': '' }, {}],
    ['where an evidence file has come', { ...files, [log]: '' }, {}],
    ['on another day', files, { today: '2026-06-02' }],
    ['with other settings', files, { settings: { preset: 'draft' } }],
  ])('%s takes nothing, and keeps what it finds', async (_, others, options) => {
    await start();
    await stop();
    const second = await start(others, options);
    expect(findings(second)).toEqual(['checked']);
    await stop();
    expect(findings(await start(others, options))).toEqual(['stored', 'checked']);
  });

  test('of a server that is told of no storage takes and keeps nothing', async () => {
    await start();
    await stop();
    client = await Client.start(files, {});
    expect(findings(client)).toEqual(['checked']);
  });

  test('ends with the truth where what was kept is wrong, and keeps that', async () => {
    await start();
    await stop();
    const [[key, entry] = ['', '']] = store.entries;
    // One file loses its findings, another gets a finding that it has not, a third another message.
    const lines = entry
      .split('\n')
      .slice(1)
      .map(line => JSON.parse(line) as { file: number; found: { message: Saying }[] });
    const [first, second, third] = lines;
    expect([first, second, third].every(line => line?.found.length)).toBe(true);
    second?.found.push(...(first?.found ?? []));
    if (third?.found[0]) third.found[0].message = saying('something else');
    await store.write(key, [entry.split('\n')[0], JSON.stringify(second), JSON.stringify(third)].join('\n'));
    const healed = await start();
    expect(findings(healed)).toEqual(['stored', 'checked']);
    expect(healed.published.flatMap(({ messages }) => messages)).toContain('something else');
    expect(shown(healed)).toEqual(await truth());
    await stop();
    expect(store.entries.get(key)).toBe(entry);
  });

  test.each([
    ['nothing', ''],
    ['no entry', '{"dates":[]}'],
    [
      'a question that cannot be asked',
      '{"dates":[null,null,null],"there":["file://%zz/%2F"],"missing":[],"unknown":[]}',
    ],
  ])('finds its way where the store holds %s', async (_, text) => {
    await start();
    await stop();
    for (const key of store.entries.keys()) await store.write(key, text);
    const second = await start();
    expect(findings(second)).toEqual(['checked']);
    expect(shown(second)).toEqual(await truth());
  });

  test('fails neither to load nor to end where nothing can be written', async () => {
    store.write = () => Promise.reject(new Error('read-only'));
    const first = await start();
    expect(shown(first)).toEqual(await truth());
    await stop();
    expect(findings(await start())).toEqual(['checked']);
  });
});

describe('an open document', () => {
  const messagesOf = (some: ReturnType<typeof shown>, uri: string): string[] =>
    (some.get(uri) ?? []).map(({ message }) => String(message));

  /** A second start whose files are read when the document is open with this text. */
  async function startWith(text: string): Promise<Client> {
    await start();
    await stop();
    let open: () => void = () => {};
    const gate = new Promise<void>(resolve => {
      open = resolve;
    });
    const second = await start(files, { gate });
    await second.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: soa, languageId: 'isms', version: 7, text },
    });
    await wait(20);
    open();
    await second.settled();
    return second;
  }

  test('that is as on disk is given what was kept', async () => {
    const second = await startWith(files[soa]);
    const [stored] = second.statuses;
    expect(stored?.findings).toBe('stored');
    const early = second.published.slice(0, stored?.after).filter(({ uri }) => uri === soa);
    expect(early.at(-1)).toEqual({ uri: soa, version: 7, messages: messagesOf(await truth(), soa) });
    expect(second.published.slice(stored?.after)).toEqual([]);
  });

  test('that has another text is not: only others are, and all is right in the end', async () => {
    const text = `${files[soa]}asset A "A" { owner: Nobody }\n`.replace('no\n', 'yes\n');
    const right = await truth({ ...files, [soa]: text });
    const second = await startWith(text);
    expect(findings(second)).toEqual(['stored', 'checked']);
    const wrong = messagesOf(await truth(), soa).filter(message => !messagesOf(right, soa).includes(message));
    expect(wrong).not.toEqual([]);
    const told = second.published.filter(({ uri }) => uri === soa).flatMap(({ messages }) => messages);
    expect(told.filter(message => wrong.includes(message))).toEqual([]);
    const early = second.published.slice(0, second.statuses[0]?.after).map(({ uri }) => uri);
    expect(early).toContain(risks);
    expect(shown(second)).toEqual(right);
    // What is not saved is not kept.
    await stop();
    expect(store.entries.size).toBe(1);
  });
});

describe('findings are kept', () => {
  const soon = { afterLoad: 1, afterChange: 30 };

  test('after reading, and again when an edit has been saved and nothing changes for a while', async () => {
    const first = await start(files, { keepingDelays: soon });
    await store.holds(1);
    await first.open(soa);
    await first.change(soa, [1, 14], [1, 16], 'yes');
    await wait(100);
    // Not saved yet.
    await store.holds(1);
    const text = files[soa].replace('applicable: no', 'applicable: yes');
    first.files.set(soa, text);
    await first.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: soa, type: 2 }] });
    await store.holds(2);
    await stop();
    const after = { ...files, [soa]: text };
    const second = await start(after);
    expect(findings(second)).toEqual(['stored', 'checked']);
    expect(second.statuses[1]?.after).toBe(second.statuses[0]?.after);
    expect(shown(second)).toEqual(await truth(after));
  });

  test('not while files are still being read', async () => {
    let open: () => void = () => {};
    const gate = new Promise<void>(resolve => {
      open = resolve;
    });
    const first = await start(files, {
      gate,
      gated: risks,
      keepingDelays: { afterLoad: 3_600_000, afterChange: 0 },
    });
    for (const version of [1, 2]) {
      await first.connection.sendNotification(version === 1 ? 'textDocument/didOpen' : 'textDocument/didChange', {
        textDocument: { uri: soa, languageId: 'isms', version, text: files[soa] },
        contentChanges: [{ text: files[soa] }],
      });
    }
    await wait(50);
    expect(store.entries.size).toBe(0);
    open();
    await first.settled();
  });

  test('the same bytes, whatever has happened before', async () => {
    const first = await start();
    await first.open(soa);
    await first.change(soa, [1, 14], [1, 16], 'yes');
    await first.change(soa, [1, 14], [1, 17], 'no');
    await stop();
    const [edited] = await store.holds(1);
    store.entries.clear();
    await start();
    await stop();
    expect((await store.holds(1))[0]).toBe(edited);
  });
});
