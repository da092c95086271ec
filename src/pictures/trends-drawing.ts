/** Draws how the numbers of an ISMS went over its history: risks by level, the Statement of Applicability, and metrics with their targets. */
import { levelColour } from '../drawing/level-colours.ts';
import { type Panel, panelsDrawing } from '../drawing/panels.ts';
import type { Shape } from '../drawing/shape.ts';
import type { StageName } from './data.ts';
import type { History, MetricState, Moment } from './history-data.ts';

export interface TrendsChoice {
  readonly stage: StageName;
  /** How many panels stand beside each other. */
  readonly columns: number;
  /** The moment that is chosen, by its commit. */
  readonly selected: string | null;
  readonly words: TrendsWords;
}

export interface TrendsWords {
  readonly title: string;
  readonly risks: string;
  readonly above: string;
  readonly soa: string;
  readonly decided: string;
  readonly implemented: string;
  readonly notEvaluated: string;
  readonly met: string;
  readonly missed: string;
}

/** The drawing; null where there is no moment. Moments have `data-moment`. */
export function trendsDrawing(history: History, { stage, columns, selected, words }: TrendsChoice): Shape | null {
  const [first] = history.moments;
  if (!first) return null;
  const metrics = metricSeries(history);
  const moments = placed(history.moments);
  const days = [
    ...moments.map(({ at }) => at),
    ...metrics.flatMap(({ results }) => results.map(({ on }) => on)),
  ].sort();
  return panelsDrawing({
    title: words.title,
    from: days[0] ?? first.day,
    to: days.at(-1) ?? first.day,
    columns,
    panels: [
      levelPanel(history, moments, stage, words),
      ...abovePanel(history, moments, stage, words),
      soaPanel(moments, words),
      ...metrics.flatMap(series => metricPanel(series, words) ?? []),
    ],
    stops: moments.map(moment => ({
      id: moment.id,
      day: moment.at,
      title: `${moment.day} ${moment.subject}: ${levelWords(moment, stage, words)}`,
    })),
    selected,
  });
}

/** A moment, and the day at which it is drawn. */
interface Placed extends Moment {
  readonly at: string;
}

/** A commit that bears an earlier day than one before it stands beside that, as history goes on and not back. */
function placed(moments: readonly Moment[]): Placed[] {
  let latest = '';
  return moments.map(moment => {
    if (moment.day > latest) latest = moment.day;
    return { ...moment, at: latest };
  });
}

const levelWords = ({ levels }: Moment, stage: StageName, words: TrendsWords): string =>
  levels.map(count => `${count.word ?? words.notEvaluated} ${count[stage]}`).join(', ');

export interface LevelWord {
  /** Null for risks without a level. */
  readonly word: string | null;
  /** Its place on the scale of its method, from 0, and how many levels that has. */
  readonly rank: number;
  readonly count: number;
}

/** All levels that there were, lowest first; of one that several methods have, the place in the newest counts. Those without a level come first. */
export function levelsOf({ methods, moments }: History): LevelWord[] {
  const known = new Map<string, LevelWord>();
  for (const { method } of moments) {
    const { levels = [] } = methods[method] ?? {};
    for (const [rank, { word }] of levels.entries()) known.set(word, { word, rank, count: levels.length });
  }
  const share = ({ rank, count }: LevelWord): number => (count < 2 ? 0.5 : rank / (count - 1));
  return [{ word: null, rank: 0, count: 0 }, ...[...known.values()].sort((a, b) => share(a) - share(b))];
}

/** How many risks of a moment stand at a level. */
export const countAt = ({ levels }: Moment, word: string | null, stage: StageName): number =>
  levels.find(count => count.word === word)?.[stage] ?? 0;

function levelPanel(history: History, moments: readonly Placed[], stage: StageName, words: TrendsWords): Panel {
  const most = Math.max(1, ...moments.map(({ risks }) => risks.length));
  const last = moments.at(-1);
  return {
    title: words.risks,
    words: last ? levelWords(last, stage, words) : '',
    range: [0, most],
    ticks: [0, most].map(tick),
    bands: levelsOf(history).map(({ word, rank, count }) => ({
      name: word ?? words.notEvaluated,
      fill: word === null ? undefined : levelColour(rank, count).fill,
      days: moments.map(({ at }) => at),
      values: moments.map(moment => countAt(moment, word, stage)),
    })),
  };
}

const tick = (value: number) => ({ value, label: String(value) });

/** How many risks of a moment stand above what is accepted; null where no such level is stated. */
export const aboveAt = ({ risks, methods }: History, moment: Moment, stage: StageName): number | null =>
  methods[moment.method]?.appetite == null
    ? null
    : moment.risks.filter(index => risks[index]?.positions[stage]?.aboveAppetite === true).length;

