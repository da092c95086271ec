import { dateOf } from '../../analysis/deadline.ts';
import { type Declaration, type Located, label } from '../../model/declaration.ts';
import { findTrait } from '../../model/traits.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** What is written down once it has happened. */
const happened = findTrait(property => property.happened?.verb !== undefined);

/** What is approved and has no rule of its own that reads the day. */
const approvedKinds = ['Programme', 'PolicyDocument', 'Exception', 'Change'] as const;

type Approved = Extract<Declaration, { readonly $type: (typeof approvedKinds)[number] }>;

const isApproved = (declaration: Declaration): declaration is Approved =>
  (approvedKinds as readonly string[]).includes(declaration.$type);

export default rule({
  code: 'date/in-future',
  aliases: ['risk/future-date'],
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
  on: [...new Set([...happened.kinds, ...approvedKinds])],
  damagedToo: true,
  check(declaration, context) {
    const tell = (date: Located<string> | undefined, what: string, verb: string | undefined): void => {
      const on = dateOf(date);
      // Asked for only where there is a date, so that a new day concerns no other declaration.
      if (!date || !on || on <= context.asOf) return;
      context.report({
        at: date,
        message: `${what} cannot have been ${verb} on ${on}, which is after ${context.asOf}; correct the date.`,
      });
    };
    for (const { node, property, value } of happened.in(declaration)) {
      const { verb, subject } = property.happened ?? {};
      tell(value as Located<string>, subject ? capitalised(subject) : shortLabel(node), verb);
    }
    if (declaration.$type === 'Risk') tell(declaration.accepted?.on, label(declaration), 'accepted');
    else if (isApproved(declaration)) tell(declaration.approved?.on, shortLabel(declaration), 'approved');
  },
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
