import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addInterval, addMonths, isDate } from '../../src/model/dates.ts';

const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

/** By the calendar of the engine: the day of the target month, or its last. */
function byEngine(date: string, months: number): string {
  const target = new Date(`${date}T00:00:00Z`);
  const wanted = target.getUTCDate();
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + months);
  const last = new Date(target);
  last.setUTCMonth(last.getUTCMonth() + 1);
  last.setUTCDate(0);
  target.setUTCDate(Math.min(wanted, last.getUTCDate()));
  return target.toISOString().slice(0, 10);
}

describe('dates', () => {
  test('months are added as the calendar has them', () => {
    fc.assert(
      fc.property(day, fc.nat(40_000), (date, months) => {
        const later = byEngine(date, months);
        if (!later.startsWith('+')) expect(addMonths(date, months)).toBe(later);
      }),
    );
  });

  test('are those that the calendar has', () => {
    fc.assert(
      fc.property(day, date => {
        expect(isDate(date)).toBe(true);
      }),
    );
    for (const date of ['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1'])
      expect(isDate(date)).toBe(false);
    expect(isDate('2000-02-29')).toBe(true);
  });

  test('no period leads beyond the year 9999', () => {
    expect(addInterval('9999-06-01', 7, 'months')).toBeUndefined();
    expect(addInterval('9999-12-31', 1, 'day')).toBeUndefined();
    expect(addInterval('9999-06-01', 6, 'months')).toBe('9999-12-01');
  });
});
