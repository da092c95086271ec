/** The host of a browser, which asks the client for every file. */
import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { clientHost } from '../../server/session/client-host.ts';
import { localDate } from '../../src/workspace/local-date.ts';

/** A host whose questions are answered when a test says so. */
function asking() {
  const waiting: { uri: string; answer(value: unknown): void; fail(): void }[] = [];
  let told = 0;
  const sendRequest = (_method: string, { uri }: { uri: string }): Promise<unknown> =>
    new Promise((answer, reject) => waiting.push({ uri, answer, fail: () => reject(new Error('gone')) }));
  const host = clientHost({ sendRequest } as unknown as Connection, () => {
    told++;
  });
  const answer = async (value: unknown): Promise<void> => {
    for (const question of waiting.splice(0)) question.answer(value);
    await new Promise(resolve => setImmediate(resolve));
  };
  return { host, waiting, answer, told: () => told };
}

const uri = 'file:///w/evidence.pdf';

describe('whether a file exists', () => {
  it('is not known until it is answered, and told once for many', async () => {
    const { host, answer, told } = asking();
    expect([host.fileExists(uri), host.fileExists(`${uri}2`), host.fileExists(uri)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await answer(false);
    expect([host.fileExists(uri), host.fileExists(`${uri}2`)]).toEqual([false, false]);
    expect(told()).toBe(1);
  });

  it('is asked again when files have changed, and stays what it was until then', async () => {
    const { host, waiting, answer, told } = asking();
    host.fileExists(uri);
    await answer(false);
    host.filesChanged?.([uri]);
    expect(host.fileExists(uri)).toBe(false);
    expect(waiting).toHaveLength(1);
    await answer(true);
    expect(host.fileExists(uri)).toBe(true);
    expect(told()).toBe(2);
    host.filesChanged?.([]);
    host.fileExists(uri);
    await answer(true);
    expect(told()).toBe(2);
  });

  it('is not known where the client may not say, and asked again where it fails', async () => {
    const { host, waiting, answer, told } = asking();
    host.fileExists(uri);
    await answer(null);
    expect(host.fileExists(uri)).toBeUndefined();
    host.filesChanged?.([]);
    host.fileExists(uri);
    for (const question of waiting.splice(0)) question.fail();
    await new Promise(resolve => setImmediate(resolve));
    host.fileExists(uri);
    expect(waiting).toHaveLength(1);
    expect(told()).toBe(0);
  });
});

describe('the date of a moment', () => {
  it.each([
    [new Date(2026, 0, 1, 0, 0, 0), '2026-01-01'],
    [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
    [new Date(2024, 1, 29, 12), '2024-02-29'],
  ])('%s is that of the clock on the wall: %s', (moment, date) => expect(localDate(moment)).toBe(date));
});

describe('the bytes of a file', () => {
  it('are those that the client sends, or its reason', async () => {
    const { host, answer } = asking();
    const read = () => host.readBytes?.(uri, 'file:///w', 10);
    const whole = read();
    await answer({ base64: 'AQL/' });
    expect(await whole).toEqual({ bytes: Uint8Array.from([1, 2, 255]) });
    const none = read();
    await answer(null);
    expect(await none).toEqual({ reason: 'there is no such file' });
    const why = read();
    await answer({ reason: 'it is a folder' });
    expect(await why).toEqual({ reason: 'it is a folder' });
  });
});
