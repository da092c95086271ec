/** What the views of the side bar show: the figures of `isms stats`, `isms readiness`, `isms next` and the calendar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ismsStatistics } from '../../src/cli/statistics.ts';
import { calendarData } from '../../src/documents/data/calendar.ts';
import { views } from '../../src/ide/views/generated/registry.ts';
import { type Item, paged, pageSize, type Tree } from '../../src/ide/views/shared/view.ts';
import { nextSteps } from '../../src/readiness/next.ts';
import { progressOf, readiness } from '../../src/readiness/readiness.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { exampleFiles, exampleNames } from '../examples/files.ts';

const today = '2026-06-01';

function workspaceOf(files: Iterable<readonly [string, string]>): Workspace {
  const workspace = new Workspace({ rules, today, fileExists: () => true });
  workspace.setFiles(files);
  workspace.update();
  return workspace;
}

const unitOf = (workspace: Workspace) => {
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('no ISMS');
  return unit;
};

function treeOf(workspace: Workspace, id: string, filter?: string): Tree {
  const view = views.find(each => each.id === id);
  if (!view) throw new Error(`no view ${id}`);
  return view.build({ workspace, unit: unitOf(workspace), filter: filter ?? view.filters[0]?.id ?? '' });
}

const childrenOf = (item: Item | undefined): readonly Item[] => item?.children?.() ?? [];

/** The items under these, pages opened. */
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap(item => (item.icon === 'ellipsis' ? flat(childrenOf(item)) : [item]));

const withIsms = exampleNames().filter(name => workspaceOf(exampleFiles(name)).ismss().length > 0);

describe.each(withIsms)('the views of %s', name => {
  const workspace = workspaceOf(exampleFiles(name));
  const unit = unitOf(workspace);
  const view = unit.view();
  const statistics = ismsStatistics({
    unit,
    workspace,
    sources: [...unit.isms.files.keys()].map(uri => ({ uri })),
  } as unknown as Parameters<typeof ismsStatistics>[0]);

  it('count controls as the statistics do', () => {
    const decided = statistics.soa.themes.map(theme => `${theme.decided} of ${theme.total} decided`);
    const items = treeOf(workspace, 'soa').items;
    expect(items.slice(0, 4).map(({ description }) => description)).toEqual(decided);
    const undecided = treeOf(workspace, 'soa', 'undecided').items.flatMap(item => flat(childrenOf(item)));
    expect(undecided.map(item => item.name)).toEqual([
      ...statistics.soa.themes.flatMap(theme => theme.undecided),
      ...statistics.soa.own.undecided,
    ]);
    const all = items.flatMap(item => flat(childrenOf(item)));
    expect(all.filter(({ description }) => description === 'excluded').length).toBe(
      statistics.soa.total.excluded + statistics.soa.own.excluded,
    );
  });

  it.each(['inherent', 'current', 'residual'] as const)('count risks as the statistics do: %s', stage => {
    const items = treeOf(workspace, 'risks', stage).items;
    const counted = Object.entries(statistics.risks.levels).map(([level, counts]) => [level, counts[stage]]);
    const shown = Object.fromEntries(items.map(item => [item.label, flat(childrenOf(item)).length]));
    for (const [level, count] of counted) expect([level, shown[String(level)] ?? 0]).toEqual([level, count]);
  });

  it('hold the dates of the calendar', () => {
    const dates = treeOf(workspace, 'due', 'all').items.flatMap(item => flat(childrenOf(item)));
    const { dates: expected } = calendarData(view);
    expect(dates.map(({ label, name: of }) => `${label} ${of}`)).toEqual(
      expected.map(({ due, what, id }) => `${due} ${what} ${id}`),
    );
    const overdue = expected.filter(date => date.overdue).length;
    expect(treeOf(workspace, 'due').badge?.count).toBe(overdue || undefined);
  });

  it('hold the points of the readiness, what is most urgent first', () => {
    const { stages } = readiness(workspace, unit);
    const items = treeOf(workspace, 'readiness').items;
    expect(items.length).toBe(stages.length);
    for (const [index, stage] of stages.entries()) {
      const { met, total } = progressOf(stage.lines);
      expect(items[index]?.description).toContain(`${met} of ${total}`);
      const lines = childrenOf(items[index]);
      expect(lines.map(line => line.id).sort()).toEqual(stage.lines.map(line => line.id).sort());
      expect(lines.filter(line => line.icon === 'pass').length).toBe(met);
      const firstMet = lines.findIndex(({ icon }) => icon === 'pass' || icon === 'dash');
      expect(lines.slice(firstMet).every(({ icon }) => icon === 'pass' || icon === 'dash')).toBe(true);
      for (const line of lines)
        expect(flat(childrenOf(line)).length).toBe(stage.lines.find(({ id }) => id === line.id)?.open.length);
    }
  });

  it('say what `isms next` says', () => {
    const { done, total, steps } = nextSteps(readiness(workspace, unit));
    const tree = treeOf(workspace, 'next');
    expect(tree.message).toMatch(`${done} of ${total} points are met.`);
    expect(tree.items.map(({ label, place }) => [label, place])).toEqual(
      steps.map(({ title, place }) => [title, place]),
    );
  });

  it('lead only to places that there are, and tell neighbours apart', () => {
    const look = (items: readonly Item[], depth = 0): void => {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      for (const item of items) {
        if (item.place) expect(workspace.text(item.place.uri)).toBeDefined();
        if (depth < 4) look(childrenOf(item), depth + 1);
      }
    };
    for (const { id, filters, build } of views)
      for (const filter of filters.length ? filters.map(each => each.id) : [''])
        look([{ id, label: id, children: () => build({ workspace, unit, filter }).items }]);
  });
});

