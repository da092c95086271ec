import { dateOf } from '../../analysis/deadline.ts';
import { type Located, label } from '../../model/declaration.ts';
import { findTrait } from '../../model/traits.ts';
import { rule } from '../rule.ts';

/** What is written down once it has happened. */
const happened = findTrait(property => property.happened?.verb !== undefined);

export default rule({
  code: 'date/in-future',
  severity: 'warning',
  clause: '7.5.3',
  summary: 'Something is recorded as done on a day that has not come yet.',
  why: 'A record with a date in the future is a plan or a slip of the pen. Whoever finds one doubts the others.',
  remedy: 'Correct the date; for what is to come use `planned:` or `due:`.',
  example: {
    bad: 'audit IA-2026-1 "Internal audit" {\n  performed: 2027-05-12\n}',
    good: 'audit IA-2026-1 "Internal audit" {\n  performed: 2026-05-12\n}',
    asOf: '2026-06-01',
  },
  // The dates of a risk and of its actions are those of risk/future-date.
  on: happened.kinds.filter(kind => kind !== 'Risk'),
  damagedToo: true,
  check(declaration, context) {
    for (const { node, property, value } of happened.in(declaration)) {
      const date = value as Located<string>;
      const on = dateOf(date);
      // Asked for only where there is a date, so that a new day concerns no other declaration.
      if (!on || on <= context.asOf) continue;
      const { verb, subject } = property.happened ?? {};
      const what = subject ? capitalised(subject) : label(node);
      context.report({
        at: date,
        message: `${what} cannot have been ${verb} on ${on}, which is after ${context.asOf}; correct the date.`,
      });
    }
  },
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
