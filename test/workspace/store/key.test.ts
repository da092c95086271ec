import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circumstances, keySteps } from '../../../src/workspace/store/key.ts';
import { atOnce, type KeyHash } from '../../../src/workspace/store/store.ts';

/** Instead of a hash, all that would be hashed: two keys are equal only if that is. */
const everything = (): KeyHash => {
  let all = '';
  return { update: text => void (all += text), digest: () => all };
};

type Files = Readonly<Record<string, string>>;

const keyOf = (files: Files, more: Partial<Circumstances> = {}): Promise<string> =>
  atOnce(
    keySteps(everything(), {
      uris: Object.keys(files).sort(),
      textOf: uri => files[uri] ?? '',
      settings: {},
      today: '2026-06-01',
      ...more,
    }),
  );

const files: Files = {
  'file:///w/isms.isms': 'isms Acme "Acme" {}\n',
  'file:///w/a/soa.isms': 'control A.5.1 {}\n',
  'file:///w/isms.config.json': '{}',
  'file:///w/isms.lock.json': '{ "controls": {} }',
};
const soa = 'file:///w/a/soa.isms';

const without = (uri: string): Files => Object.fromEntries(Object.entries(files).filter(([other]) => other !== uri));

describe('the key differs', () => {
  test.each<[string, Files]>([
    ['if a text changes', { ...files, [soa]: 'control A.5.2 {}\n' }],
    ['if a text becomes longer', { ...files, [soa]: 'control A.5.1 {}\n\n' }],
    ['if a file comes', { ...files, 'file:///w/b.isms': '' }],
    ['if a file goes', without(soa)],
    ['if a file is renamed', { ...without(soa), 'file:///w/a/SoA.isms': files[soa] ?? '' }],
    ['if a file moves to another folder', { ...without(soa), 'file:///w/b/soa.isms': files[soa] ?? '' }],
    ['if the configuration changes', { ...files, 'file:///w/isms.config.json': '{ }' }],
    ['if the configuration goes', without('file:///w/isms.config.json')],
    ['if the lock file changes', { ...files, 'file:///w/isms.lock.json': '{}' }],
    ['if two files exchange their texts', { ...files, [soa]: '{}', 'file:///w/isms.config.json': files[soa] ?? '' }],
  ])('%s', async (_, other) => {
    expect(await keyOf(other)).not.toBe(await keyOf(files));
  });

  test.each<[string, Partial<Circumstances>]>([
    ['on another day', { today: '2026-06-02' }],
    ['as of a day', { settings: { asOf: '2026-06-01' } }],
    ['with another preset', { settings: { preset: 'draft' } }],
    ['with another severity', { settings: { rules: { 'risk/no-owner': 'off' } } }],
  ])('%s', async (_, circumstances) => {
    expect(await keyOf(files, circumstances)).not.toBe(await keyOf(files));
  });

  test('as of another day', async () => {
    const asOf = (date: string) => keyOf(files, { settings: { asOf: date } });
    expect(await asOf('2026-06-02')).not.toBe(await asOf('2026-06-01'));
  });

  test('for any two different sets of files: nothing of one text can be taken for another file', async () => {
    const piece = fc.constantFrom('', 'a', '["/b.isms",1]', '"', '["/b.isms",0]', '\n', '0', ']');
    const text = fc.array(piece, { maxLength: 3 }).map(pieces => pieces.join(''));
    const name = fc.constantFrom('file:///w/a.isms', 'file:///w/b.isms', 'file:///w/c.isms');
    const set = fc.dictionary(name, text, { minKeys: 1, noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(set, set, async (a, b) => {
        const sorted = (some: Files) => JSON.stringify(Object.entries(some).sort(([x], [y]) => (x < y ? -1 : 1)));
        expect((await keyOf(a)) === (await keyOf(b))).toBe(sorted(a) === sorted(b));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the key is the same', () => {
  test('whatever the order of the severities', async () => {
    const rules = { 'a/b': 'off', 'c/d': 'error' } as const;
    const reversed = Object.fromEntries(Object.entries(rules).reverse());
    expect(await keyOf(files, { settings: { rules } })).toBe(await keyOf(files, { settings: { rules: reversed } }));
  });

  test('on every day, where a setting gives the date', async () => {
    const settings = { asOf: '2026-06-01' };
    expect(await keyOf(files, { settings, today: '2026-06-02' })).toBe(await keyOf(files, { settings }));
    // Not if what is set is no date, since then it does not count.
    const wrong = { asOf: 'tomorrow' };
    expect(await keyOf(files, { settings: wrong, today: '2026-06-02' })).not.toBe(
      await keyOf(files, { settings: wrong }),
    );
  });

  const moved = (some: Files, to: string): Files =>
    Object.fromEntries(Object.entries(some).map(([uri, text]) => [uri.replace('file:///w', to), text]));

  test('when the folder has moved', async () => {
    expect(await keyOf(moved(files, 'file:///w/x/y'))).toBe(await keyOf(files));
  });

  test('but not when the folder has moved and a path may lead out of it, nor to the root', async () => {
    const climbing = { ...files, [soa]: 'evidence E { file: "../../x.pdf" }' };
    expect(await keyOf(moved(climbing, 'file:///w/x/y'))).not.toBe(await keyOf(climbing));
    // Files in the root of a file system belong to no ISMS.
    expect(await keyOf(moved(files, 'file://'))).not.toBe(await keyOf(files));
  });
});
