import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'party/no-requirement',
  severity: 'warning',
  clause: '4.2 b',
  summary: 'An interested party is named, but not what it requires.',
  why: 'Interested parties matter for what they require of the ISMS. A party without a requirement leads to no control and shows nothing.',
  remedy:
    'Add each `requirement` of the party with its `kind:` and `source:`, or delete the party if it requires nothing.',
  example: {
    bad: 'party Customers "Enterprise customers" {}',
    good: 'party Customers "Enterprise customers" {\n  requirement Uptime "99.9 % availability" { kind: contractual }\n}',
  },
  on: ['Party'],
  check(party, { report }) {
    if (party.requirements.length) return;
    report({
      at: nameSpan(party),
      message: saying(
        '{0} is named without what it requires; add each `requirement` that bears on the ISMS.',
        labelled(party),
      ),
    });
  },
});
