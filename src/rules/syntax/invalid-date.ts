import { isDate } from '../../model/dates.ts';
import { say } from '../../wording/wording.ts';
import { type Fix, type FixContext, type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/invalid-date',
  severity: 'error',
  summary: 'A date is not one of the calendar, or not written as year, month and day.',
  why: 'Due dates, approvals and validity cannot be judged by a date that does not exist.',
  remedy: 'Write the date as `2026-03-01`.',
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  collected: 2026-02-30\n}',
    good: 'evidence RestoreTest "Restore test report" {\n  collected: 2026-02-28\n}',
  },
  fix({ declaration, at }: FixTarget, context: FixContext): Fix[] {
    const written = context.textOf(declaration).slice(at.start, at.end);
    const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
    if (!parts) return [];
    const [, year = '', month = '', day = ''] = parts;
    const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const replace = (date: string, safe: boolean): Fix[] => [
      {
        title: say('Write {0}', date),
        edits: [{ declaration, start: at.start, end: at.end, text: date }],
        safe,
        preferred: safe,
        decides: !safe,
      },
    ];
    if (isDate(padded)) return replace(padded, true);
    // The 30th of February was meant to be its end.
    const daysBefore = [28, 29, 30].map(last => `${padded.slice(0, 8)}${last}`);
    const last = daysBefore.filter(date => isDate(date) && date < padded).at(-1);
    return last && Number(day) <= 31 ? replace(last, false) : [];
  },
});
