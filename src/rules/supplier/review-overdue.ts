import { nextSupplierReview } from '../../analysis/next-dates.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { openDate } from '../../model/placeholder.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'supplier/review-overdue',
  severity: 'warning',
  clause: 'A.5.22',
  summary: 'A supplier should have been reviewed.',
  why: 'The organisation reviews regularly whether its suppliers do what was agreed and whether their assurance still holds. A missed review is among the commonest findings.',
  remedy: 'Review service and assurance of the supplier, then set `reviewed:`.',
  asks: ['reviewed'],
  example: {
    bad: 'supplier HostingProvider "Hosting provider" {\n  review: every 12 months\n  reviewed: 2025-03-01\n}',
    good: 'supplier HostingProvider "Hosting provider" {\n  review: every 12 months\n  reviewed: 2026-03-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Supplier'],
  check(supplier, { report, asOf }) {
    if (!supplier.review) return;
    const at = keySpan(supplier, 'review') ?? nameSpan(supplier);
    if (!supplier.reviewed) {
      report({
        at,
        message: saying('{0} has never been reviewed; review it and set `reviewed:`.', labelled(supplier)),
      });
      return;
    }
    const due = nextSupplierReview(supplier);
    if (!due || due >= asOf) return;
    report({
      at,
      // Other texts than those of documents: languages may have another word for the review of a supplier.
      message: saying(
        'The review of {0} was due on {1}; review it and set {2}.',
        labelled(supplier),
        due,
        keysOf(['reviewed']),
      ),
    });
  },
  fix({ declaration }) {
    const { reviewed } = declaration;
    if (!reviewed) return [];
    const { start, end } = reviewed;
    const title = say('Note another {0}, with the date to be filled in', say('review'));
    return [{ title, edits: [{ declaration, start, end, text: openDate }], decides: true }];
  },
});
