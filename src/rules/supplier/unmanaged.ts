import { assetsFrom, isMinor, isUnclear, namesAgreement, sharesRisk } from '../../analysis/suppliers.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, shortLabel } from '../wording.ts';

export default rule({
  code: 'supplier/unmanaged',
  severity: 'warning',
  clause: 'A.5.20, A.5.22',
  summary: 'A supplier on which much depends has no owner, agreement or review, or its criticality is not stated.',
  why: 'Security requirements are agreed with suppliers, and their service is reviewed. Auditors begin with the suppliers that the organisation could not do without.',
  remedy:
    'Add `owner:`, `agreement:` and `review:`. If little depends on the supplier, say so: `criticality: low` or `medium`. Usual words in English and German are known (`niedrig`, `non-critical`, `tier-3`, `C`); of another word it is asked where an asset or a shared risk depends on the supplier.',
  asks: ['criticality', 'owner', 'agreement', 'review'],
  example: {
    bad: 'supplier HostingProvider "Hosting provider" {\n  criticality: high\n}',
    good: 'role Cto "Chief technology officer"\nsupplier HostingProvider "Hosting provider" {\n  owner: Cto\n  criticality: high\n  agreement: "Contract 17, annex security"\n  review: every 12 months\n  reviewed: 2026-02-01\n}',
  },
  on: ['Supplier'],
  check(supplier, context) {
    if (isMinor(supplier)) return;
    const missing = [
      ...(supplier.owner ? [] : ['owner']),
      ...(namesAgreement(supplier) ? [] : ['agreement']),
      ...(supplier.review ? [] : ['review']),
    ];
    if (!missing.length) return;
    const { criticality } = supplier;
    if (criticality && isUnclear(supplier)) {
      if (!assetsFrom(context, supplier).length && !sharesRisk(context, supplier)) return;
      context.report({
        at: criticality,
        message: saying(
          'What does `{0}` mean for {1}? If much depends on it, add {2}; if not, write `low`.',
          criticality.value,
          shortLabel(supplier),
          keysOf(missing),
        ),
      });
      return;
    }
    context.report({
      at: nameSpan(supplier),
      message: criticality
        ? saying('Much depends on {0}, but it is not fully managed; add {1}.', shortLabel(supplier), keysOf(missing))
        : saying(
            '{0} does not say how much depends on it; add `criticality:`, and unless it is low {1}.',
            shortLabel(supplier),
            keysOf(missing),
          ),
    });
  },
});
