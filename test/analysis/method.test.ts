import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareEvaluations,
  comparingMethod,
  type Evaluation,
  evaluate,
  exceedsAppetite,
  isGraver,
  missingParts,
  possibleScores,
  type RiskMethod,
  reachedLevels,
  riskMethod,
  type ScaleStep,
} from '../../src/analysis/method.ts';
import type { ImpactValue, Located } from '../../src/model/declaration.ts';
import { viewOf } from './view-of.ts';

const word = (value: string): Located<string> => ({ value, start: 0, end: value.length });
const impact = (level: string, property?: 'confidentiality' | 'integrity' | 'availability'): ImpactValue => ({
  $type: 'ImpactValue',
  $start: 0,
  $end: 0,
  $keys: [],
  level: word(level),
  ...(property ? { property: { value: property, start: 0, end: 0 } } : {}),
});

/** A scale with ascending numbers. */
const scaleOf = (prefix: string): fc.Arbitrary<ScaleStep[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
    .map(values => values.sort((a, b) => a - b).map((value, index) => ({ label: `${prefix}${index}`, value })));

const formulas = ['product', 'sum', 'maximum'] as const;

/** A sound method: its levels divide the possible scores, each taking in one or more. */
const methods = fc
  .record({
    likelihood: scaleOf('l'),
    impact: scaleOf('i'),
    availability: fc.option(scaleOf('a'), { nil: undefined }),
    formula: fc.constantFrom(...formulas),
    cuts: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    appetite: fc.nat(40),
  })
  .map(({ likelihood, impact: steps, availability, formula, cuts, appetite }): RiskMethod => {
    const bare: RiskMethod = {
      title: '',
      likelihood,
      impact: steps,
      impactByProperty: availability ? { availability } : {},
      values: [],
      levels: [],
      assesses: 'inherent' as const,
      formula,
      matrix: undefined,
      appetite: undefined,
    };
    const scores = possibleScores(bare);
    const starts = scores.filter((_, index) => index === 0 || cuts[index % cuts.length]);
    const levels = starts.map((from, rank) => ({
      label: `level${rank}`,
      rank,
      from,
      to: (starts[rank + 1] ?? (scores.at(-1) ?? from) + 1) - 1,
    }));
    return { ...bare, levels, appetite: levels[appetite % levels.length]?.label };
  });

const allPairs = (method: RiskMethod): { l: number; i: number; result: Evaluation | undefined }[] =>
  method.likelihood.flatMap((chance, l) =>
    method.impact.map((step, i) => ({ l, i, result: evaluate(method, word(chance.label), [impact(step.label)]) })),
  );

describe('evaluate, for any sound method', () => {
  test('gives each likelihood and impact a possible score and the level that takes it in', () => {
    fc.assert(
      fc.property(methods, method => {
        const scores = possibleScores(method);
        for (const { result } of allPairs(method)) {
          expect(scores).toContain(result?.score);
          expect(result?.level).toBeDefined();
          expect(result!.score).toBeGreaterThanOrEqual(result!.level!.from!);
          expect(result!.score).toBeLessThanOrEqual(result!.level!.to!);
        }
      }),
    );
  });

  test('never falls as the likelihood or the impact rises', () => {
    fc.assert(
      fc.property(methods, method => {
        const pairs = allPairs(method);
        for (const a of pairs) {
          for (const b of pairs) {
            if (a.l > b.l || a.i > b.i) continue;
            expect(isGraver(method, a.result, b.result)).toBe(false);
            expect(a.result!.score).toBeLessThanOrEqual(b.result!.score);
            if (exceedsAppetite(method, a.result)) expect(exceedsAppetite(method, b.result)).toBe(true);
          }
        }
      }),
    );
  });

  test('takes the gravest of several impacts, in any order', () => {
    fc.assert(
      fc.property(methods, fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (method, l, picks) => {
        const chance = word(method.likelihood[l % method.likelihood.length]!.label);
        const impacts = picks.map(pick => {
          const own = method.impactByProperty.availability;
          return own && pick % 2
            ? impact(own[pick % own.length]!.label, 'availability')
            : impact(method.impact[pick % method.impact.length]!.label);
        });
        const whole = evaluate(method, chance, impacts)!;
        const singles = impacts.map(one => evaluate(method, chance, [one])!);
        expect(singles).toContainEqual(whole);
        for (const single of singles) expect(compareEvaluations(single, whole)).toBeLessThanOrEqual(0);
        expect(evaluate(method, chance, [...impacts].reverse())).toEqual(whole);
      }),
    );
  });

  test('lists as reached just the levels of which a score is possible', () => {
    fc.assert(
      fc.property(methods, method => {
        const scores = possibleScores(method);
        const expected = method.levels.filter(({ from, to }) => scores.some(s => s >= from! && s <= to!));
        expect([...reachedLevels(method)].sort()).toEqual(expected.map(({ label }) => label).sort());
        expect(scores).toEqual([...new Set(scores)].sort((a, b) => a - b));
      }),
    );
  });

  test('orders evaluations: a total order, of which isGraver is the strict one', () => {
    fc.assert(
      fc.property(methods, method => {
        const results = allPairs(method).map(({ result }) => result!);
        for (const a of results) {
          for (const b of results) {
            expect(Math.sign(compareEvaluations(a, b)) + Math.sign(compareEvaluations(b, a))).toBe(0);
            expect(isGraver(method, a, b)).toBe(compareEvaluations(a, b) > 0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

const methodOf = (body: string): RiskMethod => {
  const method = viewOf([`isms A "A" {}\nmethod "Ours" { ${body} }`]).get(riskMethod);
  if (!method) throw new Error('no method');
  return method;
};

const scales = 'likelihood { 1: rare 2: likely 3: certain } impact { 1: minor 3: serious 5: severe }';
const levels = 'levels { low: 1..3 medium: 4..6 high: 7..15 }';

describe('a declared method', () => {
  test.each([
    ['product', 15, 3],
    ['sum', 8, 4],
    ['maximum', 5, 3],
  ])('combines by %s', (formula, highest, middle) => {
    const method = methodOf(`${scales} formula: ${formula} ${levels}`);
    expect(evaluate(method, word('certain'), [impact('severe')])?.score).toBe(highest);
    expect(evaluate(method, word('rare'), [impact('serious')])?.score).toBe(middle);
  });

  test('combines by product unless it says otherwise', () => {
    expect(methodOf(scales).formula).toBe('product');
  });

  test('with a matrix reads the level there, whatever the scores', () => {
    const method = methodOf(`${scales} levels { low: 1..99 high: 100..200 }
      matrix { rare: low, low, high  likely: low, high, high  certain: high, high, high } appetite: low`);
    expect(evaluate(method, word('rare'), [impact('severe')])).toMatchObject({ level: { label: 'high', rank: 1 } });
    expect(evaluate(method, word('likely'), [impact('minor')])).toMatchObject({ level: { label: 'low', rank: 0 } });
    const [rare, certain] = ['rare', 'certain'].map(chance => evaluate(method, word(chance), [impact('severe')]));
    expect(isGraver(method, certain, rare)).toBe(false);
    expect(exceedsAppetite(method, rare)).toBe(true);
  });

  test('with a matrix that lacks a cell leaves the level open', () => {
    const method = methodOf(`${scales} levels { low high } matrix { rare: low } appetite: low`);
    expect(evaluate(method, word('rare'), [impact('severe')])).toEqual({ score: 5, level: undefined });
    expect(evaluate(method, word('certain'), [impact('severe')])).toEqual({ score: 15, level: undefined });
    expect(exceedsAppetite(method, { score: 15, level: undefined })).toBe(false);
  });

  test('reads an impact on the scale of its property', () => {
    const method = methodOf(`${scales} impact availability { 1: hours 4: days } ${levels}`);
    expect(evaluate(method, word('rare'), [impact('days', 'availability')])?.score).toBe(4);
    expect(evaluate(method, word('rare'), [impact('severe', 'integrity')])?.score).toBe(5);
    expect(evaluate(method, word('rare'), [impact('severe', 'availability')])).toBeUndefined();
    expect(evaluate(method, word('rare'), [impact('days')])).toBeUndefined();
  });

  test('says nothing of words that are on no scale, or of missing ones', () => {
    const method = methodOf(`${scales} ${levels}`);
    expect(evaluate(method, word('never'), [impact('severe')])).toBeUndefined();
    expect(evaluate(method, word('rare'), [impact('severe'), impact('awful')])).toBeUndefined();
    expect(evaluate(method, undefined, [impact('severe')])).toBeUndefined();
    expect(evaluate(method, word('rare'), [])).toBeUndefined();
    expect(isGraver(method, undefined, { score: 1, level: undefined })).toBe(false);
  });

  test.each([
    ['', ['likelihood', 'impact', 'levels']],
    [scales, ['levels']],
    ['likelihood { 1: rare } impact availability { 1: hours } levels { low }', []],
    ['likelihood { } impact { 1: minor } levels { }', ['likelihood', 'levels']],
  ])('lacks what it lacks: %s', (body, missing) => {
    expect(missingParts(methodOf(body))).toEqual(missing);
  });

  test.each([
    ['', true],
    ['likelihood { 2: twice 2: again }', false],
    ['impact availability { 2: days 1: hours }', false],
    ['impact availability { 1: days 2: days }', false],
    ['levels { again: 16 low: 17 }', false],
    ['levels { worse: 0 }', false],
    ['levels { worse: 0 } matrix { rare: low }', true],
  ])('can compare risks, or not: %s', (more, expected) => {
    const view = viewOf([`isms A "A" {}\nmethod "Ours" { ${scales} ${levels} ${more} }`]);
    expect(view.get(comparingMethod) !== undefined).toBe(expected);
  });

  test('is the first of several', () => {
    const view = viewOf(['isms A "A" {}\nmethod "One" { appetite: low }\nmethod "Two" { appetite: high }']);
    expect(view.get(riskMethod)?.appetite).toBe('low');
  });
});
