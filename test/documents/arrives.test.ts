/** What is written in words that are easily forgotten comes out: frequencies, documents as evidence, numeric targets. */
import { expect, test } from 'vitest';
import { built, open } from './open.ts';

const data = (artefact: string, text: string) => built(open([`isms I "i" {\n}\n${text}`]), artefact).data();

test('a frequency in words', () => {
  const text = 'metric Uptime "Uptime" { measured: quarterly }\n';
  expect(data('objectives', text)).toMatchObject({ metrics: [{ measured: 'quarterly' }] });
});

test('a document as evidence keeps its place and the date of its approval', () => {
  const text = `document Backup "Backup policy" { file: "policies/backup.md" approved: 2026-02-01 by CEO }
role CEO "CEO" {}
control A.8.13 { applicable: yes evidence: Backup }
`;
  const shown = { id: 'Backup', title: 'Backup policy', file: 'policies/backup.md', collected: '2026-02-01' };
  const sheets = data('control-sheets', text) as { controls: { id: string }[] };
  expect(sheets.controls.find(({ id }) => id === 'A.8.13')).toMatchObject({ evidence: [shown] });
});

test.each([
  ['at-least: 99.5 unit: "%"', 'at least 99.5 %'],
  ['at-least: 1 at-most: 3', 'at least 1, at most 3'],
  ['target: "All of them" at-least: 99.5', 'All of them'],
])('the target of a metric with %s', (keys, target) => {
  expect(data('objectives', `metric Uptime "Uptime" { ${keys} }\n`)).toMatchObject({ metrics: [{ target }] });
});

test('results that are numbers are compared with the target', () => {
  const text = `metric Uptime "Uptime" {
  at-least: 99.5 unit: "%"
  result "Last winter" { on: 2026-02-01 value: 99.4 }
  result "" { on: 2026-05-01 value: 99.9 }
}
`;
  const results = [
    { value: 'Last winter: 99.4 %', met: false },
    { value: '99.9 %', met: true },
  ];
  expect(data('objectives', text)).toMatchObject({ metrics: [{ results }] });
});
