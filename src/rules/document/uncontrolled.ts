import { isMaintained, reviewPeriod } from '../../analysis/documents.ts';
import { isSecurityPolicy } from '../../analysis/policy.ts';
import { nameSpan } from '../../model/declaration.ts';
import { later, listSaying, say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { keysOf, shortLabel } from '../wording.ts';

export default rule({
  code: 'document/uncontrolled',
  severity: 'warning',
  clause: '7.5.2',
  summary: 'A document has no version or approval, an approval without an approver, or a policy no review interval.',
  why: 'Documents are identified, and reviewed and approved for suitability; policies are reviewed at planned intervals (A.5.1). Auditors look at the head of a document first: which version is it, who approved it, when is it looked at again? A document of external origin is only identified.',
  remedy:
    'Add what is missing: `version:`, `approved:` with date and approver, for a policy `review:` (or `review:` of the `isms` block for all of them). Records and reports need neither; say `kind: external` of what comes from outside.',
  asks: ['version', 'approved', 'review'],
  example: {
    bad: 'document AccessPolicy "Access policy" {\n  kind: policy\n  version: "4"\n}',
    good: 'role Ciso "Security officer"\ndocument AccessPolicy "Access policy" {\n  kind: policy\n  owner: Ciso\n  version: "4"\n  approved: 2026-01-10 by Ciso\n  review: every 12 months\n}',
  },
  on: ['PolicyDocument'],
  check(document, { report, get }) {
    const kind = document.kind?.value;
    const missing: Missing[] = [];
    if ((isMaintained(document) || kind === 'external') && !document.version) missing.push('version');
    // The approval of the security policy has a rule of its own.
    if (isMaintained(document) && !document.approved && !isSecurityPolicy(document)) missing.push('approved');
    if (kind === 'policy' && !document.review && !get(reviewPeriod)) missing.push('review');
    const [first] = missing;
    if (!first) {
      const { approved } = document;
      if (!isMaintained(document) || !approved?.on || approved.by.length || isSecurityPolicy(document)) return;
      report({
        at: approved.on,
        message: saying(
          'The approval of {0} does not say who gave it; add `by` and the role that did.',
          shortLabel(document),
        ),
      });
      return;
    }
    const words = missing.map(key => saying(wordsFor[key]));
    report({
      at: nameSpan(document),
      message:
        missing.length === 1
          ? saying(alone[first], shortLabel(document), keysOf(missing))
          : saying('{0} has no {1}; add {2}.', shortLabel(document), listSaying(words, 'or'), keysOf(missing)),
      data: missing,
    });
  },
  fix({ declaration, data }, context) {
    if (!Array.isArray(data) || !data.includes('review')) return [];
    const text = 'review: every 12 months';
    return [
      {
        title: say('Add `{0}`', text),
        edits: [insertProperty(declaration, context.textOf(declaration), text)],
        decides: true,
      },
    ];
  },
});

type Missing = 'version' | 'approved' | 'review';

const wordsFor: Readonly<Record<Missing, string>> = {
  version: later('version'),
  approved: later('approval'),
  review: later('review interval'),
};

/** What is said where only one of them is missing: also what it is for. */
const alone: Readonly<Record<Missing, string>> = {
  version: later('{0} has no version; add {1}, so that readers can tell which edition is approved.'),
  approved: later('{0} has no approval; add {1}, so that readers can tell that it holds.'),
  review: later('{0} has no review interval; add {1}, so that it is looked at again in time.'),
};
