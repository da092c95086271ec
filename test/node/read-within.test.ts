import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { uriOfPath } from '../../src/node/files.ts';
import { readWithin } from '../../src/node/read-within.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isms-within-'));
  mkdirSync(join(folder, 'isms/pictures'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const mebibyte = 1024 * 1024;
const read = (name: string) =>
  readWithin(uriOfPath(join(folder, 'isms', name)), uriOfPath(join(folder, 'isms')), mebibyte);
const write = (name: string, length = 3): void => writeFileSync(join(folder, name), Buffer.alloc(length, 7));

test('reads the bytes of a file, also through a link that stays within', async () => {
  write('isms/pictures/logo.png');
  symlinkSync('pictures/logo.png', join(folder, 'isms/link.png'));
  for (const name of ['pictures/logo.png', 'link.png'])
    expect(await read(name)).toEqual({ bytes: Uint8Array.from([7, 7, 7]) });
});

test('finds a name whatever form its accent has', async () => {
  write(`isms/${'Größe.png'.normalize('NFD')}`);
  expect(await read('Größe.png'.normalize('NFC'))).toHaveProperty('bytes');
});

test('reads as much as is allowed, and not a byte more', async () => {
  write('isms/most.png', mebibyte);
  write('isms/more.png', mebibyte + 1);
  expect(await read('most.png')).toHaveProperty('bytes');
  expect(await read('more.png')).toEqual({ reason: 'it is larger than 1 MiB' });
});

test('follows no link out, neither its own nor that of a folder on the way', async () => {
  write('logo.png');
  symlinkSync('../logo.png', join(folder, 'isms/link.png'));
  symlinkSync('..', join(folder, 'isms/up'));
  for (const name of ['link.png', 'up/logo.png', '../logo.png'])
    expect(await read(name)).toEqual({ reason: expect.stringContaining('leads out of the folder of the ISMS') });
});

test('says why something is no file', async () => {
  mkdirSync(join(folder, 'isms/folder.png'));
  execFileSync('mkfifo', [join(folder, 'isms/pipe.png')]);
  symlinkSync('nowhere.png', join(folder, 'isms/dangling.png'));
  expect(await read('folder.png')).toEqual({ reason: 'it is a folder' });
  expect(await read('pipe.png')).toEqual({ reason: 'it is a pipe or a device, not a file' });
  for (const name of ['dangling.png', 'missing.png'])
    expect(await read(name)).toEqual({ reason: 'there is no such file' });
});
