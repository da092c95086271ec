/** A complete ISMS that nobody touches any more: only what has become late is told, and it is told. */
import { expect, test } from 'vitest';
import { exampleFiles } from './files.ts';
import { workspaceOf } from './order.ts';

/** What becomes true by time alone. */
const byTime = [
  'audit/none-planned',
  'audit/overdue',
  'certification/expired',
  'certification/no-result',
  'certification/surveillance-due',
  'change/overdue',
  'competence/expired',
  'document/review-overdue',
  'evidence/expired',
  'exception/expired',
  'finding/overdue',
  'metric/not-measured',
  'objective/overdue',
  'programme/ended',
  'review/decision-overdue',
  'review/overdue',
  'risk/acceptance-expired',
  'risk/overdue-action',
  'risk/review-overdue',
  'soa/overdue-action',
  'supplier/review-overdue',
];

const examples = ['acme-cloud', 'five-person-studio', 'harbour-hospital'];
/** Half a year later each has measurements and evidence that are too old; a year later all risks as well. */
const dates: Readonly<Record<string, readonly [half: string, year: string]>> = {
  'acme-cloud': ['2026-12-15', '2027-06-15'],
  'five-person-studio': ['2026-11-30', '2027-05-31'],
  'harbour-hospital': ['2027-03-31', '2027-09-30'],
};

function codesAsOf(name: string, asOf: string): string[] {
  const files = exampleFiles(name).map(([uri, text]): [string, string] =>
    uri.endsWith('isms.config.json') ? [uri, JSON.stringify({ asOf })] : [uri, text],
  );
  const workspace = workspaceOf(files);
  return workspace.files().flatMap(uri => workspace.diagnostics(uri).map(({ code }) => code));
}

test.each(examples)('%s, half a year and a year later', name => {
  const [half, year] = dates[name] ?? [];
  const soon = codesAsOf(name, half as string);
  const late = codesAsOf(name, year as string);
  expect([...soon, ...late].filter(code => !byTime.includes(code))).toEqual([]);
  expect(soon).toEqual(expect.arrayContaining(['evidence/expired', 'metric/not-measured', 'risk/overdue-action']));
  expect(soon).not.toContain('risk/review-overdue');
  expect(late).toEqual(
    expect.arrayContaining([
      'document/review-overdue',
      'review/overdue',
      'risk/acceptance-expired',
      'supplier/review-overdue',
    ]),
  );
  // What is late stays late until somebody does it.
  for (const code of new Set(soon)) expect(late).toContain(code);
});
