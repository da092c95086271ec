import { nextSupplierReview } from '../../analysis/next-dates.ts';
import { keySpan, label, nameSpan } from '../../model/declaration.ts';
import { openDate } from '../../model/placeholder.ts';
import { say } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

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
      report({ at, message: `${label(supplier)} has never been reviewed; review it and set \`reviewed:\`.` });
      return;
    }
    const due = nextSupplierReview(supplier);
    if (!due || due >= asOf) return;
    report({ at, message: `The review of ${label(supplier)} was due on ${due}; review it and set \`reviewed:\`.` });
  },
  fix({ declaration }) {
    const { reviewed } = declaration;
    if (!reviewed) return [];
    const { start, end } = reviewed;
    const title = say('Note another review, with the date to be filled in');
    return [{ title, edits: [{ declaration, start, end, text: openDate }], decides: true }];
  },
});
