import { isInternal } from '../../analysis/audit-coverage.ts';
import { dateOf, latest } from '../../analysis/deadline.ts';
import { farAhead } from '../../analysis/horizon.ts';
import { isNextInTime } from '../../analysis/reviews.ts';
import { addMonths } from '../../model/dates.ts';
import { nameSpan } from '../../model/declaration.ts';
import { freeNameAfter } from '../../model/numbering.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** So far ahead the fix plans it. */
const monthsAhead = 3;

export default rule({
  code: 'audit/none-planned',
  severity: 'warning',
  clause: '9.2.1',
  summary: 'No internal audit is planned, or none within a year.',
  why: 'Internal audits take place at planned intervals, and one has to be performed before stage 2. They are what is neglected most.',
  remedy:
    'Declare an `audit` with `planned:`, `auditors:` and `covers:`. One without a date is not planned. After a performed audit the next one has to follow within a year, or three months more.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\naudit IA-2026-1 "Internal audit" {\n  planned: 2026-09-10\n}',
    asOf: '2026-06-01',
  },
  on: ['Isms'],
  check(isms, { report, all, asOf }) {
    const audits = all('Audit').filter(isInternal);
    if (!audits.length) {
      report({
        at: nameSpan(isms),
        message: saying(
          '{0} has no internal audit; declare an `audit` with its date, auditors and what it covers.',
          labelled(isms),
        ),
      });
      return;
    }
    const last = latest(...audits.map(({ performed }) => dateOf(performed)));
    const planned = audits.filter(audit => audit.planned && !audit.performed);
    if (planned.length) {
      const days = planned.flatMap(audit => dateOf(audit.planned) ?? []).sort();
      const [next] = days;
      // A date that cannot be read is told as such, and so is one in many years.
      if (!next || days.length < planned.length || planned.every(audit => farAhead(audit.planned, asOf))) return;
      if (isNextInTime(next, last, asOf)) return;
      report({
        at: nameSpan(isms),
        message: saying(
          'The next internal audit of {0} is planned only for {1}; plan one within a year.',
          labelled(isms),
          next,
        ),
      });
      return;
    }
    if (!last && audits.every(({ performed }) => !performed)) {
      report({
        at: nameSpan(isms),
        message: saying('No internal audit of {0} has a date; add `planned:` to the next one.', labelled(isms)),
      });
    }
    if (!last || addMonths(last, 12) >= asOf) return;
    report({
      at: nameSpan(isms),
      message: saying(
        'The last internal audit of {0} was on {1} and none is planned; declare the next `audit`.',
        labelled(isms),
        last,
      ),
    });
  },
  fix({ declaration }, context) {
    const planned = addMonths(context.asOf, monthsAhead);
    const year = planned.slice(0, 4);
    const name = freeNameAfter({ stem: `IA-${year}-`, digits: '0' }, taken => context.named(taken, 'Audit').length > 0);
    const text = `audit ${name} "Internal audit ${year}" {\n  planned: ${planned}\n  covers: 4, 5, 6, 7, 8, 9, 10\n}`;
    const after = context.all('Audit').at(-1) ?? declaration;
    const title = say('Plan an internal audit on {0}', planned);
    return [{ title, edits: [{ after, place: 'declaration', text }], decides: true }];
  },
});
