import { isMaintained, reviewPeriod } from '../../analysis/documents.ts';
import { isSecurityPolicy } from '../../analysis/policy.ts';
import { label, nameSpan } from '../../model/declaration.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { keysOf } from '../wording.ts';

export default rule({
  code: 'document/uncontrolled',
  severity: 'warning',
  clause: '7.5.2, 7.5.3',
  summary: 'A document has no owner, version, approval or review interval.',
  why: 'Documented information is identified, approved and reviewed. Auditors look at the head of a document first: who answers for it, which version is it, who approved it, when is it looked at again?',
  remedy:
    'Add what is missing: `owner:`, `version:`, `approved:` with date and approver, `review:` (or `review:` of the `isms` block for all documents). Records and reports need an owner only.',
  example: {
    bad: 'document AccessPolicy "Access policy" {\n  kind: policy\n  version: "4"\n}',
    good: 'role Ciso "Security officer"\ndocument AccessPolicy "Access policy" {\n  kind: policy\n  owner: Ciso\n  version: "4"\n  approved: 2026-01-10 by Ciso\n  review: every 12 months\n}',
  },
  on: ['PolicyDocument'],
  check(document, { report, get }) {
    const missing = document.owner ? [] : ['owner'];
    if (isMaintained(document)) {
      if (!document.version) missing.push('version');
      // The approval of the security policy has a rule of its own.
      if (!document.approved && !isSecurityPolicy(document)) missing.push('approved');
      if (!document.review && !get(reviewPeriod)) missing.push('review');
    }
    if (!missing.length) return;
    report({
      at: nameSpan(document),
      message: `${label(document)} is not under control; add ${keysOf(missing)}.`,
      data: missing,
    });
  },
  fix({ declaration, data }, context) {
    const missing: readonly unknown[] = Array.isArray(data) ? data : [];
    const source = context.textOf(declaration);
    const owner = context.isms?.owner?.name;
    const texts = [
      missing.includes('owner') && owner && `owner: ${owner}`,
      missing.includes('version') && 'version: "1"',
      missing.includes('review') && 'review: every 12 months',
    ].filter(text => typeof text === 'string');
    if (!texts.length) return [];
    return [
      {
        title: `Add ${texts.map(text => `\`${text}\``).join(', ')}`,
        edits: [insertProperty(declaration, source, texts.join(source.includes('\n') ? '\n' : ' '))],
        decides: true,
      },
    ];
  },
});
