import { isTreatedBy } from '../../analysis/risk.ts';
import { isMinor, namesAgreement } from '../../analysis/suppliers.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'risk/share-without-agreement',
  severity: 'warning',
  clause: '6.1.3 a, A.5.20',
  summary: 'A risk is shared with a supplier with whom nothing is agreed.',
  why: 'What a supplier or insurer takes over stands in a contract. Without one the risk is still entirely ours.',
  remedy: 'Name the contract or policy in `agreement:` of the supplier.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: share\n  counterparty: CyberInsurer\n}\nsupplier CyberInsurer "Cyber insurer" {\n  criticality: low\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: share\n  counterparty: CyberInsurer\n}\nsupplier CyberInsurer "Cyber insurer" {\n  criticality: low\n  agreement: "Policy 4711"\n}',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report, resolve }) {
    if (!isTreatedBy(risk, 'share')) return;
    for (const ref of risk.counterparty) {
      const supplier = resolve(ref)?.declaration;
      if (supplier?.$type !== 'Supplier' || namesAgreement(supplier)) continue;
      // Of one on which much depends, or may depend, it is told where it is declared.
      if (!isMinor(supplier)) continue;
      report({
        at: ref,
        message: saying(
          '{0} is shared with {1}, but nothing is agreed with it; name the contract in `agreement:` of {1}.',
          labelled(risk),
          ref.name,
        ),
        related: [{ declaration: supplier, message: saying('{0} has no agreement', ref.name) }],
      });
    }
  },
});
