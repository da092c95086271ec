import { isPast } from '../../analysis/deadline.ts';
import { competenceEnds } from '../../analysis/next-dates.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'competence/expired',
  severity: 'warning',
  clause: '7.2',
  summary: 'The evidence of a competence has expired.',
  why: 'A certificate that has run out shows what somebody once knew. Auditors compare the dates in the competence matrix with the day of the audit.',
  remedy: 'Renew it and set `acquired:` to the new date, or delete it if the competence is no longer needed.',
  example: {
    bad: 'person JaneDoe "Jane Doe" {}\ncompetence LeadAuditor "Lead auditor" {\n  person: JaneDoe\n  acquired: 2022-03-01\n  valid: 3 years\n}',
    good: 'person JaneDoe "Jane Doe" {}\ncompetence LeadAuditor "Lead auditor" {\n  person: JaneDoe\n  acquired: 2025-03-01\n  valid: 3 years\n}',
    asOf: '2026-06-01',
  },
  on: ['Competence'],
  damagedToo: true,
  check(competence, { report, resolve, asOf }) {
    const ends = competenceEnds(competence);
    if (!ends || ends >= asOf || !competence.acquired) return;
    const holder = competence.person && resolve(competence.person)?.declaration;
    if (holder?.$type === 'Person' && isPast(holder.left, asOf)) return;
    report({
      at: competence.acquired,
      message: competence.person
        ? saying(
            '{0} of {1} expired on {2}; renew it and set `acquired:`.',
            labelled(competence),
            competence.person.name,
            ends,
          )
        : saying('{0} expired on {1}; renew it and set `acquired:`.', labelled(competence), ends),
    });
  },
});
