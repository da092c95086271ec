import { isMaintained, reviewPeriod } from '../../analysis/documents.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { keysOf, shortLabel } from '../wording.ts';

export default rule({
  code: 'document/unmaintained',
  severity: 'info',
  summary: 'A document has no owner, or is not a policy and has no review interval.',
  why: 'The standard does not ask for an owner or an interval of every document. But what nobody keeps up to date is outdated when it is needed.',
  remedy:
    'Add `owner:`, and `review:` to what is maintained (or `review:` of the `isms` block for all documents). Records need an owner only, and what comes from outside (`kind: external`) too.',
  asks: ['owner', 'review'],
  example: {
    bad: 'document RestoreGuide "How to restore" {\n  kind: procedure\n  version: "4"\n}',
    good: 'role Ciso "Security officer"\ndocument RestoreGuide "How to restore" {\n  kind: procedure\n  owner: Ciso\n  version: "4"\n  review: every 12 months\n}',
  },
  on: ['PolicyDocument'],
  check(document, { report, get }) {
    const missing = document.owner ? [] : ['owner'];
    // That of a policy is asked for by a control.
    const isOther = isMaintained(document) && document.kind?.value !== 'policy';
    if (isOther && !document.review && !get(reviewPeriod)) missing.push('review');
    if (!missing.length) return;
    report({
      at: nameSpan(document),
      message: saying(
        missing.length > 1
          ? '{0} has no owner or review interval; add {1}, so that it is kept up to date.'
          : document.owner
            ? '{0} has no review interval; add {1}, so that it is kept up to date.'
            : '{0} has no owner; add {1}, so that it is kept up to date.',
        shortLabel(document),
        keysOf(missing),
      ),
      data: missing,
    });
  },
  fix({ declaration, data }, context) {
    if (!Array.isArray(data) || !data.includes('review')) return [];
    const text = 'review: every 12 months';
    const edit = insertProperty(declaration, context.textOf(declaration), text);
    return [{ title: say('Add `{0}`', text), edits: [edit], decides: true }];
  },
});
