/** Targets and results in words: what is certain is compared, and nothing else. */
import { expect, test } from 'vitest';
import { boundOf, isWithin } from '../../src/analysis/bound.ts';
import { measuredQuantity } from '../../src/analysis/quantity.ts';

function meets(target: string, result: string): boolean | undefined {
  const [bound, quantity] = [boundOf(target), measuredQuantity(result)];
  return bound && quantity && isWithin(quantity, bound);
}

const missed: readonly (readonly [target: string, result: string])[] = [
  ['at least 99.9 % a month', '99.2 %'],
  ['≥ 99,9 %', '99,2 %'],
  ['mindestens 95 Prozent', '62 % (5 von 8)'],
  ['at least 95 %', '62 % (5 of 8)'],
  ['at least 95 %', '5 of 8'],
  ['at least 95 % of laptops', '80 %'],
  ['min. 95 %', '80'],
  ['95 % or more', '80 %'],
  ['100 %', '80 %'],
  ['100 % of all devices', '98 %'],
  ['0', '3'],
  ['0', '3 of 38,880 attempts'],
  ['0', '3 von 38.880 Versuchen'],
  ['0 leaks', '1 leak'],
  ['0 %', '2 %'],
  ['below 30 minutes', '47 minutes'],
  ['unter 30 Minuten', '47 min'],
  ['< 15 minutes', '26 minutes'],
  ['<15 min', '0.5 h'],
  ['max. 15 minutes', '26 minutes'],
  ['maximal 15 Minuten', '26 Minuten'],
  ['15 minutes or less', '26 minutes'],
  ['15 minutes at most', '26'],
  ['höchstens 15 Minuten', '26 Minuten'],
  ['nicht mehr als 15 Min.', '26 Min.'],
  ['within 4 hours', '5 h 10'],
  ['below 4 h', '5 h 10'],
  ['below 4 h', '5h10'],
  ['below 4 h', '5:10 h'],
  ['below 4 h', '1 day 2 h'],
  ['below 4 h', '250 minutes'],
  ['at most 2 days', '3 days'],
  ['at most 2 days', '50 h'],
  ['at most 10 working days', '12 working days'],
  ['höchstens 10 Arbeitstage', '12 Arbeitstage'],
  ['at most 20 a month', '34'],
  ['höchstens 20 im Monat', '34 Fälle'],
  ['more than 10', '7'],
  ['über 98 %', '97,5 %'],
  ['at most 1,000', '1,200'],
];

test.each(missed)('%s: %s misses it', (target, result) => expect(meets(target, result)).toBe(false));

const met: readonly (readonly [target: string, result: string])[] = [
  ['at least 99.9 % a month', '99.97 %'],
  ['at least 99.9 %', '99.985 %'],
  ['at least 95 %', '100 % (3 of 3)'],
  ['100 %', '1 of 1'],
  ['0', '0 of 41,880 attempts'],
  ['below 4 h', '3 h 05'],
  ['≤ 4 h', '3 h 12 min'],
  ['below 30 minutes', '19 minutes'],
  ['at most 20 a month', '20'],
  ['at most 2 days', '47 h'],
];

test.each(met)('%s: %s meets it', (target, result) => expect(meets(target, result)).toBe(true));

const unknown: readonly (readonly [target: string, result: string])[] = [
  // It may be the goal, or the most there may be.
  ['95 %', '80 %'],
  ['30 minutes', '47 minutes'],
  ['50 % by March 2027, rising each quarter', '14 %'],
  ['≥ 40 % reported, ≤ 5 % clicked', '38 % reported, 6.1 % clicked'],
  ['median below 30 minutes', '47 minutes'],
  ['at least 99.5 % in working hours', '98.9 %'],
  ['at most 2 days in 95 % of cases', '3 days'],
  // Rounding.
  ['below 30 minutes', '30 minutes'],
  ['at least 66.7 %', '2 of 3'],
  // Other units, or none that is certain.
  ['at least 95 %', '5 minutes'],
  ['at least 95 %', '0.98'],
  ['at most 10 working days', '12 days'],
  ['at most 5 incidents', '7 people'],
  ['at least 95 %', '1 of 20 late'],
  ['at least 4', '2 of 3'],
  ['at most 20 a month', '34 a year'],
  ['at most 1.500', '1.600'],
  // Another number, or a condition.
  ['0', '8 of 8 passed'],
  ['0', 'about 3'],
  ['at least 99.9 %', '99.2 % (99.95 % without maintenance)'],
  ['at least 99.9 %', '99.2 % without maintenance'],
  ['at least 95 %', 'May: 80 %'],
  ['below 4 h', '5 h 75'],
  ['within 95 %', '80 %'],
];

test.each(unknown)('%s: of %s nothing is known', (target, result) => expect(meets(target, result)).toBeUndefined());
