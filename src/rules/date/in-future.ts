import { dateOf } from '../../analysis/deadline.ts';
import type { Declaration, Located } from '../../model/declaration.ts';
import { findTrait } from '../../model/traits.ts';
import { later, type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled, shortLabel } from '../wording.ts';

/** What is written down once it has happened. */
const happened = findTrait(property => property.happened?.verb !== undefined);

/** What is approved and has no rule of its own that reads the day. */
const approvedKinds = ['Programme', 'PolicyDocument', 'Exception', 'Change'] as const;

/** What cannot have happened, by the word that the grammar has for it (`@happened collected`) or that of an approval. */
const clauses: Readonly<Record<string, string>> = {
  accepted: later('{0} cannot have been accepted on {1}'),
  acquired: later('{0} cannot have been acquired on {1}'),
  approved: later('{0} cannot have been approved on {1}'),
  assessed: later('{0} cannot have been assessed on {1}'),
  checked: later('{0} cannot have been checked on {1}'),
  closed: later('{0} cannot have been closed on {1}'),
  collected: later('{0} cannot have been collected on {1}'),
  completed: later('{0} cannot have been completed on {1}'),
  detected: later('{0} cannot have been detected on {1}'),
  held: later('{0} cannot have been held on {1}'),
  issued: later('{0} cannot have been issued on {1}'),
  measured: later('{0} cannot have been measured on {1}'),
  performed: later('{0} cannot have been performed on {1}'),
  raised: later('{0} cannot have been raised on {1}'),
  resolved: later('{0} cannot have been resolved on {1}'),
  reviewed: later('{0} cannot have been reviewed on {1}'),
};

/** What cannot have happened: a whole sentence, also for a word that the list does not know yet. */
function clauseFor(verb: string, kind: string, what: SayingValue, on: string): Saying {
  // A supplier is reviewed in another sense than a document.
  if (verb === 'reviewed' && kind === 'Supplier') {
    return saying('{0} cannot have been {1} on {2}', what, saying('reviewed'), on);
  }
  return saying(clauses[verb] ?? `{0} cannot have been ${verb} on {1}`, what, on);
}

/** What it has happened to, where the grammar says that. */
const subjects: Readonly<Record<string, string>> = { 'the certificate': later('The certificate') };

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
    const tell = (date: Located<string> | undefined, what: SayingValue, verb: string): void => {
      const on = dateOf(date);
      // Asked for only where there is a date, so that a new day concerns no other declaration.
      if (!date || !on || on <= context.asOf) return;
      context.report({
        at: date,
        message: saying(
          '{0}, which is after {1}; correct the date.',
          clauseFor(verb, declaration.$type, what, on),
          context.asOf,
        ),
      });
    };
    for (const { node, property, value } of happened.in(declaration)) {
      const { verb = '', subject } = property.happened ?? {};
      const what = subject ? saying(subjects[subject] ?? capitalised(subject)) : shortLabel(node);
      tell(value as Located<string>, what, verb);
    }
    if (declaration.$type === 'Risk') tell(declaration.accepted?.on, labelled(declaration), 'accepted');
    else if (isApproved(declaration)) tell(declaration.approved?.on, shortLabel(declaration), 'approved');
  },
});

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
