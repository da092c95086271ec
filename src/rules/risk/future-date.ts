import { dateOf } from '../../analysis/deadline.ts';
import { type Located, label } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'risk/future-date',
  severity: 'error',
  clause: '7.5.3, 8.2, 8.3',
  summary: 'An assessment, an acceptance or the completion of an action is dated in the future.',
  why: 'What has not happened yet is no record. Mostly the year is a slip, but an acceptance written down in advance is none.',
  remedy: 'Correct the date, or leave it out until it has happened. When an action is to be done is its `due:`.',
  example: {
    bad: 'risk R-1 "Loss of the test data" {\n  assessed: 2027-03-01\n}',
    good: 'risk R-1 "Loss of the test data" {\n  assessed: 2026-03-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Risk'],
  damagedToo: true,
  check(risk, { report, asOf }) {
    const check = (date: Located<string> | undefined, what: string): void => {
      const day = dateOf(date);
      if (!date || !day || day <= asOf) return;
      report({
        at: date,
        message: `${what} is dated ${day}, which is after ${asOf}; correct the date, or leave it out until then.`,
      });
    };
    check(risk.assessed, `The assessment of ${label(risk)}`);
    check(risk.accepted?.on, `The acceptance of ${label(risk)}`);
    for (const action of risk.actions) check(action.completed, `The completion of ${shortLabel(action)}`);
  },
});
