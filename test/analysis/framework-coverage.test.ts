import { describe, expect, test } from 'vitest';
import { coverableFrameworks, coverageOf } from '../../src/analysis/framework-coverage.ts';
import { frameworkNamed } from '../../src/analysis/frameworks.ts';
import { viewOf } from './view-of.ts';

const house = 'catalog House "House rules" {\n  entry H-1 "First"\n  entry H-2 "Second"\n}\n';

/** The state of an entry of an ISMS with these declarations. */
function entryOf(text: string, id = 'H-1', name = 'House') {
  const view = viewOf([`isms Acme "Acme" {}\n${name === 'House' ? house : ''}${text}`]);
  const coverage = coverageOf(view, frameworkNamed(view, name)!);
  return coverage.entries.find(entry => entry.id === id)!;
}

const map = (targets: string) => `mapping M { from: House to: AnnexA H-1 -> ${targets} }\n`;
const control = (id: string, is: string) => `control ${id} { ${is} }\n`;
const done = 'applicable: yes status: implemented';
const out = 'applicable: no because: no-such-activity';

describe('the state of an entry follows from its controls', () => {
  test.each<[string, string, string]>([
    ['no mapping', '', 'unmapped'],
    ['nothing decided', map('A.5.1'), 'undecided'],
    ['an entry that decides nothing', map('A.5.1') + control('A.5.1', ''), 'undecided'],
    ['the only one implemented', map('A.5.1') + control('A.5.1', done), 'implemented'],
    ['inherited', map('A.5.1') + control('A.5.1', 'applicable: inherited from X'), 'implemented'],
    ['inherited, not done', map('A.5.1') + control('A.5.1', 'applicable: inherited from X status: planned'), 'planned'],
    ['one implemented, one excluded', map('A.5.1, A.5.2') + control('A.5.1', done) + control('A.5.2', out), 'partial'],
    ['one implemented, one undecided', map('A.5.1, A.5.2') + control('A.5.1', done), 'partial'],
    ['in part', map('A.5.1') + control('A.5.1', 'applicable: yes status: partial'), 'partial'],
    ['planned', map('A.5.1') + control('A.5.1', 'applicable: yes status: planned'), 'planned'],
    ['no status', map('A.5.1') + control('A.5.1', 'applicable: yes'), 'planned'],
    ['excluded', map('A.5.1, A.5.2') + control('A.5.1, A.5.2', out), 'excluded'],
    ['one excluded, one undecided', map('A.5.1, A.5.2') + control('A.5.1', out), 'undecided'],
    [
      'an excluded one that says it is implemented',
      map('A.5.1') + control('A.5.1', `${out} status: implemented`),
      'excluded',
    ],
    ['clauses', map('4.1, 9.2'), 'clauses-only'],
    ['clauses and a control', map('9.2, A.5.1') + control('A.5.1', done), 'implemented'],
    ['an entry of another framework', map('PR.AA-01'), 'unmapped'],
    ['an own control', map('ACME-1') + control('ACME-1', done), 'implemented'],
    ['itself a control', control('H-1', done), 'implemented'],
  ])('%s', (_, text, state) => {
    expect(entryOf(text).state).toBe(state);
  });
});

test('a mapping is read from either side, and of several each control counts once', () => {
  const text = `${map('A.5.1')}mapping N { from: AnnexA to: House A.5.1 -> H-1, H-2 A.5.2 -> H-1 }\n`;
  expect(entryOf(text).controls.map(({ id }) => id)).toEqual(['A.5.1', 'A.5.2']);
  expect(entryOf(text, 'H-2').controls.map(({ id }) => id)).toEqual(['A.5.1']);
});

test('a mapping between other catalogues is none of this one, one that does not say is of what it names', () => {
  expect(entryOf('mapping M { from: NistCsf to: AnnexA H-1 -> A.5.1 }').state).toBe('unmapped');
  expect(entryOf('mapping M { H-1 -> A.5.1 }').state).toBe('undecided');
});

test('a built-in framework is covered through what its publisher relates it to', () => {
  const entry = entryOf(control('A.8.13', done), 'RC.RP-03', 'NistCsf');
  expect(entry).toMatchObject({ state: 'implemented', theme: 'Recover: Incident Recovery Plan Execution' });
  expect(entryOf('', 'GV.OC-02', 'NistCsf')).toMatchObject({
    state: 'clauses-only',
    clauses: expect.arrayContaining(['4.1']),
  });
});

test('a mapping of the same name stands for the built-in one, and a catalogue for the built-in one', () => {
  const own = 'mapping NistCsfToAnnexA { from: NistCsf to: AnnexA RC.RP-03 -> A.5.1 }\n';
  expect(entryOf(own, 'RC.RP-03', 'NistCsf').controls.map(({ id }) => id)).toEqual(['A.5.1']);
  const view = viewOf(['isms Acme {}\ncatalog NistCsf "Excerpt" { entry RC.RP-03 "Backups" }\n']);
  const [framework] = coverableFrameworks(view);
  expect(framework).toMatchObject({ name: 'NistCsf', isBuiltIn: false });
  expect(coverageOf(view, framework!).entries).toHaveLength(1);
});

test('Annex A is covered by its own lines alone, and clauses are not covered at all', () => {
  expect(entryOf(control('A.5.15', done), 'A.5.15', 'AnnexA')).toMatchObject({
    state: 'implemented',
    controls: [{ id: 'A.5.15' }],
  });
  const view = viewOf(['isms Acme {}\n']);
  expect(coverableFrameworks(view).map(({ name }) => name)).toEqual(['AnnexA', 'NistCsf']);
});

test('totals count each entry once', () => {
  const view = viewOf([`isms Acme {}\n${house}${map('A.5.1')}`]);
  for (const framework of coverableFrameworks(view)) {
    const { totals, entries } = coverageOf(view, framework);
    expect(Object.values(totals).reduce((sum, count) => sum + count, 0)).toBe(entries.length);
  }
});
