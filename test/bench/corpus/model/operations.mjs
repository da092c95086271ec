/** Incidents and changes. */
import { dayFromAsOf } from '../dates.mjs';
import { approval, date, refs, text, word } from '../values.mjs';
import { words } from '../words.mjs';
import { declaration, digits, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function operations({
  chance,
  isFlawed,
  width,
  ago,
  ahead,
  when,
  owner,
  count,
  riskIds,
  nextEvidence,
  assessedDaysAgo,
  assetIds,
}) {
  const { action } = words;
  const riskIndexes = riskIds.map((_, i) => i);
  return [
    ...list(count.incident, i => {
      const risk = chance.near(riskIndexes, i / count.incident);
      // A risk that came true is assessed again.
      const assessed = /** @type {number} */ (assessedDaysAgo[risk]);
      const detected = isFlawed('incidentSinceAssessment') ? chance.int(assessed) : assessed + 25 + chance.int(100);
      return declaration('incident', `INC-${digits(i + 1, width)}`, `${chance.pick(words.threat)} ${when()}`, [
        ['assets', refs(chance.someNear(assetIds, i / count.incident, 2))],
        ['risks', refs([riskIds[risk]])],
        ['owner', owner()],
        ['detected', date(dayFromAsOf(-detected))],
        ['resolved', date(dayFromAsOf(Math.min(0, chance.int(20) - detected)))],
        ['severity', word(chance.pick(['minor', 'major', 'critical']))],
        ['lessons', text(`${chance.pick(action)} ${when()}`)],
        ['evidence', nextEvidence()],
      ]);
    }),
    ...list(count.change, i =>
      declaration('change', `CHG-${digits(i + 1, width)}`, `${chance.pick(action)} ${when()}`, [
        ['assets', refs(chance.someNear(assetIds, i / count.change, 2))],
        ['risks', refs([chance.near(riskIds, i / count.change)])],
        ['owner', owner()],
        ['planned', date(ahead(5, 200))],
        ['status', word(chance.pick(['open', 'planned', 'in-progress']))],
        ['approved', approval(ago(3, 60), 'Ciso')],
      ]),
    ),
  ];
}