function abovePanel(history: History, moments: readonly Placed[], stage: StageName, words: TrendsWords): Panel[] {
  const points = moments.flatMap(moment => {
    const value = aboveAt(history, moment, stage);
    return value === null ? [] : [{ day: moment.at, value }];
  });
  const last = points.at(-1);
  if (!last) return [];
  const most = Math.max(1, ...points.map(({ value }) => value));
  return [
    {
      title: words.above,
      words: String(last.value),
      range: [0, most],
      ticks: [0, most].map(tick),
      lines: [{ name: String(last.value), className: 'first', holds: true, points }],
    },
  ];
}

/** The share of a part in percent, rounded down, so that 100 % means all of it. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((part / whole) * 100));

function soaPanel(moments: readonly Placed[], words: TrendsWords): Panel {
  const line = (name: string, className: string, share: (moment: Moment) => number) => {
    const points = moments.map(moment => ({ day: moment.at, value: share(moment) }));
    return { name: `${name} ${points.at(-1)?.value ?? 0} %`, className, holds: true, points };
  };
  const lines = [
    line(words.decided, 'first', ({ soa }) => percent(soa.decided, soa.total)),
    line(words.implemented, 'second', ({ soa }) => percent(soa.implemented, soa.applicable)),
  ];
  return {
    title: words.soa,
    words: lines.map(({ name }) => name).join(', '),
    range: [0, 100],
    ticks: [
      { value: 0, label: '0' },
      { value: 100, label: '100 %' },
    ],
    lines,
  };
}

export interface MetricSeries extends Omit<MetricState, 'results'> {
  /** What was measured on which day, in order. */
  readonly results: readonly Measured[];
}

export interface Measured {
  readonly on: string;
  readonly words: string;
  readonly value: number | null;
  readonly met: boolean | null;
}

/** The metrics with all that was ever stated of them; of a day, what was stated last. What bears no date is left out, and so are metrics without a result. */
export function metricSeries({ moments, metrics }: History): MetricSeries[] {
  const newest = new Map<string, MetricState>();
  const results = new Map<string, Map<string, Measured>>();
  for (const index of moments.flatMap(moment => moment.metrics)) {
    const metric = metrics[index];
    if (!metric) continue;
    newest.set(metric.id, metric);
    const known = results.get(metric.id) ?? new Map<string, Measured>();
    for (const { on, ...result } of metric.results) if (isDay(on)) known.set(on, { on, ...result });
    results.set(metric.id, known);
  }
  return [...newest.values()].flatMap(metric => {
    const own = [...(results.get(metric.id)?.values() ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1));
    return own.length ? [{ ...metric, results: own }] : [];
  });
}

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** A metric that was only ever judged in words shows when its target was met; undefined where nobody said that either. */
function metricPanel(metric: MetricSeries, words: TrendsWords): Panel | undefined {
  const { unit, atLeast, atMost, results } = metric;
  const title = metric.title === null ? metric.id : metric.title;
  const last = results.at(-1);
  const sayings = { title, words: last ? `${last.on} ${last.words}` : '' };
  const titled = ({ on, words: said }: Measured): string => `${on}: ${said}`;
  const numbers = results.flatMap(one => (one.value === null ? [] : [{ ...one, value: one.value }]));
  if (!numbers.length) {
    const points = results.flatMap(one =>
      one.met === null ? [] : [{ day: one.on, value: one.met ? 1 : 0, met: one.met, title: titled(one) }],
    );
    if (!points.length) return undefined;
    return {
      ...sayings,
      range: [-0.5, 1.5],
      ticks: [
        { value: 0, label: words.missed },
        { value: 1, label: words.met },
      ],
      lines: [{ name: last?.words ?? '', className: 'first', holds: false, points }],
    };
  }
  const bounds = [atLeast, atMost].filter(bound => bound !== null);
  const values = [...numbers.map(({ value }) => value), ...bounds];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // From 0 where that leaves room to see how values differ.
  const lowest = least >= 0 && least < most * 0.6 ? 0 : least;
  const room = (most - lowest || Math.abs(most) || 1) * 0.08;
  const latest = numbers.at(-1);
  return {
    ...sayings,
    range: [lowest === 0 ? 0 : lowest - room, most + room],
    ticks: [...bounds, lowest, most].map(tick),
    bounds,
    lines: [
      {
        name: latest ? `${latest.value}${unit === null ? '' : ` ${unit}`}` : '',
        className: 'first',
        holds: false,
        points: numbers.map(one => ({ day: one.on, value: one.value, met: one.met, title: titled(one) })),
      },
    ],
  };
}
