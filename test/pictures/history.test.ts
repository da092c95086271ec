/** The history: which commits are looked at, that each is read once and fails alone, and that the numbers are those of the present pictures. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ismsStatistics } from '../../src/cli/statistics.ts';
import { Histories, historyOf, mostMoments, thinned } from '../../src/pictures/history.ts';
import type { CommitData, History } from '../../src/pictures/history-data.ts';
import { landscapeAt } from '../../src/pictures/landscape-at.ts';
import { snapshotOf } from '../../src/pictures/moment.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { type Past, unitAt } from '../../src/workspace/past.ts';
import type { IsmsUnit } from '../../src/workspace/workspace.ts';
import { open } from '../documents/open.ts';
import { exampleFiles } from './example-files.ts';

const commitOf = (index: number): CommitData => ({
  id: index.toString(16).padStart(40, '0').split('').reverse().join(''),
  day: `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
  subject: `change ${index}`,
});

const method =
  'method "m" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\n';
const isms = 'isms Small "Small" { }\n';
const unitOf = (text: string): IsmsUnit => open([['a.isms', text]]).unit;

describe('what is looked at', () => {
  const sizes = fc.record({ count: fc.nat(500), most: fc.integer({ min: 2, max: 60 }) });

  test('is at most as much as was asked for, in order, with the first and the last', () => {
    fc.assert(
      fc.property(sizes, ({ count, most }) => {
        const all = Array.from({ length: count }, (_, index) => index);
        const chosen = thinned(all, most);
        expect(chosen.length).toBeLessThanOrEqual(most);
        expect([...chosen].sort((a, b) => a - b)).toEqual(chosen);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect([chosen[0], chosen.at(-1)]).toEqual([all[0], all.at(-1)]);
        if (count <= most) expect(chosen).toEqual(all);
      }),
    );
  });

  test('is even: all steps but the last are the same, and at least half of what fits is chosen', () => {
    fc.assert(
      fc.property(sizes, ({ count, most }) => {
        const chosen = thinned(
          Array.from({ length: count }, (_, index) => index),
          most,
        );
        const steps = new Set(chosen.slice(1, -1).map((value, index) => value - (chosen[index] ?? 0)));
        expect(steps.size).toBeLessThanOrEqual(1);
        expect(chosen.length).toBeGreaterThanOrEqual(Math.min(count, Math.floor(most / 2)));
      }),
    );
  });

  test('stays the same with one commit more, up to the last, until the step doubles', () => {
    const at = (count: number): readonly number[] =>
      thinned(
        Array.from({ length: count }, (_, index) => index),
        50,
      );
    const before = at(120);
    expect(at(121).filter(index => !before.includes(index)).length).toBeLessThanOrEqual(1);
  });
});

describe.each(['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'])('of %s', name => {
  const { unit, workspace } = open(exampleFiles(name));
  const snapshot = snapshotOf(unit);
  const pictures = picturesOf(unit);
  const history = historyOf([[commitOf(1), snapshot]]);
  const [moment] = history.moments;
  if (!moment) throw new Error('there is no moment');

  test('the risk landscape of a moment is the present one, marks lead to the line of today', () => {
    expect(landscapeAt(history, moment, pictures.landscape)).toEqual(pictures.landscape);
  });

  test('counts are those of the statistics', () => {
    const { soa, risks } = ismsStatistics({ unit, workspace, sources: [] });
    const { undecided: _, ...total } = soa.total;
    expect(moment.soa).toEqual(total);
    const counted = moment.levels.map(({ word, inherent, today, remaining }) => [
      word ?? 'not evaluated',
      { inherent, current: today, residual: remaining },
    ]);
    expect(Object.fromEntries(counted)).toEqual(risks.levels);
    expect(moment.risks.length).toBe(risks.total);
  });

  test('metrics are those that are declared', () => {
    expect(moment.metrics.map(index => history.metrics[index]?.id)).toEqual(snapshot.metrics.map(({ id }) => id));
    const declared = unit.view().all('Metric');
    expect(snapshot.metrics.length).toBe(declared.length);
    expect(snapshot.metrics.flatMap(({ results }) => results).length).toBe(
      declared.flatMap(({ results }) => results).length,
    );
  });
});

test('whatever is declared, a moment of it has the landscape of the pictures, also among others', () => {
  const word = fc.constantFrom('rare', 'likely', 'nonsense');
  const risk = fc.record({
    likelihood: word,
    impact: fc.constantFrom('minor', 'severe'),
    residual: fc.option(word),
    title: fc.constantFrom('Fire', 'Flood'),
  });
  fc.assert(
    fc.property(fc.array(fc.array(risk, { maxLength: 5 }), { minLength: 1, maxLength: 4 }), states => {
      const units = states.map(risks =>
        unitOf(
          isms +
            method +
            risks
              .map(({ likelihood, impact, residual, title }, index) => {
                const rest = residual === null ? '' : ` residual { likelihood: ${residual} impact: minor }`;
                return `risk R-${index} "${title}" { likelihood: ${likelihood} impact: ${impact}${rest} }\n`;
              })
              .join(''),
        ),
      );
      const history = historyOf(units.map((unit, index) => [commitOf(index), snapshotOf(unit)] as const));
      for (const [index, unit] of units.entries()) {
        const { landscape } = picturesOf(unit);
        const moment = history.moments[index];
        expect(moment && landscapeAt(history, moment, landscape)).toEqual(landscape);
      }
      // What is the same is there once.
      const texts = history.risks.map(one => JSON.stringify(one));
      expect(new Set(texts).size).toBe(texts.length);
      expect(history.methods.length).toBe(1);
    }),
    { numRuns: 40 },
  );
});

test('a risk that does not exist today leads to no line', () => {
  const history = historyOf([[commitOf(1), snapshotOf(unitOf(`${isms}${method}risk R-1 { }\nrisk R-2 { }\n`))]]);
  const today = picturesOf(unitOf(`${isms}${method}risk R-2 { }\n`)).landscape;
  const [moment] = history.moments;
  const places = moment && landscapeAt(history, moment, today).risks.map(({ id, place }) => [id, place?.line ?? null]);
  expect(places).toEqual([
    ['R-1', null],
    ['R-2', 8],
  ]);
});

/** The history that was read. */
async function read(histories: Histories, root: string, past: Past, pause?: () => Promise<void>): Promise<History> {
  const news = await histories.read(root, past, pause);
  if (news.kind !== 'history') throw new Error(news.why);
  return news.history;
}

