/** The Statement of Applicability, and the documents. */

import { approval, covered, ground, period, refs, text, word, yesNo } from '../values.mjs';
import { clauses, controlIds, words } from '../words.mjs';
import { declaration, digits, list } from './parts.mjs';

/** @param {import('./context.mjs').Context} context */
export function statement({
  chance,
  when,
  owner,
  evidenceIds,
  riskIds,
  requirementIds,
  isExcluded,
  isPlanned,
  isPartial,
}) {
  return controlIds.map(id => {
    if (isExcluded.get(id)) {
      return declaration('control', id, undefined, [
        ['applicable', yesNo(false)],
        ['because', ground('no-such-asset')],
        ['justification', text('No premises of our own; covered by the contract with the landlord')],
      ]);
    }
    const status = isPlanned.get(id) ? 'planned' : isPartial.get(id) ? 'partial' : 'implemented';
    return declaration('control', id, undefined, [
      ['applicable', yesNo(true)],
      ['because', refs([...chance.some(riskIds, 4), chance.pick(requirementIds)])],
      ['justification', text(`Treats risks ${when()}`)],
      ['status', word(status)],
      ['implementation', text(chance.pick(words.implementation))],
      ['owner', owner()],
      ['evidence', refs(chance.some(evidenceIds, 3))],
    ]);
  });
}

/** @param {import('./context.mjs').Context} context */
export function documents({ chance, isFlawed, ago, owner, count, included }) {
  const { adjective } = words;
  return list(count.document, i => {
    const kind = chance.pick(words.document);
    const overdue = isFlawed('overdueDocument');
    // All clauses and applicable controls are covered in turn; the first document is the policy of the ISMS.
    const covers = i === 0 ? ['5.2', 'A.5.1'] : [[...clauses, ...included][i % (clauses.length + included.length)]];
    if (i > 0 && chance.is(0.5)) covers.push(chance.pick(included));
    return declaration(
      'document',
      `${chance.pick(adjective)}${kind}${digits(i, 4)}`,
      `${chance.pick(adjective)} ${kind.toLowerCase()}`,
      [
        ['kind', word(i === 0 ? 'policy' : chance.pick(['policy', 'procedure', 'record', 'plan']))],
        ['covers', covered([...new Set(covers)])],
        ['file', text(`files/document-${digits(i, 4)}.txt`)],
        ['owner', owner()],
        ['version', text(String(1 + chance.int(9)))],
        ['approved', approval(overdue ? ago(400, 600) : ago(5, 330), 'Ceo')],
        ['review', period(12, 'months', true)],
      ],
    );
  });
}
