import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reporterNames } from '../../src/cli/report/index.ts';
import { findingsStore } from '../../src/node/findings-store.ts';
import { exampleNames } from '../examples/files.ts';
import { folderWith, isms, only, type Run, type Surroundings } from './isms.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

const formats = reporterNames;

/** Code and output, which have to be the same whether they come from the store or not. */
const shown = ({ code, stdout, stderr }: Run) => ({ code, stdout, stderr });

describe.each(exampleNames())('%s', name => {
  test.each(formats)(
    'as %s: the same, byte for byte, without a store, when it is filled and when it is used',
    async format => {
      const cache = folderWith({});
      const argv = ['check', join(examples, name), '--format', format];
      const without = shown(await isms(argv));
      const miss = shown(await isms([...argv, '--cache', cache]));
      const hit = shown(await isms([...argv, '--cache', cache]));
      expect(miss).toEqual(without);
      expect(hit).toEqual(without);
      expect(entriesIn(cache)).toHaveLength(1);
    },
  );
});

const entriesIn = (cache: string): string[] => readdirSync(cache).filter(file => file.endsWith('.findings'));

const files = {
  'isms.config.json': only('soa/missing-justification', 'evidence/missing-file', 'soa/excluded-but-used'),
  'isms.lock.json': '{ "controls": {} }',
  'isms.isms': 'isms Small "Small" {\n}\n',
  'soa.isms': 'control A.5.1 { applicable: yes }\ncontrol A.8.13 { applicable: no justification: "none" }\n',
  'sub/evidence.isms': 'evidence E-1 "Log" {\n  file: "log.txt"\n}\nevidence E-2 "List" {\n  file: "../list.txt"\n}\n',
  'sub/log.txt': 'log',
};

/** Checks these files once, and exchanges what was kept for an entry without findings: whatever uses it finds nothing. */
async function withFalseEntry(
  argv: readonly string[] = ['.'],
  surroundings: Surroundings = {},
  content: Readonly<Record<string, string>> = files,
) {
  const cwd = folderWith(content);
  const check = (more: readonly string[] = [], others: Surroundings = {}): Promise<Run> =>
    isms(['check', ...argv, '--cache', '.cache', ...more], { cwd, ...surroundings, ...others });
  const truth = (more: readonly string[] = [], others: Surroundings = {}): Promise<Run> =>
    isms(['check', ...argv, ...more], { cwd, ...surroundings, ...others });
  const first = await check();
  expect(shown(first)).toEqual(shown(await truth()));
  expect(first.code).toBe(1);
  const cache = join(cwd, '.cache');
  const store = findingsStore(cache, 'test');
  const key = entriesIn(cache)[0]?.replace('.findings', '') ?? '';
  const [head = ''] = ((await store.read(key)) ?? '').split('\n');
  await store.write(key, head);
  const isUsed = async (more: readonly string[] = [], others: Surroundings = {}): Promise<boolean> => {
    const [found, right] = [await check(more, others), await truth(more, others)];
    if (found.stdout === right.stdout && found.code === right.code) return false;
    expect(found.stdout).toMatch(/^No findings in 3 files, as of 2026-06-01\. \d+ more findings switched off .*\.\n$/);
    expect(found.code).toBe(0);
    return true;
  };
  return { cwd, isUsed, cache };
}

