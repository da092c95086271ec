/** Objectives and metrics. */

import { date, items, period, ref, text, yesNo } from '../values.mjs';
import { words } from '../words.mjs';
import { declaration, digits, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function objectives({ chance, ago, ahead, when, owner, count, objectiveIds }) {
  const { action } = words;
  return [
    ...objectiveIds.map(id =>
      declaration('objective', id, `${chance.pick(action)} ${when()}`, [
        ['owner', owner()],
        ['target', text(`${50 + chance.int(50)} %`)],
        ['due', date(ahead(60, 300))],
      ]),
    ),
    ...list(count.metric, i =>
      declaration('metric', `Metric${digits(i, 4)}`, `Days to ${chance.pick(action).toLowerCase()}`, [
        ['objective', ref(objectiveIds[i % objectiveIds.length])],
        ['method', text(`Counted in the ticket system ${when()}`)],
        ['owner', owner()],
        ['measured', period(chance.pick([1, 3]), 'months', true)],
        [
          'results',
          items('result', [
            {
              title: `${chance.int(30)} days`,
              props: [
                ['on', date(ago(2, 25))],
                ['met', yesNo(true)],
              ],
            },
          ]),
        ],
      ]),
    ),
  ];
}
