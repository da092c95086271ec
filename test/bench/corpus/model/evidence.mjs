/** Evidence, half of it beside its declaration. */
import { dayFromAsOf } from '../dates.mjs';
import { date, period, text } from '../values.mjs';
import { words } from '../words.mjs';
import { declaration, digits } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function evidence({ chance, isFlawed, width, owner, evidenceIds, collectedDaysAgo }) {
  const { action } = words;
  return evidenceIds.map((id, i) => {
    const months = chance.pick([6, 12, 24]);
    const collected = isFlawed('expiredEvidence')
      ? months * 31 + 10 + chance.int(51)
      : // Young enough to be about whatever refers to it.
        5 + chance.int(Math.min(months * 30 - 44, 100));
    collectedDaysAgo.push(collected);
    return declaration('evidence', id, `${chance.pick(action)} report`, [
      // Half of the evidence lies beside its declaration, half of it elsewhere.
      i % 2
        ? ['link', text(`https://wiki.acme.example/evidence/${digits(i, width)}`)]
        : ['file', text(`files/evidence-${digits(i, width)}.txt`)],
      ['owner', owner()],
      ['collected', date(dayFromAsOf(-collected))],
      ['valid', period(months, 'months')],
    ]);
  });
}
