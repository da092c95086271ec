import { describe, expect, test } from 'vitest';
import type { Document, Figure } from '../../src/documents/blocks.ts';
import { gridOf, mainTable } from '../../src/formats/shared/tables.ts';
import { cellText } from '../../src/formats/shared/text.ts';
import { built, open } from './open.ts';

const scales = `
  likelihood { 1: rare 2: likely 3: certain }
  impact { 1: minor 2: major 3: severe }
  levels { low: 1..2 medium: 3..4 high: 6..9 }
  appetite: low
`;
const text = (method: string) => `isms Small "Small ISMS" { organization: "Small Ltd." version: "1.2" }
role Ceo "Chief executive"
role It "IT lead"
asset Laptops "Laptops"
threat Thief "Theft of a bag"
supplier Insurer "Insurer Ltd." {}
method "M" { ${method} }
control A.8.1 { applicable: yes status: implemented justification: "x" }
risk R-10 "Theft" {
  assets: Laptops threat: Thief scenario: "A bag is *left* behind." owner: Ceo
  likelihood: likely impact: confidentiality severe, availability minor
  current { likelihood: rare } residual { impact: minor }
  assessed: 2026-01-10 treatment: modify, share controls: A.8.1 counterparty: Insurer
  action "Encrypt disks" { owner: It due: 2026-05-01 status: in-progress controls: A.8.1 }
  action "Train staff" { owner: Ceo due: 2026-03-01 completed: 2026-02-11 }
  accepted: 2026-02-01 by Ceo until 2027-01-31
}
risk R-2 "Fire" { likelihood: certain impact: severe treatment: retain }
risk R-3 "Nothing said yet" {}
`;

const opened = open([text(scales)]);

const rowsOf = (document: Document): Record<string, string>[] => {
  const { columns, rows } = gridOf(mainTable(document));
  return rows.map(({ cells }) => Object.fromEntries(columns.map(({ id }, x) => [id, cellText(cells[x])])));
};

const headOf = ({ head }: Document): Record<string, unknown> =>
  Object.fromEntries(head.map(({ id, value }) => [id, value]));

const figures = ({ blocks }: Document): Figure[] => blocks.filter(block => block.type === 'figure');

describe('the risk register', () => {
  const document = built(opened, 'risk-register');

  test('has every risk, in natural order, with levels by the method and names by their titles', () => {
    const rows = rowsOf(document);
    expect(rows.map(({ id }) => id)).toEqual(['R-2', 'R-3', 'R-10']);
    expect(rows[2]).toEqual({
      id: 'R-10',
      title: 'Theft',
      scenario: 'A bag is *left* behind.',
      assets: 'Laptops',
      threats: 'Theft of a bag',
      owner: 'Chief executive',
      likelihood: 'likely',
      impact: 'confidentiality severe; availability minor',
      inherent: 'high (6)',
      current: 'medium (3)',
      residual: 'low (1)',
      treatment: 'modify, share',
      controls: 'A.8.1 User endpoint devices',
      actions: 'Encrypt disks, IT lead, due 2026-05-01, overdue; Train staff, Chief executive, completed 2026-02-11',
      assessed: '2026-01-10',
      'likelihood-today': 'rare',
      'impact-today': 'confidentiality severe; availability minor',
      'likelihood-after': 'rare',
      'impact-after': 'minor',
      'shared-with': 'Insurer Ltd.',
      accepted: '2026-02-01',
      'accepted-by': 'Chief executive',
      'accepted-until': '2027-01-31',
    });
    expect(rows[1]).toMatchObject({ inherent: '', treatment: '', accepted: '' });
  });

  test('counts on the cover what is in the table', () => {
    expect(headOf(document)).toMatchObject({
      organisation: 'Small Ltd.',
      version: 'not stated',
      approved: 'not approved',
      'as-of': '2026-06-01',
      appetite: 'low',
      risks: 3,
      'not-assessed': 1,
      'above-before': 2,
      'above-after': 0,
      accepted: 1,
    });
  });

  test('draws where the gravest impact of each risk stands, the highest likelihood at the top', () => {
    const counts = figures(document).map(figure =>
      figure.kind === 'matrix' ? figure.cells.map(row => row.map(({ count }) => count)) : [],
    );
    expect(counts).toEqual([
      [
        [0, 0, 1],
        [0, 0, 1],
        [0, 0, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
        [1, 0, 0],
      ],
    ]);
    const [before] = figures(document);
    expect(before).toMatchObject({ down: { labels: ['certain', 'likely', 'rare'] } });
    expect(before?.kind === 'matrix' && before.cells[0]?.[2]).toEqual({ count: 1, word: 'high', tone: 'bad' });
    expect(before?.kind === 'matrix' && before.cells[2]?.[0]).toEqual({ count: 0, word: 'low', tone: 'good' });
  });

  test('gives a level the meaning that the method gives it', () => {
    const { columns } = mainTable(document);
    expect(columns.find(({ id }) => id === 'residual')?.tones).toEqual({
      'high (9)': 'bad',
      'high (6)': 'bad',
      'medium (3)': 'attention',
      'low (1)': 'good',
    });
  });

  test('has no scores where a matrix names the levels, and no matrix without scales', () => {
    const matrix = `${scales.replace(/levels .*/, 'levels { low high }')}
      matrix { rare: low, low, low likely: low, low, high certain: low, high, high }`;
    expect(rowsOf(built(open([text(matrix)]), 'risk-register'))[2]).toMatchObject({
      inherent: 'high',
      residual: 'low',
    });
    expect(figures(built(open([text('')]), 'risk-register'))).toEqual([]);
  });
});

describe('the risk treatment plan', () => {
  const document = built(opened, 'risk-treatment-plan');

  test('has a row for each action, and one for a risk without any', () => {
    const rows = rowsOf(document);
    expect(rows.map(({ id, action, status, due, completed }) => [id, action, status, due, completed])).toEqual([
      ['R-2', '', '', '', ''],
      ['R-3', '', '', '', ''],
      ['R-10', 'Encrypt disks', 'overdue', '2026-05-01', ''],
      ['R-10', 'Train staff', 'done', '2026-03-01', '2026-02-11'],
    ]);
    expect(rows[2]).toMatchObject({
      'risk-owner': 'Chief executive',
      'action-owner': 'IT lead',
      'puts-in-place': 'A.8.1',
      'shared-with': 'Insurer Ltd.',
      controls: 'A.8.1 User endpoint devices',
      residual: 'low (1)',
    });
    expect(rows[1]).toMatchObject({ treatment: 'not decided' });
  });

  test('counts and draws the actions by status', () => {
    expect(headOf(document)).toMatchObject({ risks: 3, untreated: 1, actions: 2, overdue: 1 });
    const [bars] = figures(document);
    const values = bars?.kind === 'bars' ? bars.parts.map(({ label }, x) => [label, bars.bars[0]?.values[x]]) : [];
    expect(values.filter(([, value]) => value)).toEqual([
      ['done', 1],
      ['overdue', 1],
    ]);
  });
});
