/** What an ISMS relies on and another one keeps stands in its registers, with where it is kept, and is no task of its own. (4.3 c) */
import { describe, expect, test } from 'vitest';
import { datedDues } from '../../src/analysis/due.ts';
import type { Cell, Document, Table } from '../../src/documents/blocks.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { built, open } from './open.ts';

const group = `isms Group "Group ISMS" {
}
role GroupCiso "Security officer of the group"
role Idle "Nobody relies on it"
person Ann "Ann" {
  roles: GroupCiso
}
person Gone "Gone" {
  roles: GroupCiso
  left: 2025-01-01
}
supplier HostCo "HostCo B.V." {
  owner: GroupCiso
  review: every 12 months
  reviewed: 2024-01-01
}
supplier Never "Never reviewed" {
  review: every 12 months
}
supplier Unused "Unused" {
  review: every 12 months
  reviewed: 2024-01-01
}
document Policy "Information security policy" {
  kind: policy
  covers: 5.2
  owner: GroupCiso
  approved: 2024-01-01 by GroupCiso
  review: every 12 months
}
document Supplying "Supplier policy" {
  kind: policy
  covers: A.5.20
  owner: GroupCiso
}
document Canteen "Rules of the canteen" {
  kind: policy
  owner: GroupCiso
}
evidence Restore "Restore test" {
  collected: 2024-01-01
  valid: 12 months
}
evidence Other "Other test" {
  collected: 2024-01-01
  valid: 12 months
}
threat Flood "Flood of the river" {
  sources: environmental
}
threat Quake "Quake"
vulnerability Cellar "Servers in the cellar" {
  assets: OwnOfGroup
}
party Law "Law" {
  requirement Gdpr "GDPR" {
    kind: legal
    controls: A.8.13
  }
}
asset OwnOfGroup "Of the group" {
}
method "Of the group" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
  approved: 2024-01-01 by GroupCiso until 2025-01-01
}
`;

const plant = `isms Plant "Plant ISMS" {
  uses: "../b"
}
supplier Local "Local" {
  review: every 12 months
  reviewed: 2024-02-01
}
asset Press "Press" {
  owner: GroupCiso
  supplier: HostCo
}
asset Line "Line" {
  owner: GroupCiso
  supplier: Never
}
control A.8.13 {
  applicable: yes
  status: implemented
  because: Gdpr
  evidence: Restore
}
control A.5.20 {
  applicable: no
}
risk R-1 "Water" {
  assets: Press
  threat: Flood
  vulnerabilities: Cellar
}
`;

const opened = open([
  ['a/isms.isms', plant],
  ['b/isms.isms', group],
]);
const alone = open([['b/isms.isms', group]]);

