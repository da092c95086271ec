import { dateOf } from '../../analysis/deadline.ts';
import { type Declaration, type Located, label, type NodeBase } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

/** What is written down once it has happened, by the kind of declaration, with the verb for it. */
const happened: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Evidence: { collected: 'collected' },
  Audit: { performed: 'performed' },
  Review: { held: 'held' },
  Finding: { raised: 'raised', closed: 'closed' },
  PolicyDocument: { reviewed: 'reviewed' },
  Supplier: { reviewed: 'reviewed' },
  Incident: { detected: 'detected', resolved: 'resolved' },
  Competence: { acquired: 'acquired' },
  Certification: { issued: 'issued' },
};

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
  on: [
    'Evidence',
    'Audit',
    'Review',
    'Finding',
    'PolicyDocument',
    'Supplier',
    'Incident',
    'Competence',
    'Certification',
  ],
  damagedToo: true,
  check(declaration, { report, asOf }) {
    for (const [feature, verb] of Object.entries(happened[declaration.$type] ?? {})) {
      const date = field(declaration, feature);
      const on = dateOf(date);
      if (!date || !on || on <= asOf) continue;
      report({
        at: date,
        message: `${nameOf(declaration)} cannot have been ${verb} on ${on}, which is after ${asOf}; correct the date.`,
      });
    }
  },
});

const nameOf = (declaration: Declaration): string =>
  declaration.$type === 'Certification' ? 'The certificate' : label(declaration);

const field = (node: NodeBase, feature: string): Located<string> | undefined =>
  (node as unknown as Record<string, Located<string> | undefined>)[feature];
