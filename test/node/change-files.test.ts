import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { changeFiles, disk, type FileChange, type FileSystem } from '../../src/node/change-files.ts';
import { fileReason } from '../../src/node/file-reason.ts';
import type { WriteError } from '../../src/node/files.ts';

const root = mkdtempSync(join(tmpdir(), 'isms-change-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Tree = Readonly<Record<string, string>>;

function folderOf(files: Tree): string {
  const folder = mkdtempSync(join(root, 'x-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Everything in a folder: the text of each file, and each folder with a slash at its end. */
function treeOf(folder: string, below = ''): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(join(folder, below)).map(name => {
      const path = `${below}${name}`;
      return lstatSync(join(folder, path)).isDirectory()
        ? { [`${path}/`]: '', ...treeOf(folder, `${path}/`) }
        : { [path]: readFileSync(join(folder, path), 'utf8') };
    }),
  );
}

const mark = '\uFEFF';
const old: Tree = { 'a.isms': 'a\r\n', 'b.isms': `${mark}b\n`, 'sub/c.isms': 'c\n', 'd.isms': 'd\n' };
/** One change of each sort: a text in the place of another, one behind a mark, a file less, files more, in new folders too. */
const wanted: readonly (readonly [path: string, before: string | undefined, after: string | undefined])[] = [
  ['a.isms', 'a\r\n', 'A\r\n'],
  ['new.isms', undefined, 'n\n'],
  ['b.isms', 'b\n', 'B\n'],
  ['sub/c.isms', 'c\n', undefined],
  ['deep/er/e.isms', undefined, 'e\n'],
  ['deep/f.isms', undefined, 'f\n'],
];
const now: Tree = {
  'a.isms': 'A\r\n',
  'b.isms': `${mark}B\n`,
  'd.isms': 'd\n',
  'new.isms': 'n\n',
  'sub/': '',
  'deep/': '',
  'deep/er/': '',
  'deep/er/e.isms': 'e\n',
  'deep/f.isms': 'f\n',
};
const changesIn = (folder: string): FileChange[] =>
  wanted.map(([path, before, after]) => ({ path: join(folder, path), before, after }));

const failure = (folder: string, changes: readonly FileChange[], files?: FileSystem): WriteError | undefined => {
  try {
    changeFiles(() => folder, changes, files);
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'ISMS_NOT_WRITTEN' });
    return error as WriteError;
  }
};

/** The end of this turn, until which signals are held back. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** A file system that does something at each step, which is told its number and what it is. */
const watched = (step: (count: number, name: keyof FileSystem, run: () => unknown) => unknown): FileSystem => {
  let count = 0;
  return new Proxy(disk, {
    get:
      (target, name: keyof FileSystem) =>
      (...args: unknown[]) =>
        step(count++, name, () => Reflect.apply(target[name], target, args)),
  });
};

const broken = (): Error => Object.assign(new Error('broken'), { code: 'EIO' });

const stepsOf = (): number => {
  const folder = folderOf(old);
  let steps = 0;
  changeFiles(
    () => folder,
    changesIn(folder),
    watched((count, _, run) => {
      steps = count + 1;
      return run();
    }),
  );
  return steps;
};

test('changes, makes and deletes; marks, permissions and what else lies there stay', () => {
  const folder = folderOf(old);
  chmodSync(join(folder, 'a.isms'), 0o640);
  expect(changeFiles(() => folder, changesIn(folder))).toEqual([]);
  expect(treeOf(folder)).toEqual(now);
  expect(statSync(join(folder, 'a.isms')).mode & 0o777).toBe(0o640);
});

describe('a fault', () => {
  const steps = stepsOf();

  test('there are many steps at which something can fail', () => {
    expect(steps).toBeGreaterThan(40);
  });

  test.each([
    ['before it is done', false],
    ['after it was done', true],
  ])('at any one step, %s, leaves all as it was or all as it is to be', async (_, isDone) => {
    for (let at = 0; at < steps; at++) {
      const folder = folderOf(old);
      const files = watched((count, _name, run) => {
        if (count !== at) return run();
        if (isDone) run();
        throw broken();
      });
      const error = failure(folder, changesIn(folder), files);
      const { ...tree } = treeOf(folder);
      // At the very end only a file of its own can be left, hidden and told.
      for (const path of Object.keys(tree)) if (path.includes('.isms-')) delete tree[path];
      expect([at, tree]).toEqual([at, error ? { ...old, 'sub/': '' } : now]);
      expect(error?.left ?? []).toEqual([]);
      await turn();
    }
  });

  test('that lasts is told: exactly what could not be taken back, with the former texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(steps - 1),
        fc.uniqueArray(
          fc.constantFrom<keyof FileSystem>('rename', 'remove', 'read', 'writeNew', 'lookAt', 'makeFolder'),
          {
            minLength: 1,
          },
        ),
        async (from, names) => {
          await turn();
          const folder = folderOf(old);
          const files = watched((count, name, run) => {
            if (count >= from && names.includes(name)) throw broken();
            return run();
          });
          const error = failure(folder, changesIn(folder), files);
          const tree = treeOf(folder);
          if (!error) {
            for (const path of Object.keys(tree)) if (path.includes('.isms-')) delete tree[path];
            expect(tree).toEqual(now);
            return;
          }
          const left = error.left.map(path => path.slice(folder.length + 1));
          for (const [path, before, after] of wanted) {
            const is = tree[path]?.replace(mark, '');
            if (!left.includes(path)) expect([path, is]).toEqual([path, before]);
            // What cannot even be looked at may be as it was; what is told is told to be on the safe side.
            else expect([before, after]).toContain(is);
          }
          const texts = error.backups.map(path => readFileSync(path, 'utf8').replace(mark, ''));
          for (const [path, before] of wanted)
            if (left.includes(path) && before !== undefined) expect(texts).toContain(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('whoever changes a file meanwhile loses nothing, and the rest is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(steps - 1), fc.constantFrom(...wanted.map(([path]) => path)), async (at, path) => {
        await turn();
        const folder = folderOf(old);
        let isChanged = false;
        const files = watched((count, name, run) => {
          if (!isChanged && count >= at && (name === 'read' || name === 'writeNew')) {
            isChanged = true;
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), 'theirs');
          }
          return run();
        });
        const error = failure(folder, changesIn(folder), files);
        if (!isChanged) return;
        const tree = treeOf(folder);
        if (!error) {
          expect(tree).toEqual({ ...now, [path]: 'theirs', ...(path.startsWith('sub') && { 'sub/': '' }) });
          return;
        }
        expect(tree[path]).toBe('theirs');
        for (const [other, text] of Object.entries(old)) if (other !== path) expect(tree[other]).toBe(text);
        for (const [other, before] of wanted)
          if (other !== path && before === undefined) expect(tree[other]).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});

describe('nothing is changed', () => {
  const tried = (folder: string, change: FileChange): string => {
    const before = treeOf(folder);
    const error = failure(folder, [...changesIn(folder), change]);
    expect(treeOf(folder)).toEqual(before);
    return error ? fileReason(error.cause) : 'it was done';
  };

  test('where something lies in the place of a new file', () => {
    const folder = folderOf(old);
    expect(tried(folder, { path: join(folder, 'd.isms'), before: undefined, after: 'x' })).toBe(
      'something of this name is there already',
    );
  });

  test('where a file is another one by now, or gone', () => {
    const folder = folderOf(old);
    const reason = 'it has changed since it was read; run the command again';
    expect(tried(folder, { path: join(folder, 'd.isms'), before: 'other', after: 'x' })).toBe(reason);
    expect(tried(folder, { path: join(folder, 'gone.isms'), before: 'g', after: undefined })).toBe(reason);
  });

  test.runIf(process.platform !== 'win32')('through a link out of the folder, nor by deleting a link', () => {
    const elsewhere = folderOf({ 'x.isms': 'x' });
    const folder = folderOf(old);
    symlinkSync(join(elsewhere, 'x.isms'), join(folder, 'link.isms'));
    symlinkSync(elsewhere, join(folder, 'out'));
    symlinkSync('d.isms', join(folder, 'within.isms'));
    const reason = /^it is a link/;
    const at = (path: string, before: string | undefined, after: string | undefined) =>
      tried(folder, { path: join(folder, path), before, after });
    // The tree follows links, so that the file elsewhere is compared too.
    rmSync(join(folder, 'out'));
    expect(at('link.isms', 'x', 'y')).toMatch(reason);
    expect(at('within.isms', 'd\n', undefined)).toMatch(reason);
    symlinkSync(elsewhere, join(folder, 'out'));
    expect(failure(folder, [{ path: join(folder, 'out/new.isms'), before: undefined, after: 'n' }])).toBeDefined();
    expect(readdirSync(elsewhere)).toEqual(['x.isms']);
  });

  test.runIf(process.platform !== 'win32')('a link within the folder stays one, and its file changes', () => {
    const folder = folderOf(old);
    symlinkSync('d.isms', join(folder, 'within.isms'));
    changeFiles(() => folder, [{ path: join(folder, 'within.isms'), before: 'd\n', after: 'D\n' }]);
    expect(lstatSync(join(folder, 'within.isms')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'd.isms'), 'utf8')).toBe('D\n');
  });
});
