/** How the numbers went over the history, as pictures and as tables. */

import { panelsWidth } from '../../src/drawing/panels.ts';
import type { History, Moment } from '../../src/pictures/history-data.ts';
import {
  aboveAt,
  countAt,
  levelsOf,
  type MetricSeries,
  metricSeries,
  percent,
  trendsDrawing,
} from '../../src/pictures/trends-drawing.ts';
import { h } from '../dom.ts';
import { stageField } from '../fields.ts';
import { stageOf } from '../filters.ts';
import { interactive } from '../marks.ts';
import { chosenOf } from '../state.ts';
import type { Words } from '../strings.ts';
import { type Row, table } from '../table.ts';
import { type Context, fullName, type View } from '../view.ts';
import { leftOutNotes, pastNote } from './past-bar.ts';

/** As many panels stand beside each other at most. */
const mostColumns = 3;

export function trendsView(context: Context): View {
  const { past, state, words, choose, width } = context;
  if (past.news?.kind !== 'history' || !past.news.history.moments.length)
    return { filters: [], body: [pastNote(context)] };
  const { history } = past.news;
  const stage = stageOf(state);
  const chosen = chosenOf(state);
  const selected = chosen?.kind === 'moment' ? chosen.id : null;
  const fitting = [3, 2].find(columns => panelsWidth(columns) <= width) ?? 1;
  const shape = trendsDrawing(history, {
    stage,
    columns: Math.min(fitting, mostColumns),
    selected,
    words: {
      title: `${words.trends}, ${words[stage]}`,
      risks: `${words.risksByLevel}, ${words[stage]}`,
      above: `${words.risksAbove}, ${words[stage]}`,
      soa: words.soa,
      decided: words.decided,
      implemented: words.implemented,
      notEvaluated: words.withoutLevel,
      met: words.met,
      missed: words.missed,
    },
  });
  const pick = ({ moment }: DOMStringMap): void => {
    if (moment !== undefined) choose('moment', moment);
  };
  const measured = metricSeries(history);
  return {
    filters: [stageField(context)],
    body: [
      ...leftOutNotes(history, words),
      shape && context.drawn('trends', shape, interactive(shape, 'moment', selected, pick)),
      h('p', { class: 'key' }, words.trendsKey),
      momentTable(history, context, selected),
      measured.length ? metricTable(measured, words) : null,
    ],
  };
}

/** The newest first. */
function momentTable(history: History, { state, words, choose }: Context, selected: string | null): HTMLElement {
  const stage = stageOf(state);
  const levels = levelsOf(history);
  const row = (moment: Moment): Row => ({
    key: `moment-${moment.id}`,
    cells: [
      moment.day,
      moment.subject,
      `${percent(moment.soa.decided, moment.soa.total)} %`,
      `${percent(moment.soa.implemented, moment.soa.applicable)} %`,
      String(aboveAt(history, moment, stage) ?? words.none),
      ...levels.map(({ word }) => String(countAt(moment, word, stage))),
    ],
    isChosen: moment.id === selected,
    choose: () => choose('moment', moment.id),
  });
  return table(
    `${words.moments}, ${words[stage]}`,
    [
      words.day,
      words.subject,
      words.decided,
      words.implemented,
      words.above,
      ...levels.map(({ word }) => word ?? words.withoutLevel),
    ],
    [...history.moments].reverse().map(row),
    words,
  );
}

/** Rows that lead nowhere, as results stand in the texts of then. */
const metricTable = (all: readonly MetricSeries[], words: Words): HTMLElement =>
  h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': words.metrics },
    h(
      'table',
      {},
      h('caption', {}, words.metrics),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [words.metric, words.day, words.value, words.target].map(head => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        {},
        all.flatMap(metric =>
          [...metric.results]
            .reverse()
            .map(result =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, fullName(metric)),
                h('td', {}, result.on),
                h('td', {}, result.words),
                h('td', {}, `${metric.target ?? ''} ${metWords(result.met, words)}`.trim()),
              ),
            ),
        ),
      ),
    ),
  );

const metWords = (met: boolean | null, words: Words): string =>
  met === null ? '' : met ? `✓ ${words.met}` : `▲ ${words.missed}`;
