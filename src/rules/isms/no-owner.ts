import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'isms/no-owner',
  severity: 'warning',
  moment: 'stage1',
  clause: '5.3 a',
  summary: 'Nobody is responsible for the ISMS.',
  why: 'Top management assigns who sees to it that the ISMS conforms to the standard. It is the first name that an auditor asks for.',
  remedy: 'Name the role in `owner:` of the `isms` block.',
  asks: ['owner'],
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {\n  owner: Ciso\n}\nrole Ciso "Security officer"',
  },
  on: ['Isms'],
  check(isms, { report }) {
    if (isms.owner) return;
    report({
      at: nameSpan(isms),
      message: saying('Nobody is responsible for {0}; name the role in `owner:`.', labelled(isms)),
    });
  },
});
