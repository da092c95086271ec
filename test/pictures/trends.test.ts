/** The pictures of the history: their numbers are those of the moments, and any history can be drawn. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../src/drawing/shape.ts';
import { svgFile } from '../../src/drawing/shape-text.ts';
import { historyOf } from '../../src/pictures/history.ts';
import type { History } from '../../src/pictures/history-data.ts';
import { snapshotOf } from '../../src/pictures/moment.ts';
import {
  aboveAt,
  countAt,
  levelsOf,
  metricSeries,
  percent,
  type TrendsChoice,
  trendsDrawing,
} from '../../src/pictures/trends-drawing.ts';
import { open } from '../documents/open.ts';

const isms = 'isms Small "Small" { }\n';
const method = (levels: string, appetite = 'low'): string =>
  `method "m" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { ${levels} }\n  appetite: ${appetite}\n}\n`;
const two = method('low: 1..2 high: 3..4');
const metric = (body: string): string => `metric Patch "Days to patch" { at-most: 7 unit: "days" ${body} }\n`;

type State = readonly [day: string, text: string];

const history = (...states: readonly State[]): History =>
  historyOf(
    states.map(([day, text], index) => {
      const { unit } = open([['a.isms', isms + text]]);
      return [{ id: `${index}`.padStart(40, '0'), day, subject: `change ${index}` }, snapshotOf(unit)] as const;
    }),
  );

const choice: TrendsChoice = {
  stage: 'today',
  columns: 2,
  selected: null,
  words: {
    title: 'Trends',
    risks: 'Risks by level',
    above: 'Risks above',
    soa: 'SoA',
    decided: 'decided',
    implemented: 'implemented',
    notEvaluated: 'without a level',
    met: 'met',
    missed: 'missed',
  },
};

function* shapesIn(shape: Shape): Generator<Shape> {
  yield shape;
  for (const child of shape.children) if (typeof child !== 'string') yield* shapesIn(child);
}
const drawn = (given: History, more: Partial<TrendsChoice> = {}): Shape[] => {
  const shape = trendsDrawing(given, { ...choice, ...more });
  return shape ? [...shapesIn(shape)] : [];
};
const ofClass = (shapes: readonly Shape[], name: string): Shape[] =>
  shapes.filter(({ attributes }) => String(attributes.class).split(' ').includes(name));
const textOf = ({ children }: Shape): string =>
  children.map(child => (typeof child === 'string' ? child : '')).join('');

describe('numbers', () => {
  const given = history(
    ['2026-01-01', `${two}risk R-1 { likelihood: likely impact: severe }\nrisk R-2 { }\n`],
    [
      '2026-02-01',
      `${two}risk R-1 { likelihood: likely impact: severe residual { likelihood: rare impact: minor } treatment: modify }\ncontrol A.8.1 { applicable: yes status: implemented }\ncontrol A.8.2 { applicable: no }\n`,
    ],
  );

  test('of levels are those of the moments, those without a level by themselves', () => {
    const levels = levelsOf(given);
    expect(levels.map(({ word }) => word)).toEqual([null, 'low', 'high']);
    const [first, second] = given.moments;
    expect(first && levels.map(({ word }) => countAt(first, word, 'inherent'))).toEqual([1, 0, 1]);
    expect(second && levels.map(({ word }) => countAt(second, word, 'inherent'))).toEqual([0, 0, 1]);
    expect(first && aboveAt(given, first, 'inherent')).toBe(1);
    expect(second && aboveAt(given, second, 'remaining')).toBe(0);
  });

  test('stand in the words of the drawing, for those who cannot see it', () => {
    const [svg] = drawn(given, { stage: 'inherent' });
    expect(svg?.attributes['aria-label']).toBe(
      'Trends. Risks by level: low 0, high 1, without a level 0; Risks above: 1; SoA: decided 2 %, implemented 100 %.',
    );
  });

  test('of each moment can be chosen, and the chosen one is marked in each panel', () => {
    const id = given.moments[0]?.id ?? '';
    const shapes = drawn(given, { selected: id });
    expect(shapes.flatMap(({ attributes }) => attributes['data-moment'] ?? [])).toEqual(
      given.moments.map(one => one.id),
    );
    expect(ofClass(shapes, 'rule').length).toBe(3);
    expect(ofClass(drawn(given), 'rule')).toEqual([]);
  });

  test('of all controls are 100 % only where it is all of them', () => {
    expect([percent(92, 93), percent(93, 93), percent(0, 0), percent(1, 1000)]).toEqual([98, 100, 0, 0]);
  });
});

test('levels of another method stand where they stood in it, and the newest method counts', () => {
  const given = history(
    ['2026-01-01', method('tiny: 1..2 huge: 3..4', 'tiny')],
    ['2026-02-01', method('low: 1..1 middle: 2..3 high: 4..4')],
  );
  expect(levelsOf(given).map(({ word }) => word)).toEqual([null, 'tiny', 'low', 'middle', 'huge', 'high']);
});

describe('metrics', () => {
  test('have all results that were ever stated, by their own days; what was stated last counts', () => {
    const given = history(
      ['2026-02-01', metric('result "so" { on: 2026-01-31 value: 9 } result "so" { on: 2026-01-15 value: 4 }')],
      [
        '2026-03-01',
        metric(
          'result "so" { on: 2026-01-31 value: 6 } result "so" { on: 2026-02-28 value: 8 } result "so" { value: 1 }',
        ),
      ],
    );
    const [patch] = metricSeries(given);
    expect(patch?.results.map(({ on, value, met }) => [on, value, met])).toEqual([
      ['2026-01-15', 4, true],
      ['2026-01-31', 6, true],
      ['2026-02-28', 8, false],
    ]);
    const shapes = drawn(given);
    expect(ofClass(shapes, 'bound').length).toBe(1);
    expect(ofClass(shapes, 'point').map(({ tag }) => tag)).toEqual(['circle', 'circle', 'path']);
    expect(shapes.map(textOf)).toContain('8 days');
  });

  test('go back to an earlier state where the text did', () => {
    const [a, b] = [
      metric('result "so" { on: 2026-01-31 value: 9 }'),
      metric('result "so" { on: 2026-01-31 value: 6 }'),
    ];
    const [patch] = metricSeries(history(['2026-02-01', a], ['2026-02-02', b], ['2026-02-03', a]));
    expect(patch?.results.map(({ value }) => value)).toEqual([9]);
  });

  test('that were judged in words only show whether the target was met', () => {
    const words =
      'metric Words "Words" { target: "all" result "most" { on: 2026-01-31 met: no } result "all" { on: 2026-02-28 met: yes } }\n';
    const shapes = drawn(history(['2026-03-01', words]));
    expect(ofClass(shapes, 'point').map(({ tag }) => tag)).toEqual(['path', 'circle']);
    expect(shapes.map(textOf)).toEqual(expect.arrayContaining(['met', 'missed']));
  });

  test('that nobody judged and whose days are none are left out', () => {
    const none =
      'metric None "None" { result "so so" { on: 2026-01-31 } }\nmetric Odd "Odd" { result "so" { on: 2026-99-99 value: 1 } }\n';
    expect(ofClass(drawn(history(['2026-03-01', none])), 'point')).toEqual([]);
  });
});

test('there is no drawing of no moment', () => {
  expect(trendsDrawing(history(), choice)).toBeNull();
});

test('a commit of an earlier day than the one before does not lead back', () => {
  const risk = (count: number): string =>
    two + Array.from({ length: count }, (_, index) => `risk R-${index} { likelihood: rare impact: minor }\n`).join('');
  const shapes = drawn(history(['2026-01-01', risk(1)], ['2026-03-01', risk(2)], ['2026-02-01', risk(3)]), {
    stage: 'inherent',
  });
  const lefts = ofClass(shapes, 'stop').map(({ children }) => {
    const box = children.find(child => typeof child !== 'string' && child.tag === 'rect');
    return typeof box === 'string' ? 0 : Number(box?.attributes.x);
  });
  expect([...lefts].sort((a, b) => a - b)).toEqual(lefts);
});

test('whatever the history, all numbers of the drawing are numbers, and it is the same text each time', () => {
  const day = fc
    .integer({ min: 0, max: 700 })
    .map(days => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
  const state = fc.record({
    day,
    levels: fc.constantFrom('low: 1..2 high: 3..4', 'low: 1..4', 'a: 1..1 b: 2..2 low: 3..4'),
    risks: fc.integer({ min: 0, max: 3 }),
    value: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom('0.5', '0', '3', '1000000')),
  });
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3 }), (states, columns) => {
      const given = history(
        ...states.map(({ day: on, levels, risks, value }): State => {
          const all = Array.from(
            { length: risks },
            (_, index) => `risk R-${index} { likelihood: rare impact: minor }\n`,
          );
          return [on, method(levels) + all.join('') + metric(`result "so" { on: ${on} value: ${value} }`)];
        }),
      );
      const shape = trendsDrawing(given, { ...choice, columns });
      const text = shape ? svgFile(shape, '') : '';
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      expect(shape && svgFile(trendsDrawing(given, { ...choice, columns }) as Shape, '')).toBe(text);
    }),
    { numRuns: 40 },
  );
});
