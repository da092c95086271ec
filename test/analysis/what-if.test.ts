import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateRisk, standingToday } from '../../src/analysis/risk.ts';
import { type Supposition, type WhatIf, whatIf } from '../../src/analysis/what-if.ts';
import type { IsmsView } from '../../src/model/view.ts';
import { viewOf } from './view-of.ts';

const method = `isms Acme "Acme ISMS" {}
method "Ours" {
  likelihood { 1: rare 2: possible 3: likely }
  impact { 1: minor 2: serious 3: severe }
  levels { low: 1..2 medium: 3..4 high: 5..9 }
  appetite: medium
}
supplier Host "Hosting" {}
supplier Other "Other" {}
`;

const supposing = (some: Partial<Supposition>): Supposition => ({
  withoutControls: [],
  failingSuppliers: [],
  endedEvidence: [],
  ...some,
});

const treated = (controls: string, more = '') =>
  `risk R-1 "Loss" {\n  likelihood: likely\n  impact: severe\n  treatment: modify\n  controls: ${controls}\n  residual { likelihood: rare }\n${more}}\n`;

const implemented = (id: string, more = '') => `control ${id} {\n  applicable: yes\n  status: implemented\n${more}}\n`;

describe('what would follow', () => {
  test('without a control a risk that counts on it stands as without treatment, and its line is untrue', () => {
    const view = viewOf([method, implemented('A.8.13'), treated('A.8.13')]);
    const { risks, lines } = whatIf(view, supposing({ withoutControls: ['A.8.13'] }));
    expect(risks).toMatchObject([
      {
        risk: { id: 'R-1', title: 'Loss' },
        before: { score: 3 },
        after: { score: 9 },
        risesAbove: true,
        because: [{ kind: 'control', id: 'A.8.13' }],
      },
    ]);
    expect(lines.map(({ control }) => control.id)).toEqual(['A.8.13']);
  });

  test('a risk that takes no credit for the control yet does not rise, nor does one without it', () => {
    const view = viewOf([method, 'control A.8.13 {\n  applicable: yes\n  status: planned\n}\n', treated('A.8.13')]);
    expect(whatIf(view, supposing({ withoutControls: ['A.8.13'] }))).toEqual({ risks: [], lines: [], assets: [] });
    const other = viewOf([method, implemented('A.8.13'), implemented('A.8.14'), treated('A.8.13')]);
    expect(whatIf(other, supposing({ withoutControls: ['A.8.14'] })).risks).toEqual([]);
  });

  test('a risk whose level without treatment is not stated is told as not known', () => {
    const today = method.replace('appetite: medium', 'appetite: medium\n  assessed: current');
    const view = viewOf([today, implemented('A.8.13'), treated('A.8.13')]);
    expect(evaluateRisk(view, view.all('Risk')[0] as never).inherent).toBeUndefined();
    expect(whatIf(view, supposing({ withoutControls: ['A.8.13'] })).risks).toMatchObject([
      { before: { score: 9 }, after: undefined, risesAbove: undefined },
    ]);
  });

  test('with a supplier fail what is inherited from or shared with it, what it took over, and the assets that depend on it', () => {
    const view = viewOf([
      method,
      'control A.7.1 {\n  applicable: inherited from Host\n}\n',
      'control A.8.6 {\n  applicable: shared with Host\n  status: implemented\n}\n',
      'control A.7.2 {\n  applicable: inherited from Other\n}\n',
      treated('A.7.1'),
      'risk R-2 "Loss" {\n  likelihood: likely\n  impact: severe\n  treatment: share\n  counterparty: Host\n  current { likelihood: rare }\n}\n',
      'asset Vm "Servers" {\n  supplier: Host\n}\nasset App "Application" {\n  depends-on: Vm\n}\nasset Shop "Shop" {\n  depends-on: App\n}\nasset Desk "Desk" {}\n',
    ]);
    const { risks, lines, assets } = whatIf(view, supposing({ failingSuppliers: ['Host'] }));
    expect(risks.map(({ risk, because }) => [risk.id, because])).toEqual([
      ['R-1', [{ kind: 'control', id: 'A.7.1' }]],
      ['R-2', [{ kind: 'supplier', id: 'Host' }]],
    ]);
    expect(lines.map(({ control }) => control.id)).toEqual(['A.7.1', 'A.8.6']);
    expect(assets.map(({ id }) => id)).toEqual(['App', 'Shop', 'Vm']);
  });

  test('a control of Annex A is gone where all that puts it into practice is', () => {
    const own = (id: string) =>
      `control ${id} "${id}" {\n  applicable: yes\n  status: implemented\n  implements: A.8.13\n}\n`;
    const view = viewOf([method, implemented('A.8.13'), own('OWN-1'), own('OWN-2'), treated('A.8.13')]);
    expect(whatIf(view, supposing({ withoutControls: ['OWN-1'] })).risks).toEqual([]);
    const { risks, lines } = whatIf(view, supposing({ withoutControls: ['OWN-1', 'OWN-2'] }));
    expect(risks).toHaveLength(1);
    expect(lines.map(({ control }) => control.id)).toEqual(['A.8.13', 'OWN-1', 'OWN-2']);
  });

  test('a line is untrue when no evidence is left that is valid today; no risk rises', () => {
    const evidence = (name: string, collected: string) =>
      `evidence ${name} "${name}" {\n  collected: ${collected}\n  valid: 6 months\n}\n`;
    const view = viewOf([
      method,
      evidence('New', '2026-05-01'),
      evidence('Newer', '2026-05-02'),
      evidence('Old', '2024-01-01'),
      implemented('A.8.13', '  evidence: New, Old\n'),
      implemented('A.8.14', '  evidence: New, Newer\n'),
      implemented('A.8.15', '  evidence: Old\n'),
      treated('A.8.13'),
    ]);
    const ended = (...endedEvidence: string[]) => {
      const { risks, lines } = whatIf(view, supposing({ endedEvidence }));
      expect(risks).toEqual([]);
      return lines.map(({ control }) => control.id);
    };
    expect(ended('New')).toEqual(['A.8.13']);
    expect(ended('New', 'Newer')).toEqual(['A.8.13', 'A.8.14']);
    expect(ended('Old')).toEqual([]);
  });

  test('dependencies in a circle end', () => {
    const view = viewOf([
      method,
      'asset A "A" {\n  supplier: Host\n  depends-on: B\n}\nasset B "B" {\n  depends-on: A\n}\n',
    ]);
    expect(whatIf(view, supposing({ failingSuppliers: ['Host'] })).assets.map(({ id }) => id)).toEqual(['A', 'B']);
  });
});

