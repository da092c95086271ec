/** Risks with their treatment and acceptance. */
import { dayFromAsOf } from '../dates.mjs';
import { approval, block, date, items, ref, refs, word, wordList } from '../values.mjs';
import { impacts, likelihoods, words } from '../words.mjs';
import { declaration, list, spread } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function risks({
  chance,
  damage,
  isFlawed,
  broken,
  ago,
  ahead,
  when,
  owner,
  count,
  insiders,
  riskIds,
  working,
  assessedDaysAgo,
  supplierIds,
  assetIds,
  threatIds,
  vulnerabilityIds,
}) {
  const { adjective, noun, action } = words;
  return riskIds.map((id, i) => {
    const place = i / count.risk;
    const riskOwner = chance.pick(insiders);
    const treatment = chance.pick(['modify', 'modify', 'modify', 'modify', 'retain', 'share', 'avoid']);
    // What remains is within the appetite (3 × 3 = medium), and never more than there was.
    const residual = { likelihood: chance.int(3), impact: chance.int(3) };
    const before = step => (treatment === 'retain' ? step : step + 1 + chance.int(likelihoods.length - 1 - step));
    const inherent = { likelihood: before(residual.likelihood), impact: before(residual.impact) };
    // Each asset is at risk in at least one risk.
    const assets = new Set();
    for (let k = spread(i, count.risk, count.asset); k < spread(i + 1, count.risk, count.asset); k++) {
      assets.add(assetIds[k]);
    }
    if (!assets.size || chance.is(0.3)) assets.add(chance.near(assetIds, place));
    const assessed = 15 + chance.int(300);
    assessedDaysAgo.push(assessed);
    const expired = isFlawed('expiredAcceptance');
    /** @type {import('../values.mjs').Property[]} */
    const props = [
      // An own source of chance: the rest stays the same.
      ['assets', refs(damage.is(broken) ? [`MissingAsset${i}`] : [...assets])],
      ['threat', ref(chance.pick(threatIds))],
      ['vulnerabilities', refs(chance.someNear(vulnerabilityIds, place, 2))],
      ['affects', wordList(chance.some(['confidentiality', 'integrity', 'availability'], 2))],
      ['owner', ref(riskOwner)],
      ['likelihood', word(likelihoods[inherent.likelihood])],
      ['impact', word(impacts[inherent.impact])],
      ['assessed', date(dayFromAsOf(-assessed))],
      ['treatment', word(treatment)],
    ];
    if (treatment === 'modify') props.push(['controls', refs(chance.some(working, 3))]);
    // Avoiding is work as well: an activity is ended.
    if (treatment === 'modify' || treatment === 'avoid') {
      props.push([
        'actions',
        items(
          'action',
          list(1 + chance.int(2), () => {
            const overdue = isFlawed('overdueAction');
            const done = !overdue && chance.is(0.5);
            return {
              title: `${chance.pick(action)} ${when()}`,
              props: [
                ['owner', owner()],
                ['due', date(done || overdue ? ago(20, 200) : ahead(5, 300))],
                ['status', word(done ? 'done' : chance.pick(['open', 'planned', 'in-progress']))],
                ...(done ? [['completed', date(ago(10, 19))]] : []),
              ],
            };
          }),
        ),
      ]);
    }
    if (treatment === 'share') props.push(['counterparty', ref(chance.pick(supplierIds))]);
    props.push([
      'residual',
      block([
        ['likelihood', word(likelihoods[residual.likelihood])],
        ['impact', word(impacts[residual.impact])],
      ]),
    ]);
    const accepted = dayFromAsOf(-chance.int(assessed - 9) - 5);
    props.push(['accepted', approval(accepted, riskOwner, expired ? ago(1, 4) : ahead(20, 400))]);
    const title = `${chance.pick(words.threat)} ${chance.pick(words.verb)} the ${chance.pick(adjective).toLowerCase()} ${chance.pick(noun).toLowerCase()} ${when()}`;
    return declaration('risk', id, title, props);
  });
}
