import { hasSecurityPolicy } from '../../analysis/policy.ts';
import { type Declarations, label, nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { type Fix, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'policy/missing',
  severity: 'error',
  clause: '5.2',
  summary: 'The ISMS has no information security policy.',
  why: 'The policy is how top management says what it wants of information security. It has to be documented and is read first in stage 1.',
  remedy:
    'Declare a `document` with `kind: policy` and `covers: 5.2`, or add `covers: 5.2` to the policy that is there.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\ndocument SecurityPolicy "Information security policy" {\n  kind: policy\n  covers: 5.2\n}',
  },
  on: ['Isms'],
  check(isms, { report, get }) {
    if (get(hasSecurityPolicy)) return;
    report({
      at: nameSpan(isms),
      message: saying(
        '{0} has no information security policy; declare a document with `kind: policy` and `covers: 5.2`.',
        labelled(isms),
      ),
    });
  },
  fix({ declaration }, context) {
    const candidates = context
      .all('PolicyDocument')
      .filter(({ kind, names }) => kind?.value === 'policy' && names.length);
    const isLikely = (document: Policy): boolean => /information security|isms/i.test(document.title?.value ?? '');
    const marked = [...candidates.filter(isLikely), ...candidates.filter(document => !isLikely(document))]
      .slice(0, 3)
      .map((document): Fix => {
        const last = document.covers.at(-1);
        const edit = last
          ? { declaration: document, start: last.end, end: last.end, text: ', 5.2' }
          : insertProperty(document, context.textOf(document), 'covers: 5.2', 'kind');
        return { title: say('{0} is the information security policy', label(document)), edits: [edit], decides: true };
      });
    if (context.named('SecurityPolicy', 'PolicyDocument').length) return marked;
    const text = 'document SecurityPolicy "Information security policy" {\n  kind: policy\n  covers: 5.2\n}';
    return [
      ...marked,
      { title: say('Declare the policy'), edits: [{ after: declaration, place: 'declaration', text }] },
    ];
  },
});

type Policy = Declarations['PolicyDocument'];