describe('reading', () => {
  const commits = (count: number): CommitData[] => Array.from({ length: count }, (_, index) => commitOf(index));
  const reading = (fails: (commit: CommitData) => string | undefined = () => undefined) => {
    const opened: string[] = [];
    const past = (all: readonly CommitData[]) => ({
      commits: all,
      isShallow: false,
      open: async (commit: CommitData) => {
        opened.push(commit.subject);
        const reason = fails(commit);
        if (reason === 'damaged') return unitOf(`${isms}risk R-1 { oops\nrisk R-2 { }\n`);
        if (reason !== undefined) throw new Error(reason);
        return unitOf(`${isms}${method}risk R-1 "${commit.subject}" { }\n`);
      },
    });
    return { opened, past };
  };

  test('is done once for each commit, however often it is asked for', async () => {
    const { opened, past } = reading();
    const histories = new Histories();
    const first = await read(histories, 'file:///a', past(commits(3)));
    expect(opened).toEqual(['change 0', 'change 1', 'change 2']);
    const second = await read(histories, 'file:///a', past(commits(4)));
    expect(opened.slice(3)).toEqual(['change 3']);
    expect(second.moments.slice(0, 3)).toEqual(first.moments);
    // Another ISMS of the same repository has states of its own.
    await read(histories, 'file:///b', past(commits(1)));
    expect(opened.length).toBe(5);
    await read(histories, 'file:///a', past(commits(4)));
    expect(opened.length).toBe(5);
  });

  test('gives the same whether it is remembered or not', async () => {
    const { past } = reading(({ subject }) => (subject === 'change 2' ? 'no' : undefined));
    const histories = new Histories();
    await read(histories, 'file:///a', past(commits(60)));
    const remembered = await read(histories, 'file:///a', past(commits(64)));
    expect(remembered).toEqual(await read(new Histories(), 'file:///a', past(commits(64))));
  });

  test('is bounded, and says what was left out', async () => {
    const { opened, past } = reading();
    const { moments, leftOut } = await read(new Histories(), 'file:///a', past(commits(333)));
    expect(moments.length).toBe(opened.length);
    expect(moments.length).toBeLessThanOrEqual(mostMoments);
    expect(moments.length + leftOut).toBe(333);
    expect([moments[0]?.subject, moments.at(-1)?.subject]).toEqual(['change 0', 'change 332']);
  });

  test('of one that cannot be read or is damaged fails alone, by name, and is tried again', async () => {
    const { opened, past } = reading(({ subject }) => ({ 'change 1': 'gone', 'change 2': 'damaged' })[subject]);
    const histories = new Histories();
    const { moments, failed } = await read(histories, 'file:///a', past(commits(4)));
    expect(moments.map(({ subject }) => subject)).toEqual(['change 0', 'change 3']);
    expect(failed.map(({ subject, reason }) => [subject, reason])).toEqual([
      ['change 1', 'gone'],
      ['change 2', expect.stringMatching(/^a\.isms:2 is damaged: /)],
    ]);
    await read(histories, 'file:///a', past(commits(4)));
    expect(opened.slice(4)).toEqual(['change 1', 'change 2']);
  });

  test('ends where whoever waits says so', async () => {
    const { opened, past } = reading();
    let turns = 0;
    const pause = async (): Promise<void> => {
      if (++turns > 2) throw new Error('ended');
    };
    await expect(read(new Histories(), 'file:///a', past(commits(9)), pause)).rejects.toThrow('ended');
    expect(opened.length).toBe(2);
  });
});

