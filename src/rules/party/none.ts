import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'party/none',
  severity: 'warning',
  clause: '4.2 a',
  summary: 'The ISMS names no interested party.',
  why: 'Customers, regulators and staff expect something of the ISMS. Their requirements are, beside the risks, what controls are justified by.',
  remedy: 'Declare a `party` for customers, regulators, owners and staff, each with its `requirement`s.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\nparty Customers "Enterprise customers" {\n  requirement Uptime "99.9 % availability" { kind: contractual }\n}',
  },
  on: ['Isms'],
  check(isms, { report, known }) {
    if (known('Party').length) return;
    report({
      at: nameSpan(isms),
      message: saying(
        '{0} names no interested party; declare a `party` for customers, regulators and staff with what they require.',
        labelled(isms),
      ),
    });
  },
});