describe('what was kept', () => {
  test('is used where nothing has changed', async () => {
    const { isUsed } = await withFalseEntry();
    expect(await isUsed()).toBe(true);
    expect(await isUsed()).toBe(true);
  });

  test.each([
    ['is used where the folder has moved', 'log.txt', 0],
    ['is not used where it has moved and a path climbs, perhaps to another file', '../list.txt', 1],
  ])('%s', async (_, path, code) => {
    const evidence = `evidence E-1 "Log" {\n  file: "${path}"\n}\n`;
    const { cwd, cache } = await withFalseEntry(['.'], {}, { ...files, 'sub/evidence.isms': evidence });
    const moved = join(folderWith({}), 'moved');
    cpSync(cwd, moved, { recursive: true });
    expect((await isms(['check', moved, '--cache', cache])).code).toBe(code);
  });

  test.each<[string, (cwd: string) => void]>([
    ['a text changes', cwd => writeFileSync(join(cwd, 'soa.isms'), `${files['soa.isms']}\n`)],
    ['a file comes', cwd => writeFileSync(join(cwd, 'sub/new.isms'), '')],
    ['a file goes', cwd => rmSync(join(cwd, 'sub/evidence.isms'))],
    ['a file gets another name', cwd => renameSync(join(cwd, 'soa.isms'), join(cwd, 'a.isms'))],
    ['a file moves', cwd => renameSync(join(cwd, 'soa.isms'), join(cwd, 'sub/soa.isms'))],
    ['the configuration changes', cwd => writeFileSync(join(cwd, 'isms.config.json'), `${files['isms.config.json']} `)],
    ['the configuration goes', cwd => rmSync(join(cwd, 'isms.config.json'))],
    ['another configuration comes', cwd => writeFileSync(join(cwd, 'sub/isms.config.json'), '{}')],
    ['the lock file changes', cwd => writeFileSync(join(cwd, 'isms.lock.json'), '{ "controls": { } }')],
    ['the lock file goes', cwd => rmSync(join(cwd, 'isms.lock.json'))],
    ['an evidence file comes', cwd => writeFileSync(join(cwd, 'list.txt'), '')],
    ['an evidence file goes', cwd => rmSync(join(cwd, 'sub/log.txt'))],
  ])('is not used if %s', async (_, change) => {
    const { cwd, isUsed } = await withFalseEntry();
    change(cwd);
    expect(await isUsed()).toBe(false);
    // And then what was found is kept, so that the next one has it: the same as the truth.
    expect(await isUsed()).toBe(false);
  });

  test.each<[string, readonly string[], Surroundings]>([
    ['as of another day', ['--as-of', '2026-06-02'], {}],
    ['on another day', [], { today: '2026-06-02' }],
    ['by another build', [], { build: 'another' }],
    ['with --fix', ['--fix'], {}],
  ])('is not used %s', async (_, more, surroundings) => {
    const { isUsed } = await withFalseEntry();
    expect(await isUsed(more, surroundings)).toBe(false);
    expect(await isUsed()).toBe(true);
  });

  test('is used on every day as of the same day', async () => {
    const { isUsed } = await withFalseEntry(['.', '--as-of', '2026-06-01']);
    expect(await isUsed([], { today: '2027-01-01' })).toBe(true);
  });

  test('is that of the whole ISMS, whichever part of it is asked for', async () => {
    const cwd = folderWith(files);
    for (const path of ['.', 'sub', 'soa.isms', 'sub/evidence.isms']) {
      for (const format of formats) {
        const argv = ['check', path, '--format', format];
        const without = shown(await isms(argv, { cwd }));
        expect(shown(await isms([...argv, '--cache', 'cache'], { cwd }))).toEqual(without);
        expect(shown(await isms([...argv, '--cache', 'cache'], { cwd }))).toEqual(without);
      }
    }
    expect(entriesIn(join(cwd, 'cache'))).toHaveLength(1);
  });
});

describe('the folder', () => {
  test('may hold damaged entries: they are written again', async () => {
    const cwd = folderWith(files);
    const argv = ['check', '--cache', 'cache'];
    const first = shown(await isms(argv, { cwd }));
    const entry = join(cwd, 'cache', entriesIn(join(cwd, 'cache'))[0] ?? '');
    const whole = readFileSync(entry);
    for (const content of ['', '{}', whole.subarray(0, -1), whole.toString().replace('A.5.1', 'A.5.2')]) {
      writeFileSync(entry, content);
      expect(shown(await isms(argv, { cwd }))).toEqual(first);
      expect(readFileSync(entry).equals(whole)).toBe(true);
    }
  });

  test('holds the same bytes after the same run', async () => {
    const cwd = folderWith(files);
    const contents = ['one', 'two'].map(async cache => {
      await isms(['check', '--cache', cache], { cwd });
      return readFileSync(join(cwd, cache, entriesIn(join(cwd, cache))[0] ?? ''), 'utf8');
    });
    const [one, two] = await Promise.all(contents);
    expect(one).toBe(two);
    // Nothing in it says where it was written.
    expect(one).not.toContain(cwd.slice(1).split('/').at(-1));
  });

  test('that cannot be written to is told, and changes neither findings nor exit code', async () => {
    const cwd = folderWith({ ...files, blocked: '' });
    const without = await isms(['check'], { cwd });
    const result = await isms(['check', '--cache', 'blocked'], { cwd });
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: without.code, stdout: without.stdout });
    expect(result.stderr).toMatch(/^isms: the findings were not kept in blocked: .+\.\n$/);
  });

  test('is filled by nothing that could not be checked', async () => {
    const cwd = folderWith({ ...files, 'bad.isms': new Uint8Array([0x69, 0xff, 0xfe]) });
    for (const _ of [1, 2]) {
      const result = await isms(['check', '--cache', 'cache'], { cwd });
      expect(result.code).toBe(1);
      expect(result.stderr).toContain('1 file or folder could not be read');
    }
    expect(readdirSync(cwd)).not.toContain('cache');
  });

  test('is left alone by a program that does not know which build it is', async () => {
    const cwd = folderWith(files);
    await isms(['check', '--cache', 'cache'], { cwd, build: '' });
    expect(readdirSync(cwd)).not.toContain('cache');
  });
});

test('a faulty configuration is reported from the store too', async () => {
  const cwd = folderWith({ ...files, 'isms.config.json': '{ "preset": "loud" }' });
  for (const format of formats) {
    const argv = ['check', 'sub', '--format', format];
    const without = shown(await isms(argv, { cwd }));
    expect(without.stdout).toContain('config/invalid');
    expect(shown(await isms([...argv, '--cache', 'cache'], { cwd }))).toEqual(without);
    expect(shown(await isms([...argv, '--cache', 'cache'], { cwd }))).toEqual(without);
  }
});
