import { beforeAll, describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

// An edit may cost what it changes, whatever the size of the ISMS. Work is counted, not timed: the counts are exact, and the same in a
// small ISMS and in one a hundred times as large.

const head = `isms Acme "Acme" { organization: "Acme" }
role Ceo "CEO" { top-management }
role Ciso "Security officer"
person Jane "Jane" { roles: Ceo, Ciso }
method "Ours" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
  review: every 12 months
}
scope "All" { locations: Home }
`;

/** Every control is left out, so that whatever is declared is looked through for what speaks against it. */
const exclusions = annexA.map(({ id }) => `control ${id} { applicable: no  because: not-in-scope }\n`).join('');

/** Assets and risks in files of a hundred; each risk names the assets around it, so neighbourhoods are alike at any size. */
function files(declarations: number): [string, string][] {
  const pairs = Math.floor(declarations / 2);
  const texts: [string, string][] = [['file:///w/isms.isms', head]];
  for (let start = 0; start < pairs; start += 50) {
    let text = '';
    for (let i = start; i < Math.min(pairs, start + 50); i++) {
      text += `asset A${i} "Asset ${i}" {\n  type: software\n  owner: Owner${i}\n  location: Home\n}\n`;
      text += `risk R-${i} "Risk ${i}" {\n  assets: A${i}, A${Math.max(0, i - 1)}\n  owner: Owner${i}\n  likelihood: rare\n  impact: minor\n  assessed: 2026-05-01\n}\n`;
    }
    texts.push([`file:///w/${String(start).padStart(6, '0')}.isms`, text]);
  }
  let owners = 'location Home "Home"\n';
  for (let i = 0; i < pairs; i++) owners += `role Owner${i} "Owner ${i}"\n`;
  texts.push(['file:///w/owners.isms', owners]);
  texts.push(['file:///w/popular.isms', popular], ['file:///w/soa.isms', exclusions]);
  return texts;
}

/** A name that a thousand others use, whatever the size. */
const popular = `role Popular "Much in demand"\n${Array.from(
  { length: 1000 },
  (_, i) => `objective O-${i} "Objective ${i}" {\n  owner: Popular\n}\n`,
).join('')}`;

interface Cost {
  readonly parsed: number;
  readonly cells: number;
  readonly rules: number;
  readonly queries: number;
  /** Declarations that were gone through for the values of projections. */
  readonly values: number;
  readonly published: number;
}

class Measured {
  readonly workspace = new Workspace({ rules, today: '2026-06-01' });
  private readonly texts: Map<string, string>;

  constructor(size: number) {
    const all = files(size);
    this.texts = new Map(all);
    this.workspace.setFiles(all);
    this.workspace.update();
  }

  /** What it costs to replace the first occurrence of `from` in a file by `to`. */
  edit(uri: string, from: string, to: string): Cost {
    const text = this.texts.get(uri) as string;
    const at = text.indexOf(from);
    expect(at, from).toBeGreaterThanOrEqual(0);
    const before = text.slice(0, at).split('\n');
    const lines = from.split('\n');
    const start = { line: before.length - 1, character: (before.at(-1) as string).length };
    const end =
      lines.length === 1
        ? { line: start.line, character: start.character + from.length }
        : { line: start.line + lines.length - 1, character: (lines.at(-1) as string).length };
    this.texts.set(uri, text.replace(from, to));
    return this.cost(() => this.workspace.editFile(uri, [{ range: { start, end }, text: to }]));
  }

  /** What it costs when a file gets another name. */
  rename(from: string, to: string): Cost {
    const text = this.texts.get(from) as string;
    this.texts.delete(from);
    this.texts.set(to, text);
    return this.cost(() => {
      this.workspace.removeFile(from);
      this.workspace.setFiles([[to, text]]);
    });
  }

  cost(change: () => void): Cost {
    const before = this.workspace.work();
    change();
    const published = this.workspace.update().size;
    const after = this.workspace.work();
    return {
      parsed: after.parsed - before.parsed,
      cells: after.cells - before.cells,
      rules: after.rules - before.rules,
      queries: after.queries - before.queries,
      values: after.values - before.values,
      published,
    };
  }
}

const small = 1_000;
const large = 100_000;
const file = 'file:///w/000200.isms';

let few: Measured;
let many: Measured;
beforeAll(() => {
  few = new Measured(small);
  many = new Measured(large);
}, 120_000);

/** The cost of an edit, the same in both. */
function costOf(change: (measured: Measured) => Cost): Cost {
  const cost = change(few);
  expect(change(many)).toEqual(cost);
  return cost;
}

describe('an edit costs what it changes', () => {
  test('in a title: one declaration is read and checked, one file published', () => {
    const cost = costOf(measured => measured.edit(file, 'Risk 210', 'Risk 210 revised'));
    expect(cost).toMatchObject({ parsed: 1, cells: 1, queries: 0, published: 1 });
  });

  test('in a value: its own declaration and what it refers to', () => {
    const cost = costOf(measured => measured.edit(file, 'likelihood: rare', 'likelihood: likely'));
    expect(cost).toMatchObject({ parsed: 1, queries: 0, published: 1 });
    expect(cost.cells).toBe(4);
  });

  test('in a name that a thousand use: these, and nobody else', () => {
    const cost = costOf(measured => measured.edit('file:///w/popular.isms', 'role Popular ', 'role Populars '));
    expect(cost).toEqual({ parsed: 1, cells: 1002, rules: 2014, queries: 1, values: 0, published: 1 });
    expect(costOf(measured => measured.edit('file:///w/popular.isms', 'role Populars ', 'role Popular '))).toEqual(
      cost,
    );
  });

  test('in another name: none of the thousand, which looked for one like theirs while it was gone', () => {
    const owners = 'file:///w/owners.isms';
    const cost = costOf(measured => measured.edit(owners, 'role Owner7 ', 'role Owner7x '));
    expect(cost).toEqual({ parsed: 1, cells: 4, rules: 19, queries: 1, values: 0, published: 2 });
    expect(costOf(measured => measured.edit(owners, 'role Owner7x ', 'role Owner7 '))).toEqual(cost);
  });

  test('in a name: its users, and what it refers to', () => {
    const cost = costOf(measured => measured.edit(file, 'asset A220 ', 'asset A220x '));
    expect(cost).toMatchObject({ parsed: 1, published: 1 });
    expect(cost.cells).toBe(5);
  });

  test('of the name of a file: its declarations, their users, and what they refer to', () => {
    const change = (measured: Measured) => measured.rename('file:///w/000150.isms', 'file:///w/000150-renamed.isms');
    const [{ values, ...cost }, { values: ofMany, ...costOfMany }] = [change(few), change(many)];
    // Its own 100, 50 owners, 1 location, the neighbours at both ends, and what looks at all of a kind.
    expect(cost).toEqual({ parsed: 100, cells: 155, rules: 3760, queries: 17, published: 2 });
    expect(costOfMany).toEqual(cost);
    // What is read of all assets and risks stands in another order.
    expect(ofMany).toBeLessThanOrEqual((values * large) / small);
  });

  test('in a comment that silences a rule: its declaration', () => {
    const cost = costOf(measured =>
      measured.edit(file, 'risk R-230 ', '// isms-ignore risk/no-owner: none\nrisk R-230 '),
    );
    expect(cost).toMatchObject({ parsed: 0, cells: 1, queries: 0, published: 1 });
  });

  test('pasting a thousand declarations: these, and what they refer to', () => {
    const pasted = Array.from({ length: 1000 }, (_, i) => `threat T${i} "Threat ${i}"\n`).join('');
    const cost = costOf(measured => measured.edit('file:///w/000300.isms', 'asset A300 ', `${pasted}asset A300 `));
    expect(cost).toMatchObject({ parsed: 1000, cells: 1000, published: 1 });
  });

  test('adding a file: its declarations', () => {
    const text = 'threat New "New"\nthreat Newer "Newer"\n';
    const cost = costOf(measured => measured.cost(() => measured.workspace.setFiles([['file:///w/new.isms', text]])));
    expect(cost).toMatchObject({ parsed: 2, cells: 2, published: 1 });
  });

  test('removing it again: nothing is read', () => {
    const cost = costOf(measured => measured.cost(() => measured.workspace.removeFile('file:///w/new.isms')));
    expect(cost).toMatchObject({ parsed: 0, cells: 0, published: 1 });
  });

  test('in the title of a method without a name: what calls it by that', () => {
    const cost = costOf(measured => measured.edit('file:///w/isms.isms', '"Ours"', '"Ours, revised"'));
    expect(cost).toEqual({ parsed: 1, cells: 27, rules: 27, queries: 5, values: 0, published: 1 });
  });
});

describe('what concerns all is checked for all that read it, and no more', () => {
  /** The cost in both, for a change that concerns a share of all. */
  const costs = (change: (measured: Measured) => Cost): readonly Cost[] => [change(few), change(many)];

  test('the date: no asset', () => {
    const risks = [small / 2, large / 2];
    const cost = costs(measured => measured.cost(() => measured.workspace.setToday('2026-06-02')));
    // The risks (their assessment), the roles (a holder may have left), the objectives, and eight cells of which there is one.
    expect(cost.map(({ cells }) => cells)).toEqual(risks.map(count => count + (count + 3) + 1000 + 8));
    expect(cost.map(({ rules: run }) => run)).toEqual(risks.map(count => 5 * count + 1011));
    for (const each of cost) expect(each).toMatchObject({ parsed: 0, queries: 0, published: 0 });
  });

  test('the appetite: risks and assets, by what the method makes of them', () => {
    const pairs = [small / 2, large / 2];
    const cost = costs(measured => measured.edit('file:///w/isms.isms', 'appetite: low', 'appetite: high'));
    expect(cost.map(({ cells }) => cells)).toEqual(pairs.map(count => 2 * count + 27));
    expect(cost.map(({ rules: run }) => run)).toEqual(pairs.map(count => 12 * count + 27));
    for (const each of cost) expect(each).toMatchObject({ parsed: 1, queries: 5, published: 1 });
  });
});
