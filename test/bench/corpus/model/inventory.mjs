/** Suppliers, assets, threats and vulnerabilities. */

import { date, period, ref, refs, text, word } from '../values.mjs';
import { values, words } from '../words.mjs';
import { declaration, digits, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function suppliers({ chance, ago, when, owner, count, nextEvidence }) {
  const { adjective, noun } = words;
  return list(count.supplier, i =>
    declaration('supplier', `Supplier${digits(i, 4)}`, `${chance.pick(adjective)} ${chance.pick(noun)} Services Ltd`, [
      ['owner', owner()],
      ['service', text(`Hosting ${when()}`)],
      // Each may come to provide what is of the highest value.
      ['criticality', word(chance.pick(['medium', 'high']))],
      ['agreement', text(`Contract ${digits(i, 4)}, with an annex on information security`)],
      ['review', period(12, 'months', true)],
      ['reviewed', date(ago(10, 300))],
      ['evidence', nextEvidence()],
    ]),
  );
}

/** @param {import('./context.mjs').Context} context */
export function assets({ chance, isFlawed, width, when, owner, count, locationIds, supplierIds, assetIds }) {
  const { adjective, noun } = words;
  return list(count.asset, i => {
    const adjectiveOf = chance.pick(adjective);
    const nounOf = chance.pick(noun);
    const id = `${adjectiveOf}${nounOf}${digits(i, width)}`;
    const classification = chance.pick(['public', 'internal', 'confidential', 'secret']);
    const confidentiality = chance.pick(values);
    const props = [
      ['type', word(chance.pick(['information', 'software', 'hardware', 'service', 'people', 'facility']))],
      ...(isFlawed('unownedAsset') ? [] : [['owner', owner()]]),
      ['location', ref(chance.pick(locationIds))],
      ['classification', word(classification)],
      ['confidentiality', word(classification === 'public' ? values[0] : confidentiality)],
      ['integrity', word(chance.pick(values))],
      ['availability', word(chance.pick(values))],
    ];
    if (i > 0 && chance.is(0.55)) {
      const others = new Set();
      for (let left = 1 + chance.int(3); left > 0; left--) {
        others.add(assetIds[chance.is(0.8) ? Math.max(0, i - 1 - chance.int(30)) : chance.int(i)]);
      }
      props.push(['depends-on', refs([...others])]);
    }
    if (chance.is(0.1)) props.push(['supplier', ref(chance.pick(supplierIds))]);
    if (chance.is(0.2)) props.push(['notes', text(`Kept ${when()}; see ticket ISMS-${chance.int(9999)}`)]);
    assetIds.push(id);
    return declaration('asset', id, `${adjectiveOf} ${nounOf.toLowerCase()} ${when()}`, props);
  });
}

/** @param {import('./context.mjs').Context} context */
export function threats({ chance, when, count }) {
  return list(count.threat, i => {
    const name = chance.pick(words.threat);
    return declaration('threat', `${name}${digits(i, 4)}`, `${name} ${when()}`, [
      ['source', word(chance.pick(['deliberate', 'accidental', 'environmental']))],
    ]);
  });
}

/** @param {import('./context.mjs').Context} context */
export function vulnerabilities({ chance, width, when, count, assetIds }) {
  return list(count.vulnerability, i => {
    const name = chance.pick(words.vulnerability);
    return declaration('vulnerability', `${name}${digits(i, width)}`, `${name} ${when()}`, [
      ['assets', refs(chance.someNear(assetIds, i / count.vulnerability, 2))],
    ]);
  });
}