describe('whatever is declared and supposed', () => {
  const controls = ['A.5.1', 'A.5.2', 'A.7.1', 'OWN-1'];
  const evidences = ['E1', 'E2'];
  const step = (words: readonly string[]) => fc.constantFrom(...words);
  const anyIsms = fc
    .record({
      decisions: fc.array(step(['yes', 'inherited from Host', 'shared with Other', 'no']), {
        minLength: 4,
        maxLength: 4,
      }),
      statuses: fc.array(step(['implemented', 'partial', 'planned']), { minLength: 4, maxLength: 4 }),
      evidence: fc.array(fc.subarray(evidences), { minLength: 4, maxLength: 4 }),
      risks: fc.array(
        fc.record({
          levels: fc.array(fc.tuple(step(['rare', 'possible', 'likely']), step(['minor', 'serious', 'severe'])), {
            minLength: 1,
            maxLength: 3,
          }),
          controls: fc.subarray(controls),
          counterparty: fc.subarray(['Host', 'Other']),
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ decisions, statuses, evidence, risks }) => {
      const list = (key: string, names: readonly string[]) => (names.length ? `  ${key}: ${names.join(', ')}\n` : '');
      return [
        method,
        ...evidences.map(name => `evidence ${name} "${name}" {\n  collected: 2026-05-01\n  valid: 6 months\n}\n`),
        ...controls.map(
          (id, i) =>
            `control ${id} "Title" {\n  applicable: ${decisions[i]}\n  status: ${statuses[i]}\n${i === 3 ? '  implements: A.5.1\n' : ''}${list('evidence', evidence[i] ?? [])}}\n`,
        ),
        ...risks.map(({ levels: [own, current, residual], controls: treating, counterparty }, i) => {
          const block = (key: string, level: readonly string[] | undefined) =>
            level ? `  ${key} { likelihood: ${level[0]} impact: ${level[1]} }\n` : '';
          return `risk R-${i} "Risk" {\n  likelihood: ${own?.[0]}\n  impact: ${own?.[1]}\n${list('controls', treating)}${list('counterparty', counterparty)}${block('current', current)}${block('residual', residual)}}\n`;
        }),
      ].join('');
    });

  const anySupposition: fc.Arbitrary<Supposition> = fc.record({
    withoutControls: fc.subarray(controls),
    failingSuppliers: fc.subarray(['Host', 'Other']),
    endedEvidence: fc.subarray(evidences),
  });

  const both = (a: Supposition, b: Supposition): Supposition => ({
    withoutControls: [...a.withoutControls, ...b.withoutControls],
    failingSuppliers: [...a.failingSuppliers, ...b.failingSuppliers],
    endedEvidence: [...a.endedEvidence, ...b.endedEvidence],
  });
  const names = ({ risks, lines, assets }: WhatIf) => [
    ...risks.map(({ risk }) => risk.id),
    ...lines.map(({ control }) => control.id),
    ...assets.map(({ id }) => id),
  ];
  const check = (property: (view: IsmsView, a: Supposition, b: Supposition) => void) =>
    fc.assert(
      fc.property(anyIsms, anySupposition, anySupposition, (text, a, b) => property(viewOf([text]), a, b)),
      { numRuns: 150 },
    );

  test('no risk becomes lower, and each of them counts on something that is gone', () =>
    check((view, a) => {
      for (const { risk, before, after, because } of whatIf(view, a).risks) {
        const declared = view.all('Risk').find(({ names: [name] }) => name?.value === risk.id);
        expect(before).toEqual(declared && standingToday(view, declared));
        expect(after?.score ?? 9).toBeGreaterThan(before?.score ?? 0);
        expect(because.length).toBeGreaterThan(0);
      }
    }));

  test('order does not matter, and saying it twice neither', () =>
    check((view, a, b) => {
      expect(whatIf(view, both(a, b))).toEqual(whatIf(view, both(b, a)));
      expect(whatIf(view, both(a, a))).toEqual(whatIf(view, a));
    }));

  test('together there follows at least what follows from each', () =>
    check((view, a, b) => {
      const together = names(whatIf(view, both(a, b)));
      expect(together).toEqual(expect.arrayContaining(names(whatIf(view, a))));
    }));

  test('where nothing is gone nothing follows', () =>
    check(view => {
      expect(names(whatIf(view, supposing({})))).toEqual([]);
    }));
});