test('there is none of no commit', async () => {
  const past: Past = { commits: [], isShallow: false, open: () => Promise.reject(new Error('no')) };
  expect(await new Histories().read('file:///a', past)).toEqual({ kind: 'no-history', why: 'no-commit' });
});

describe('the ISMS of a state', () => {
  const files = (texts: Readonly<Record<string, string>>, unread: Readonly<Record<string, string>> = {}) => ({
    folder: 'file:///a',
    texts: new Map(Object.entries(texts)),
    links: new Map<string, string>(),
    unreadFiles: new Map(Object.entries(unread)),
    fileExists: () => undefined,
  });

  test('is judged as of its day, whatever its configuration says', () => {
    const texts = { 'file:///a/a.isms': isms, 'file:///a/isms.config.json': '{ "asOf": "2020-01-01" }' };
    expect(unitAt(files(texts), '2025-03-04').view().asOf).toBe('2025-03-04');
  });

  test('is the only one where the folder holds none, and else there has to be one in it', () => {
    expect(unitAt(files({ 'file:///a/b/a.isms': isms }), '2025-01-01').root).toBe('file:///a/b');
    expect(() => unitAt(files({ 'file:///a/a.isms': 'role R { }\n' }), '2025-01-01')).toThrow(
      'It held no file with an isms block.',
    );
    const two = files({ 'file:///a/b/a.isms': isms, 'file:///a/c/a.isms': isms });
    expect(() => unitAt(two, '2025-01-01')).toThrow('It held several ISMSs');
  });

  test('is refused where a file could not be read, since its numbers would mislead', () => {
    const some = files({ 'file:///a/a.isms': isms }, { 'file:///a/x%20y.isms': 'it is not UTF-8 text' });
    expect(() => unitAt(some, '2025-01-01')).toThrow('x y.isms could not be read: it is not UTF-8 text.');
  });
});
