import { keySpan } from '../../model/declaration.ts';
import { firstOfSaying, say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { wrapped } from '../lists.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** What a management review considers. (9.3.2) */
const inputs = [
  'previous-actions',
  'changes',
  'interested-parties',
  'nonconformities',
  'monitoring',
  'audit-results',
  'objectives',
  'feedback',
  'risk-status',
  'opportunities',
];

export default rule({
  code: 'review/missing-inputs',
  severity: 'warning',
  clause: '9.3.2',
  summary: 'A management review did not consider everything that it has to.',
  why: 'The standard lists what a management review considers. Auditors go through the minutes with that list.',
  remedy:
    'Add to `inputs:` what was considered; consider the rest in a further meeting. The list: previous-actions, changes, interested-parties, nonconformities, monitoring, audit-results, objectives, feedback, risk-status, opportunities.',
  asks: ['inputs'],
  example: {
    bad: 'review MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  inputs: audit-results, objectives\n}',
    good: 'review MR-2026 "Management review 2026" {\n  held: 2026-03-26\n  inputs: previous-actions, changes, interested-parties, nonconformities, monitoring, audit-results,\n    objectives, feedback, risk-status, opportunities\n}',
  },
  on: ['Review'],
  check(review, { report }) {
    if (!review.held) return;
    const considered = new Set(review.inputs.map(({ value }) => value));
    const missing = inputs.filter(input => !considered.has(input));
    if (!missing.length) return;
    report({
      at: keySpan(review, 'inputs') ?? review.held,
      message: considered.size
        ? saying(
            '{0} did not consider {1}; add to `inputs:` what it did, or consider it.',
            labelled(review),
            firstOfSaying(missing, 4),
          )
        : saying(
            '{0} does not say what was considered; add `inputs:`, such as audit-results, risk-status, objectives.',
            labelled(review),
          ),
      data: missing,
    });
  },
  fix({ declaration, data }, context) {
    const missing = Array.isArray(data) ? data.filter(input => typeof input === 'string') : [];
    if (!missing.length) return [];
    const last = declaration.inputs.at(-1);
    const source = context.textOf(declaration);
    const isOneLine = !source.includes('\n');
    const edit = last
      ? {
          declaration,
          start: last.end,
          end: last.end,
          text: isOneLine || missing.length < 3 ? `, ${missing.join(', ')}` : `,\n    ${wrapped(missing, '    ')}`,
        }
      : insertProperty(
          declaration,
          source,
          `inputs: ${isOneLine ? missing.join(', ') : wrapped(missing, '  ')}`,
          'held',
          'next',
          'attendees',
        );
    return [{ title: say('Note as considered: {0}', missing.join(', ')), edits: [edit], decides: true }];
  },
});
