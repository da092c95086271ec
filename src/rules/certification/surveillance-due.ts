import { isIsoScheme } from '../../analysis/certification.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { addMonths, type IsoDate } from '../../model/dates.ts';
import { keySpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { wrongDates } from './_dates.ts';

export default rule({
  code: 'certification/surveillance-due',
  severity: 'warning',
  clause: 'ISO/IEC 17021-1, 9.1.3.3',
  summary: 'A surveillance audit should have taken place.',
  why: 'A certificate holds for three years on the condition of a surveillance audit in each calendar year, the first within twelve months of its issue. A date that is still to come is planned, and does not count as held.',
  remedy: 'Agree on the date with the certification body and add it to `surveillance:`.',
  asks: ['surveillance'],
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n  expires: 2028-03-19\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  issued: 2025-03-20\n  expires: 2028-03-19\n  surveillance: 2026-03-10\n}',
    asOf: '2026-06-01',
  },
  on: ['Certification'],
  check(certification, context) {
    const { report, asOf } = context;
    const { issued, expires, surveillance } = certification;
    const from = dateOf(issued);
    const to = dateOf(expires);
    // Of a certificate that has expired another rule tells.
    if (!issued || !from || (to && to < asOf) || !isIsoScheme(certification)) return;
    // Nothing follows from dates that are told to be wrong.
    if (wrongDates(certification, context).some(({ at }) => at !== certification.stage2)) return;
    const dates = surveillance.flatMap(date => dateOf(date) ?? []).sort();
    const held = dates.filter(date => date > from && date <= asOf);
    const [first] = held;
    const last = held.at(-1);
    const firstDue = firstSurveillance(
      from,
      dates.some(date => date <= from),
    );
    const at = keySpan(certification, 'surveillance') ?? issued;
    if (first && held.length === 1 && first > firstDue) {
      report({
        at,
        message: saying(
          'The first surveillance audit was due by {0}, but held on {1}; ask the body for its decision, or correct a date.',
          firstDue,
          first,
        ),
      });
      return;
    }
    const due = last ? endOfNextYear(last) : firstDue;
    // The audit for renewal takes the place of the third one.
    if (due >= asOf || (to && due >= addMonths(to, -2))) return;
    const planned = dates.find(date => date > asOf);
    report({
      at,
      message: planned
        ? saying(
            'A surveillance audit was due by {0}, but the next is planned for {1}; agree on an earlier date with the body.',
            due,
            planned,
          )
        : saying('A surveillance audit was due by {0}; agree on a date and add it to `surveillance:`.', due),
    });
  },
});

/** The day by which the first surveillance audit is due; after a recertification in time it is the calendar year that counts. */
const firstSurveillance = (issued: IsoDate, isRenewed: boolean): IsoDate =>
  isRenewed ? endOfNextYear(issued) : addMonths(issued, 12);

const endOfNextYear = (date: IsoDate): IsoDate => `${Number(date.slice(0, 4)) + 1}-12-31`;
