import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';
import { counterpartiesFor } from './_counterparties.ts';

export default rule({
  code: 'risk/share-without-counterparty',
  severity: 'error',
  clause: '6.1.3 a',
  summary: 'A risk is shared, but it is not said with whom.',
  why: 'A risk is shared by a contract with somebody: an insurer, a supplier, a partner. Without one it is still entirely ours.',
  remedy: 'Add `counterparty:` with the supplier or party, or choose another treatment option.',
  asks: ['counterparty'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: share\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: share\n  counterparty: CyberInsurer\n}\nsupplier CyberInsurer "Cyber insurer" {}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    const option = risk.treatment.find(({ value }) => value === 'share');
    if (!option || risk.counterparty.length) return;
    report({
      at: option,
      message: saying(
        '{0} is shared, but it is not said with whom; add `counterparty:` with the insurer or supplier.',
        labelled(risk),
      ),
    });
  },
  fix({ declaration }, context) {
    if (declaration.counterparty.length) return [];
    const source = context.textOf(declaration);
    return counterpartiesFor(context, declaration).map(name => ({
      title: say('Share it with {0}', name),
      edits: [insertProperty(declaration, source, `counterparty: ${name}`, 'treatment', 'controls')],
      decides: true,
    }));
  },
});
