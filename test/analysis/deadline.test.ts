import { expect, test } from 'vitest';
import { dueAfter, isPast, latest } from '../../src/analysis/deadline.ts';

const at = (value: string) => ({ value, start: 0, end: value.length });

test('the day itself is still in time', () => {
  expect(isPast(at('2026-06-01'), '2026-06-01')).toBe(false);
  expect(isPast(at('2026-05-31'), '2026-06-01')).toBe(true);
});

test('what is no date has not passed', () => {
  expect(isPast(at('2026-02-30'), '2026-06-01')).toBe(false);
  expect(isPast(undefined, '2026-06-01')).toBe(false);
});

test('a period counts from a date, in any unit', () => {
  expect(dueAfter('2026-01-31', { count: 1, unit: 'month' })).toBe('2026-02-28');
  expect(dueAfter('2026-01-31', { count: 2, unit: 'weeks' })).toBe('2026-02-14');
  expect(dueAfter('2026-01-31', { count: 2, unit: 'moons' })).toBeUndefined();
  expect(dueAfter(undefined, { count: 2, unit: 'weeks' })).toBeUndefined();
});

test('the latest of several dates, whatever is missing', () => {
  expect(latest(undefined, '2026-01-31', '2025-12-31')).toBe('2026-01-31');
  expect(latest(undefined)).toBeUndefined();
});