const head = 'isms Acme "Acme" { organization: "Acme" }\n';

describe('the Statement of Applicability', () => {
  const workspace = workspaceOf([
    [
      'file:///a/isms.isms',
      `${head}control A.8.7 { applicable: yes status: implemented }\ncontrol A.8.8 { applicable: no because: no-such-asset }\ncontrol A.8.9 { }\n`,
    ],
  ]);
  it.each([
    ['unjustified', ['A.8.7']],
    ['no-evidence', ['A.8.7']],
  ])('is filtered by what is %s', (filter, names) => {
    const items = treeOf(workspace, 'soa', filter).items.flatMap(childrenOf);
    expect(items.map(item => item.name)).toEqual(names);
  });

  it('says that nothing is left where nothing is', () => {
    const clean = workspaceOf([['file:///a/isms.isms', head]]);
    expect(treeOf(clean, 'soa', 'unjustified')).toEqual({ items: [], message: 'No control is left.' });
  });
});

describe('dates', () => {
  it.each([
    ['30', 1],
    ['90', 2],
    ['365', 3],
    ['all', 3],
  ])('within %s days', (filter, count) => {
    const actions = ['2026-06-20', '2026-08-01', '2027-01-01'].map(day => `action "Do ${day}" { due: ${day} }`);
    const workspace = workspaceOf([['file:///a/isms.isms', `${head}risk R-1 "Theft" {\n${actions.join('\n')}\n}\n`]]);
    const items = treeOf(workspace, 'due', filter).items.flatMap(childrenOf);
    expect(items.length).toBe(count);
    expect(items[0]?.label).toBe('2026-06-20 action');
    expect(items[0]?.description).toBe('Do 2026-06-20 · in 19 days');
  });
});

it('thousands are shown a page at a time, each once and in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), count => {
      const all = Array.from({ length: count }, (_, index) => index);
      const toItem = (one: number): Item => ({ id: String(one), label: String(one) });
      const longest = (items: readonly Item[]): number =>
        Math.max(items.length, ...items.map(item => (item.children ? longest(item.children()) : 0)));
      const items = paged(all, toItem);
      expect(flat(items).map(({ label }) => Number(label))).toEqual(all);
      expect(longest(items)).toBeLessThanOrEqual(pageSize + 1);
    }),
    { numRuns: 50 },
  );
});
