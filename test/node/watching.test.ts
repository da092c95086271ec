/** Changes of an ISMS's files are told, wherever they happen, and nothing else. Each wait ends with what it waits for. */
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type Watching, type WatchOptions, watchFiles } from '../../src/node/watching.ts';

const folders: string[] = [];
let watching: Watching | undefined;
afterEach(() => {
  watching?.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'isms-watch-')));
  folders.push(folder);
  mkdirSync(join(folder, 'risks/new'), { recursive: true });
  writeFileSync(join(folder, 'risks/a.isms'), 'risk R-1 {}\n');
  return folder;
}

/** Watches a folder; `next` resolves when a change is told after it was called. */
async function follow(folder: string, options: WatchOptions = {}) {
  let told = (): void => {};
  let count = 0;
  const next = (): Promise<void> =>
    new Promise(resolve => {
      told = resolve;
    });
  watching = await watchFiles(
    folder,
    () => {
      count++;
      told();
    },
    { delay: 5, ...options },
  );
  return { next, count: () => count };
}

const changes: Readonly<Record<string, (folder: string) => void>> = {
  'a source is written': folder => writeFileSync(join(folder, 'risks/a.isms'), 'risk R-2 {}\n'),
  'a source comes': folder => writeFileSync(join(folder, 'risks/new/b.isms'), ''),
  'a source goes': folder => rmSync(join(folder, 'risks/a.isms')),
  'a source is replaced, as editors do': folder => {
    writeFileSync(join(folder, 'risks/a.tmp'), 'risk R-3 {}\n');
    renameSync(join(folder, 'risks/a.tmp'), join(folder, 'risks/a.isms'));
  },
  'a folder with sources comes': folder => {
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    writeFileSync(join(folder, 'deep/er/c.isms'), '');
  },
  'a folder with sources goes': folder => rmSync(join(folder, 'risks'), { recursive: true }),
  'a folder is renamed': folder => renameSync(join(folder, 'risks'), join(folder, 'other')),
  'a configuration is written': folder => writeFileSync(join(folder, 'isms.config.json'), '{}'),
};

describe.each(Object.entries(changes))('%s', (_, change) => {
  test('is told', async () => {
    const folder = newFolder();
    const { next } = await follow(folder);
    const news = next();
    change(folder);
    await news;
  });

  test('is told where the system watches nothing', async () => {
    const folder = newFolder();
    const watch = (): never => {
      throw Object.assign(new Error('no more watches'), { code: 'ENOSPC' });
    };
    // Looked at more often than it is waited for.
    const { next } = await follow(folder, { watch, interval: 5, delay: 50 });
    const news = next();
    change(folder);
    await news;
  });
});

test('a folder that came later is watched too', async () => {
  const folder = newFolder();
  const { next } = await follow(folder);
  let news = next();
  mkdirSync(join(folder, 'later'));
  writeFileSync(join(folder, 'later/d.isms'), '');
  await news;
  news = next();
  writeFileSync(join(folder, 'later/d.isms'), 'risk R-4 {}\n');
  await news;
});

test('what a link leads to is watched where it lies', async () => {
  const [folder, elsewhere] = [newFolder(), newFolder()];
  symlinkSync(join(elsewhere, 'risks/a.isms'), join(folder, 'linked.isms'));
  const { next } = await follow(folder);
  const news = next();
  writeFileSync(join(elsewhere, 'risks/a.isms'), 'risk R-5 {}\n');
  await news;
});

test('other files and hidden ones are nobody’s news', async () => {
  const folder = newFolder();
  const told: ((name: string | null) => void)[] = [];
  const watch: WatchOptions['watch'] = (_, tell) => {
    told.push(tell);
    return Object.assign(new EventEmitter(), { close: () => {} });
  };
  const { next, count } = await follow(folder, { watch });
  const news = next();
  for (const name of ['report.html', '.isms-1.tmp', 'node_modules', 'risks']) told[0]?.(name);
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(count()).toBe(0);
  told[0]?.('a.isms');
  told[0]?.('b.isms');
  await news;
  expect(count()).toBe(1);
});

test('a folder whose watch fails is looked at from then on, and the others are watched as before', async () => {
  const folder = newFolder();
  const watchers = new Map<string, EventEmitter>();
  const watch: WatchOptions['watch'] = path => {
    const watcher = Object.assign(new EventEmitter(), { close: () => {} });
    watchers.set(path, watcher);
    return watcher;
  };
  const { next } = await follow(folder, { watch, interval: 5, delay: 50 });
  let news = next();
  watchers.get(join(folder, 'risks'))?.emit('error', new Error('EPERM'));
  await news;
  news = next();
  writeFileSync(join(folder, 'risks/a.isms'), 'risk R-6 { likelihood: likely }\n');
  await news;
});
