/** What would follow, as the page shows it: what `isms whatif` says of each thing alone. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Supposition, supposable, whatIf } from '../../src/analysis/what-if.ts';
import { suppositionsOf } from '../../src/pictures/suppositions.ts';
import { isms } from '../cli/isms.ts';
import { open } from '../documents/open.ts';

const root = new URL('../../examples/', import.meta.url).pathname;

function filesOf(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.isms$|^isms\..*json$/.test(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map(name => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]);
}

const chain: [string, string][] = [
  [
    'a.isms',
    `isms Small "Small" { }
method M { likelihood: 1 low, 2 high  impact: 1 low, 2 high  formula: likelihood * impact  levels: 1 fine, 4 bad  appetite: fine }
supplier Host { }
asset Server { supplier: Host }
asset Shop { depends-on: Server }
evidence Test { }
control OWN-1 "Own" { applicable: inherited from Host  implements: OWN-2 }
control OWN-2 "Further" { applicable: yes  implements: A.8.13 }
control A.8.13 { applicable: yes  status: implemented  evidence: Test }
risk R-1 { likelihood: high  impact: high  controls: A.8.13  residual { likelihood: low  impact: low } }
risk R-2 { likelihood: high  impact: high  counterparty: Host }
`,
  ],
];

const examples: [string, () => [string, string][]][] = [
  ...['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'].map(
    (name): [string, () => [string, string][]] => [name, () => filesOf(join(root, name))],
  ),
  ['controls that put others into practice', () => chain],
];

describe.each(examples)('of %s', (_, files) => {
  test('each thing has what follows from it, and what is left out has nothing', () => {
    const view = open(files()).unit.view();
    const nothing: Supposition = { withoutControls: [], failingSuppliers: [], endedEvidence: [] };
    const keys = { control: 'withoutControls', supplier: 'failingSuppliers', evidence: 'endedEvidence' } as const;
    const shown = new Map(suppositionsOf(view).map(one => [`${one.kind} ${one.id}`, one]));
    let count = 0;
    for (const { word, declared } of supposable(view, nothing)) {
      for (const id of declared) {
        const { risks, lines, assets } = whatIf(view, { ...nothing, [keys[word as keyof typeof keys]]: [id] });
        const one = shown.get(`${word} ${id}`);
        expect([id, one !== undefined]).toEqual([id, risks.length + lines.length + assets.length > 0]);
        expect(one?.risks ?? []).toEqual(
          risks.map(({ risk, before, after, risesAbove }) => ({
            id: risk.id,
            before: before?.level?.label ?? null,
            after: after?.level?.label ?? null,
            risesAbove: risesAbove ?? null,
          })),
        );
        expect(one?.lines ?? []).toEqual(lines.map(({ control }) => control.id));
        expect((one?.assets ?? []).map(asset => asset.id)).toEqual(assets.map(asset => asset.id));
        if (one) count++;
      }
    }
    expect(shown.size).toBe(count);
  });
});

test('what is gone with something counts', () => {
  const shown = suppositionsOf(open(chain).unit.view());
  const host = shown.find(({ id }) => id === 'Host');
  expect(host?.risks.map(({ id }) => id)).toContain('R-1');
  expect(host?.assets.map(({ id }) => id)).toEqual(['Server', 'Shop']);
  expect(shown.find(({ id }) => id === 'Test')).toMatchObject({ kind: 'evidence', risks: [], lines: ['A.8.13'] });
});

test.each([
  ['--without', 'A.8.13', 'control'],
  ['--supplier-fails', 'Northcloud', 'supplier'],
  ['--evidence-ends', 'RestoreTest', 'evidence'],
])('the page says what isms whatif %s %s says', async (option, id, kind) => {
  const folder = join(root, 'acme-cloud');
  const { stdout } = await isms(['whatif', folder, option, id, '--format', 'json']);
  const said = JSON.parse(stdout);
  const shown = suppositionsOf(open(filesOf(folder)).unit.view()).find(one => one.kind === kind && one.id === id);
  expect(shown?.lines ?? []).toEqual(said.lines.map((line: { id: string }) => line.id));
  expect(shown?.risks ?? []).toEqual(
    said.risks.map((risk: Record<string, unknown> & Record<'before' | 'after', { level: string } | null>) => ({
      id: risk.id,
      before: risk.before?.level ?? null,
      after: risk.after?.level ?? null,
      risesAbove: risk.risesAbove,
    })),
  );
});
