import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findIsmsFiles,
  readText,
  uriExists,
  uriOfPath,
  WriteError,
  writeNewFiles,
  writeWhole,
} from '../../src/node/files.ts';
import { folderWith } from '../cli/isms.ts';

const found = async (folder: string): Promise<string[]> =>
  (await findIsmsFiles(folder)).paths.map(path => relative(folder, path));

describe('finding files', () => {
  test('takes sources, configuration and lock files; leaves out what is hidden or installed', async () => {
    const folder = folderWith({
      'b.isms': '',
      'a/isms.config.json': '',
      'a/isms.lock.json': '',
      'a/other.json': '',
      'Z.isms': '',
      '.hidden/x.isms': '',
      '.x.isms': '',
      'node_modules/p/x.isms': '',
      'a/node_modules/x.isms': '',
      'x.isms.bak': '',
    });
    expect(await found(folder)).toEqual(['Z.isms', 'a/isms.config.json', 'a/isms.lock.json', 'b.isms']);
  });

  test('follows no link to a folder, so circles end', async () => {
    const folder = folderWith({ 'a/x.isms': '' });
    symlinkSync(folder, join(folder, 'a/circle'));
    symlinkSync('nowhere', join(folder, 'dangling.isms'));
    expect(await found(folder)).toEqual(['a/x.isms']);
  });

  test('says where links to files lead', async () => {
    const elsewhere = folderWith({ 'shared.isms': '' });
    const folder = folderWith({ 'x.isms': '' });
    symlinkSync(join(elsewhere, 'shared.isms'), join(folder, 'shared.isms'));
    symlinkSync(join(folder, 'x.isms'), join(folder, 'again.isms'));
    const { paths, links } = await findIsmsFiles(folder);
    expect(paths).toEqual(['again.isms', 'shared.isms', 'x.isms'].map(name => join(folder, name)));
    expect(links).toEqual(
      new Map([
        [join(folder, 'shared.isms'), join(elsewhere, 'shared.isms')],
        [join(folder, 'again.isms'), join(folder, 'x.isms')],
      ]),
    );
  });

  test('takes no folder for a file', async () => {
    const folder = folderWith({ 'x.isms/y.isms': '' });
    expect(await found(folder)).toEqual(['x.isms/y.isms']);
  });

  test('names a folder that cannot be looked into, and finds the rest', async () => {
    const nowhere = join(folderWith({}), 'nowhere');
    expect((await findIsmsFiles(nowhere)).unread).toMatchObject([{ path: nowhere, error: { code: 'ENOENT' } }]);
  });

  test('finds what is named like a source and is none, so that reading it says what it is', async () => {
    const folder = folderWith({ 'a.isms': '' });
    execFileSync('mkfifo', [join(folder, 'pipe.isms')]);
    symlinkSync('circle.isms', join(folder, 'circle.isms'));
    expect(await found(folder)).toEqual(['a.isms', 'circle.isms', 'pipe.isms']);
    await expect(readText(join(folder, 'pipe.isms'))).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    await expect(readText(join(folder, 'circle.isms'))).rejects.toMatchObject({ code: 'ELOOP' });
  });
});

describe('reading', () => {
  test('leaves the byte order mark away', async () => {
    const folder = folderWith({ 'x.isms': '\uFEFFrole Ä' });
    expect(await readText(join(folder, 'x.isms'))).toBe('role Ä');
  });

  test.each([
    ['UTF-16', Buffer.from('\uFEFFrole A', 'utf16le')],
    ['Latin-1', Buffer.from('role "Ä"', 'latin1')],
  ])('refuses %s', async (_, bytes) => {
    const folder = folderWith({ 'x.isms': bytes });
    await expect(readText(join(folder, 'x.isms'))).rejects.toMatchObject({ code: 'NOT_TEXT' });
  });
});

describe('writing', () => {
  test('replaces a file and keeps its permissions', async () => {
    const file = join(folderWith({ 'x.csv': 'old' }), 'x.csv');
    chmodSync(file, 0o640);
    await writeWhole(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('puts a new file in the place of the old one: who reads the old one reads on', async () => {
    const folder = folderWith({ 'x.csv': 'old' });
    linkSync(join(folder, 'x.csv'), join(folder, 'reader'));
    await writeWhole(join(folder, 'x.csv'), 'new');
    expect(readFileSync(join(folder, 'reader'), 'utf8')).toBe('old');
  });

  test('leaves a link a link', async () => {
    const folder = folderWith({ 'x.csv': 'old' });
    symlinkSync('x.csv', join(folder, 'link.csv'));
    await writeWhole(join(folder, 'link.csv'), 'new');
    expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe('new');
  });

  test('writes pieces in their order, each when the one before it is written', async () => {
    const folder = folderWith({});
    const sizes: number[] = [];
    async function* pieces(): AsyncGenerator<string | Uint8Array> {
      for (const piece of ['ä', new Uint8Array([0, 255]), '', 'end']) {
        const temporary = readdirSync(folder).find(name => name.endsWith('.tmp'));
        sizes.push(statSync(join(folder, temporary ?? '')).size);
        yield piece;
      }
    }
    await writeWhole(join(folder, 'x.bin'), pieces());
    expect([...readFileSync(join(folder, 'x.bin'))]).toEqual([0xc3, 0xa4, 0, 255, 0x65, 0x6e, 0x64]);
    expect(sizes).toEqual([0, 2, 4, 4]);
  });

  test('leaves nothing behind when it fails midway', async () => {
    const folder = folderWith({ 'x.csv': 'old' });
    function* broken(): Generator<string> {
      yield 'the first half';
      throw new Error('gone');
    }
    await expect(writeWhole(join(folder, 'x.csv'), broken())).rejects.toThrow('gone');
    await expect(writeWhole(join(folder, 'new.csv'), broken())).rejects.toThrow('gone');
    expect(readdirSync(folder)).toEqual(['.git', 'x.csv']);
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe('old');
  });

  test('refuses a folder and one that is not there', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'sub'));
    await expect(writeWhole(join(folder, 'sub'), '')).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(writeWhole(join(folder, 'no/x'), '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('writes to a device directly', async () => {
    const before = statSync('/dev/null').rdev;
    await writeWhole('/dev/null', 'gone');
    expect(statSync('/dev/null').rdev).toBe(before);
  });

  test('writes several new files or none', async () => {
    const folder = folderWith({ blocked: 'a file where a folder is needed' });
    const files = ['a.isms', 'sub/b.isms', 'blocked/c.isms'].map(path => ({ path: join(folder, path), text: path }));
    await expect(writeNewFiles(files)).rejects.toThrow(WriteError);
    expect(await found(folder)).toEqual([]);
    await writeNewFiles(files.slice(0, 2));
    expect(await found(folder)).toEqual(['a.isms', 'sub/b.isms']);
  });
});

test('existence is told by URI, undefined for what is no file', () => {
  const folder = folderWith({ 'a b/ü%.pdf': '' });
  expect(uriExists(uriOfPath(join(folder, 'a b/ü%.pdf')))).toBe(true);
  expect(uriExists(`${uriOfPath(folder)}/a%20b/%C3%BC%25.pdf`)).toBe(true);
  expect(uriExists(`${uriOfPath(folder)}/a%20b/../nothing`)).toBe(false);
  expect(uriExists('vscode-vfs://github/x')).toBeUndefined();
});
