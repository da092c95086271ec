import { describe, expect, test } from 'vitest';
import { auditGap, auditsOf, cycleOf, includedControls, lowestClauses } from '../../src/analysis/audit-coverage.ts';
import { clauses } from '../../src/catalogues/clauses.ts';
import type { IsmsView } from '../../src/model/view.ts';
import { viewOf as viewOfFiles } from './view-of.ts';

const viewOf = (text: string) => viewOfFiles(['isms Acme "Acme ISMS" {}', text]);

const programmeOf = (view: IsmsView) => {
  const [programme] = view.all('Programme');
  if (!programme) throw new Error('no programme');
  return programme;
};

describe('what is to be covered', () => {
  test('are the clauses without subclauses: each clause is one or has one', () => {
    expect(lowestClauses).toContain('6.1.2');
    expect(lowestClauses).not.toContain('6.1');
    for (const { id } of clauses)
      expect(
        lowestClauses.some(low => low === id || low.startsWith(`${id}.`)),
        id,
      ).toBe(true);
  });

  test('are the controls that are applied or inherited, each once, in natural order', () => {
    const view = viewOf(
      'control A.8.12, A.8.3 { applicable: yes }\ncontrol A.5.1 { applicable: no }\ncontrol A.7.1 { applicable: inherited from X }\ncontrol A.8.3 { applicable: yes }',
    );
    expect(view.get(includedControls)).toEqual(['A.7.1', 'A.8.3', 'A.8.12']);
  });
});

describe('a programme', () => {
  test('has a cycle whose last day is the day before the next one', () => {
    const view = viewOf('programme P "P" { start: 2025-01-01 cycle: 3 years }');
    expect(cycleOf(programmeOf(view))).toEqual({ from: '2025-01-01', to: '2027-12-31' });
  });

  test('without a start takes in all its audits', () => {
    const view = viewOf('programme P "P" {}\naudit A "A" { planned: 1999-01-01 }\naudit B "B" { kind: external }');
    expect(auditsOf(view, programmeOf(view)).map(({ names }) => names[0]?.value)).toEqual(['A']);
  });

  test('has the audits of the first and of the last day of its cycle, and no others', () => {
    const view = viewOf(`programme P "P" { start: 2025-01-01 cycle: 1 year }
audit Before "" { performed: 2024-12-31 }
audit First "" { performed: 2025-01-01 }
audit Last "" { performed: 2025-12-31 }
audit After "" { planned: 2026-01-01 }`);
    expect(auditsOf(view, programmeOf(view)).map(({ names }) => names[0]?.value)).toEqual(['First', 'Last']);
  });

  test('whose audits name the main clauses leaves out only controls', () => {
    const view = viewOf(
      'programme P "P" {}\ncontrol A.8.13 { applicable: yes }\naudit A "A" { covers: 4, 5, 6, 7, 8, 9, 10 }',
    );
    expect(auditGap(view, programmeOf(view))).toEqual({
      clauses: { total: lowestClauses.length, missing: [] },
      controls: { total: 1, missing: ['A.8.13'] },
    });
  });
});
