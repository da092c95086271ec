import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/rules/generated/registry.ts';
import { saying } from '../../../src/wording/wording.ts';
import { type Findings, findingsSteps } from '../../../src/workspace/findings.ts';
import { type Answers, holdSteps, noteAnswers } from '../../../src/workspace/store/answers.ts';
import { decodeSteps, type Entry, encodeSteps } from '../../../src/workspace/store/entry.ts';
import { commonFolder } from '../../../src/workspace/store/place.ts';
import { atOnce } from '../../../src/workspace/store/store.ts';
import { Workspace } from '../../../src/workspace/workspace.ts';
import { exampleFiles, exampleNames } from '../../examples/files.ts';

const encode = (entry: Entry, uris: readonly string[]): Promise<string> => atOnce(encodeSteps(entry, uris));
const decode = (text: string, uris: readonly string[]): Promise<Entry | undefined> => atOnce(decodeSteps(text, uris));

async function findingsOf(files: readonly (readonly [string, string])[]) {
  // Every third file is there, every third is not, of the rest nobody knows.
  let count = 0;
  const { fileExists, answers } = noteAnswers(() => [true, false, undefined][count++ % 3]);
  const workspace = new Workspace({ rules, today: '2026-06-01', fileExists });
  workspace.setFiles(files);
  workspace.update();
  return { findings: await atOnce(findingsSteps(workspace)), answers, uris: workspace.sources() };
}

test.each(exampleNames())('%s: what is read is what was written, in another place too', async name => {
  const { uris, ...entry } = await findingsOf(exampleFiles(name));
  const text = await encode(entry, uris);
  const read = await decode(text, uris);
  // Also the order of the keys is the same, so that two findings can be compared as texts.
  const plain = ({ findings: { dates, diagnostics }, answers }: Entry) =>
    JSON.stringify([[...dates], [...diagnostics], [...answers].sort()]);
  expect(read && plain(read)).toBe(plain(entry));
  const folder = commonFolder(uris);
  const move = (uri: string): string => uri.replace(folder, 'file:///elsewhere');
  const moved = await decode(text, uris.map(move));
  expect(moved && plain(moved)).toBe(plain(entry).replaceAll(folder, 'file:///elsewhere'));
});

const uris = ['file:///w/a.isms', 'file:///w/b.isms', 'file:///w/isms.config.json'];
const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const hostile = '\u0000\u001b[2J\u202e</script>\ud800\n\r\u2028"\\{{`';
const findings: Findings = {
  failed: [],
  hidden: new Map([['file:///w/b.isms', 7]]),
  dates: new Map([
    ['file:///w/a.isms', '2026-06-01'],
    ['file:///w/b.isms', '2026-06-02'],
  ]),
  diagnostics: new Map([
    [
      'file:///w/a.isms',
      [
        {
          code: 'risk/no-owner',
          severity: 'error',
          message: saying(hostile, hostile, 7, { items: [saying(hostile), hostile], conjunction: 'or' }),
          uri: 'file:///w/a.isms',
          range,
          related: [{ uri: 'file:///w/b.isms', range, message: saying('here') }],
          owner: hostile,
        },
      ],
    ],
  ]),
};
const answers: Answers = new Map([
  ['file:///w/x.pdf', true],
  ['file:///y.pdf', false],
  ['file:///w/z.pdf', undefined],
]);

test('texts of every kind come back as they were', async () => {
  const read = await decode(await encode({ findings, answers }, uris), uris);
  expect(read?.findings.diagnostics).toEqual(findings.diagnostics);
  expect(read?.findings.hidden).toEqual(findings.hidden);
  expect(read?.answers).toEqual(answers);
});

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The value with each of its parts in turn exchanged for each of some others. */
function* changed(
  value: Json,
  others: readonly Json[],
  path = '',
): Iterable<[path: string, was: Json, now: Json, whole: Json]> {
  for (const other of others) yield [path, value, other, other];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const [at, was, now, whole] of changed(part, others, `${path}/${key}`)) {
      const copy = structuredClone(value) as { [key: string]: Json };
      copy[key] = whole;
      yield [at, was, now, copy];
    }
  }
}

/** The value with each of its keys in turn left out. */
function* incomplete(value: Json): Iterable<Json> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const copy = structuredClone(value) as { [key: string]: Json };
    if (!Array.isArray(value)) {
      delete copy[key];
      yield structuredClone(copy);
    }
    for (const less of incomplete(part)) {
      copy[key] = less;
      yield structuredClone(copy);
    }
  }
}

const kindOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

describe('what is no entry is none', () => {
  const others: readonly Json[] = [
    null,
    true,
    -1,
    0.5,
    1e300,
    'no such thing',
    [],
    [1],
    {},
    { length: 3 },
    '__proto__',
  ];

  test('whatever part of it is of another kind', async () => {
    const lines = (await encode({ findings, answers }, uris)).split('\n');
    let count = 0;
    for (const [index, line] of lines.entries()) {
      for (const [path, was, now, whole] of changed(JSON.parse(line) as Json, others)) {
        // A list may be empty, a file may have no date and a finding no owner, and any text is a message or a place.
        if (kindOf(was) === kindOf(now) && kindOf(was) !== 'number') continue;
        if (/^\/dates\/\d+$|\/owner$/.test(path) && kindOf(now) === 'null') continue;
        // What stands in a message may be a text as well as a number.
        if (/\/(?:values|items)\/\d+$/.test(path) && ['string', 'number'].includes(kindOf(now))) continue;
        const text = lines.with(index, JSON.stringify(whole)).join('\n');
        expect(await decode(text, uris), `${path}: ${JSON.stringify(now)}`).toBeUndefined();
        count++;
      }
    }
    expect(count).toBeGreaterThan(200);
  });

  test('whatever is left out of it', async () => {
    const lines = (await encode({ findings, answers }, uris)).split('\n');
    for (const [index, line] of lines.entries()) {
      for (const less of incomplete(JSON.parse(line) as Json)) {
        expect(await decode(lines.with(index, JSON.stringify(less)).join('\n'), uris)).toBeUndefined();
      }
    }
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['very deep', '['.repeat(200_000)],
    [
      'a key that is that of all objects',
      '{"__proto__":{"dates":[],"hidden":[],"there":[],"missing":[],"unknown":[]}}',
    ],
    ['too many dates', '{"dates":["2026-06-01",null,null,null],"hidden":[0,0,0],"there":[],"missing":[],"unknown":[]}'],
    [
      'no date of the calendar',
      '{"dates":["2026-02-31",null,null],"hidden":[0,0,0],"there":[],"missing":[],"unknown":[]}',
    ],
  ])('%s', async (_, text) => {
    expect(await decode(text, uris)).toBeUndefined();
  });

  const head = '{"dates":["2026-06-01",null,null],"hidden":[0,0,0],"there":[],"missing":[],"unknown":[]}';
  const message = { text: 'm', values: [] };
  const nested = (depth: number): object => ({ text: '{0}', values: depth ? [nested(depth - 1)] : [] });
  const of = (diagnostic: object, file: unknown = 0): string =>
    `${head}\n${JSON.stringify({
      file,
      found: [{ code: 'risk/no-owner', severity: 'error', message, range, owner: null, related: [], ...diagnostic }],
    })}`;

  test('unless it is one', async () => {
    expect((await decode(of({}), uris))?.findings.diagnostics.get('file:///w/a.isms')).toHaveLength(1);
  });

  test.each([
    ['a code that leads elsewhere', of({ code: '../../etc/passwd' })],
    ['a code with more behind it', of({ code: 'risk/no-owner\n' })],
    ['a severity that every object has', of({ severity: 'constructor' })],
    ['a range that ends before it begins', of({ range: { start: range.end, end: range.start } })],
    ['a line that no file has', of({ range: { start: range.start, end: { line: 2 ** 53, character: 0 } } })],
    ['a file that is none of these', of({}, 3)],
    ['a file of no number', of({}, 'length')],
    ['a related file that is none of these', of({ related: [{ file: 7, range, message }] })],
    ['a message nested without end', of({ message: nested(1000) })],
    ['a file twice', `${of({})}\n${of({}).split('\n')[1]}`],
    ['a line more', `${of({})}\n`],
  ])('%s', async (_, text) => {
    expect(await decode(text, uris)).toBeUndefined();
  });
});

describe('answers', () => {
  const holds = (fileExists: (uri: string) => boolean | undefined) => atOnce(holdSteps(answers, fileExists));

  test('hold if each is the same', async () => {
    expect(await holds(uri => answers.get(uri))).toBe(true);
  });

  test.each([...answers.keys()])('do not hold if that about %s is another one', async changed => {
    for (const other of [true, false, undefined]) {
      const isSame = other === answers.get(changed);
      expect(await holds(uri => (uri === changed ? other : answers.get(uri)))).toBe(isSame);
    }
  });
});