const tableOf = (document: Document, id: string): Table => {
  const found = document.blocks.find((block): block is Table => block.type === 'table' && block.id === id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
};

const columnOf = (table: Table, id: string): Cell[] => {
  const index = table.columns.findIndex(column => column.id === id);
  return table.groups.flatMap(({ rows }) => rows.map(row => row[index]));
};

const headOf = ({ head }: Document): Record<string, unknown> =>
  Object.fromEntries(head.map(({ id, value }) => [id, value]));

describe('a register shows what is relied on, with where it is kept', () => {
  test.each([
    ['supplier-register', 'suppliers', { HostCo: '../b', Local: undefined, Never: '../b' }],
    ['competence', 'roles', { GroupCiso: '../b' }],
    ['document-register', 'documents', { Policy: '../b' }],
    ['document-register', 'evidence', { Restore: '../b' }],
    ['risk-assessment-report', 'threats', { Flood: '../b' }],
    ['risk-assessment-report', 'vulnerabilities', { Cellar: '../b' }],
  ])('%s, %s', (artefact, id, expected) => {
    const table = tableOf(built(opened, artefact), id);
    const kept = columnOf(table, 'kept-in');
    expect(Object.fromEntries(columnOf(table, 'id').map((name, index) => [name, kept[index]]))).toEqual(expected);
  });

  test('requirements', () => {
    const { groups } = tableOf(built(opened, 'requirements'), 'requirements');
    expect(groups.map(({ title }) => title)).toEqual(['Law (kept in ../b)']);
    expect(groups[0]?.rows[0]?.[0]).toBe('Gdpr');
  });

  test('a role of the other ISMS with who holds it there today', () => {
    expect(columnOf(tableOf(built(opened, 'competence'), 'roles'), 'holders')).toEqual([['Ann']]);
  });

  test('the assets that a weakness of the other ISMS has there are none of this one', () => {
    expect(columnOf(tableOf(built(opened, 'risk-assessment-report'), 'vulnerabilities'), 'assets')).toEqual([[]]);
  });

  test('the same stands in the scope statement', () => {
    expect(columnOf(tableOf(built(opened, 'scope-statement'), 'shared'), 'id')).toEqual(
      expect.arrayContaining(['HostCo', 'GroupCiso', 'Policy', 'Restore', 'Flood', 'Cellar', 'Law']),
    );
  });

  test('where all is kept here, no column says so', () => {
    for (const [artefact, id] of [
      ['supplier-register', 'suppliers'],
      ['document-register', 'documents'],
    ] as const)
      expect(tableOf(built(alone, artefact), id).columns.map(column => column.id)).not.toContain('kept-in');
  });

  test('customers are not told where requirements are kept', () => {
    const customers = built(opened, 'scope-statement', { edition: 'customer' });
    expect(JSON.stringify([customers.blocks, customers.data()])).not.toMatch(/kept in|"keptIn":"/i);
  });
});

describe('what another ISMS has to do is no task of this one', () => {
  test.each([
    ['supplier-register', 'suppliers', 'state', { HostCo: 'overdue there', Never: 'never there', Local: 'overdue' }],
    ['document-register', 'documents', 'state', { Policy: 'overdue there' }],
    ['calendar', 'dates', 'state', { HostCo: 'overdue there', Local: 'overdue', Policy: 'overdue there' }],
  ])('%s', (artefact, id, column, expected) => {
    const table = tableOf(built(opened, artefact), id);
    const states = columnOf(table, column);
    expect(Object.fromEntries(columnOf(table, 'id').map((name, index) => [name, states[index]]))).toMatchObject(
      expected,
    );
  });

  test.each([
    [
      'supplier-register',
      'suppliers',
      [
        ['overdue', 'overdue'],
        ['never', 'never'],
      ],
    ],
    [
      'document-register',
      'documents',
      [
        ['overdue', 'overdue'],
        ['not-approved', 'not approved'],
      ],
    ],
    ['calendar', 'dates', [['overdue', 'overdue']]],
  ] as const)('the cover of %s counts what its rows say', (artefact, id, facts) => {
    const document = built(opened, artefact);
    const table = tableOf(document, id);
    const head = headOf(document);
    expect(head[id]).toBe(columnOf(table, 'id').length);
    expect(head['kept-elsewhere']).toBe(columnOf(table, 'kept-in').filter(cell => cell !== undefined).length);
    for (const [fact, state] of facts)
      expect(head[fact]).toBe(columnOf(table, 'state').filter(cell => cell === state).length);
  });

  test('what is due is what this ISMS has to do; the other has the rest', () => {
    const due = (view: typeof opened.subject.view): string[] => datedDues(view).map(({ id }) => id);
    expect(due(opened.subject.view)).toEqual(['Local']);
    expect(due(alone.subject.view)).toEqual(expect.arrayContaining(['HostCo', 'Policy', 'Unused']));
  });

  test('the pictures show the calendar of the document, and lead from a requirement of the other ISMS', () => {
    const pictures = picturesOf(opened.unit);
    const { dates } = built(opened, 'calendar').data() as unknown as { dates: object[] };
    expect(pictures.calendar.map(({ place: _, ...due }) => due)).toEqual(dates);
    const { nodes, links } = pictures.trace;
    const at = (kind: string, id: string): number => nodes.findIndex(node => node.kind === kind && node.id === id);
    expect(nodes[at('requirement', 'Gdpr')]?.place?.path).toBe('../b/isms.isms');
    expect(links).toContainEqual([at('requirement', 'Gdpr'), at('control', 'A.8.13')]);
  });
});
