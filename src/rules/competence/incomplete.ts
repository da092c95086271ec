import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'competence/incomplete',
  severity: 'warning',
  clause: '7.2 a, d',
  summary: 'A competence belongs to nobody, or holds for a time but began on no day.',
  why: 'The organisation determines who has to be able to do what. A record of nobody shows nothing, and one without a day never expires.',
  remedy: 'Name the `person:`, or the `roles:` whose holders have it; and give the day on which it was acquired.',
  asks: ['person', 'roles', 'acquired'],
  example: {
    bad: 'competence LeadAuditor "Lead auditor course" {\n  valid: 36 months\n}',
    good: 'person Jo "Jo Smit" {}\ncompetence LeadAuditor "Lead auditor course" {\n  person: Jo\n  acquired: 2026-03-01\n  valid: 36 months\n}',
  },
  on: ['Competence'],
  check(competence, { report }) {
    const { person, roles, acquired, valid } = competence;
    if (!person && !roles.length) {
      report({
        at: nameSpan(competence),
        message: saying(
          'It is not said who has {0}; add `person:`, or `roles:` whose holders have it.',
          labelled(competence),
        ),
      });
    }
    if (valid && !acquired) {
      report({
        at: keySpan(competence, 'valid') ?? nameSpan(competence),
        message: saying('{0} holds for a time, but it is not said from when; add `acquired:`.', labelled(competence)),
      });
    }
  },
});
