import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

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
      message: `Nobody is responsible for ${label(isms)}; name the role in \`owner:\`.`,
    });
  },
});
