import { isMaintained, reviewPeriod } from '../../analysis/documents.ts';
import { isSecurityPolicy } from '../../analysis/policy.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { keysOf, listed, shortLabel } from '../wording.ts';

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
        message: `The approval of ${shortLabel(document)} does not say who gave it; add \`by\` and the role that did.`,
      });
      return;
    }
    const [only] = missing.length === 1 ? [effects[first]] : [];
    report({
      at: nameSpan(document),
      message: `${shortLabel(document)} has no ${listed(
        missing.map(key => words[key]),
        'or',
      )}; add ${keysOf(missing)}${only ? `, so that ${only}` : ''}.`,
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

const words: Readonly<Record<Missing, string>> = {
  version: 'version',
  approved: 'approval',
  review: 'review interval',
};

const effects: Readonly<Record<Missing, string>> = {
  version: 'readers can tell which edition is approved',
  approved: 'readers can tell that it holds',
  review: 'it is looked at again in time',
};
