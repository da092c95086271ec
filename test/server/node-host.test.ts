/** What the server reads itself, and what it leaves alone in a workspace that nobody trusts. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../server/session/node-host.ts';
import { uriOfPath } from '../../src/node/files.ts';
import { folderWith } from '../cli/isms.ts';

const elsewhere = folderWith({ 'secret.isms': 'role Secret "S" {\n}\n', 'isms.isms': 'isms E "E" {\n}\n' });
const folder = folderWith({ 'a.isms': '', 'evidence/x.pdf': '', 'isms.isms': 'isms A "A" {\n}\n' });
writeFileSync(join(folder, 'latin.isms'), new Uint8Array([0xfc]));
symlinkSync(join(elsewhere, 'secret.isms'), join(folder, 'out.isms'));
symlinkSync(elsewhere, join(folder, 'away'));
symlinkSync(join(folder, 'a.isms'), join(folder, 'in.isms'));
const at = (path: string): string => uriOfPath(join(folder, path));

const host = (trusted: boolean, folders: readonly string[] = [uriOfPath(folder)]) =>
  nodeHost({ folders: () => folders, isTrusted: () => trusted, onAnswer: () => {} });

test('links out of a workspace are followed only where it is trusted', async () => {
  const names = async (trusted: boolean): Promise<string[]> =>
    (await host(trusted).findFiles(uriOfPath(folder))).uris.map(uri => uri.slice(uriOfPath(folder).length + 1));
  expect(await names(true)).toEqual(['a.isms', 'in.isms', 'isms.isms', 'latin.isms', 'out.isms']);
  expect(await names(false)).toEqual(['a.isms', 'in.isms', 'isms.isms', 'latin.isms']);
  expect(await host(true).readFile(at('out.isms'))).toHaveProperty('text');
  for (const uri of [at('out.isms'), at('away/secret.isms'), uriOfPath(join(elsewhere, 'secret.isms'))]) {
    expect(await host(false).readFile(uri)).toBeUndefined();
    expect(host(false).fileExists(uri)).toBeUndefined();
  }
  expect(await host(false).enclosingIsms?.(uriOfPath(folder))).toBeUndefined();
});

test('links are named as the workspace names what they lead to', async () => {
  const linked = join(folderWith({}), 'link');
  symlinkSync(folder, linked);
  const { links } = await host(true, [uriOfPath(linked)]).findFiles(uriOfPath(linked));
  expect(links?.get(uriOfPath(join(linked, 'in.isms')))).toBe(uriOfPath(join(linked, 'a.isms')));
});

describe('a file', () => {
  test.each([
    ['evidence/x.pdf', true],
    ['evidence', false],
    ['nothing.pdf', false],
    [`${'x'.repeat(300)}.pdf`, false],
    ['a.isms/x', false],
  ])('%s is there: %s', (path, there) => expect(host(true).fileExists(at(path))).toBe(there));

  test('elsewhere than on disk has no answer, and none fails', async () => {
    for (const uri of ['memfs:/x', `${uriOfPath(folder)}/%FF.isms`, 'file://server/share/x', 'untitled:x']) {
      expect(host(true).fileExists(uri)).toBeUndefined();
      expect(await host(true).readFile(uri)).toBeUndefined();
    }
    expect(await host(true).readFile(at('latin.isms'))).toEqual({ reason: 'it is not UTF-8 text; save it as UTF-8' });
    expect(await host(true).readFile(at('gone.isms'))).toBeUndefined();
  });
});
