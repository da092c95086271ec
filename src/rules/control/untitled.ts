import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { ownName } from './_own.ts';

export default rule({
  code: 'control/untitled',
  severity: 'warning',
  moment: 'stage1',
  clause: '6.1.3 b',
  summary: 'A control of your own has no title.',
  why: 'The titles of Annex A are known; that of an own control is all that a reader of the Statement of Applicability learns about what it is.',
  remedy: 'Write a title behind the name: `control ACME-1 "Tenant isolation tests"`.',
  example: {
    bad: 'control ACME-1 {\n  applicable: yes\n}',
    good: 'control ACME-1 "Tenant isolation tests" {\n  applicable: yes\n}',
  },
  on: ['Control'],
  check(control, context) {
    if (hasText(control.title)) return;
    const own = ownName(context, control);
    if (!own) return;
    context.report({
      at: control.title ?? own,
      message: saying('{0} is a control of your own without a title; write one behind its name.', own.value),
      data: control.title ? 'blank' : undefined,
    });
  },
  fix({ declaration, data }) {
    const { end } = nameSpan(declaration);
    return data ? [] : [{ title: say('Add a title'), edits: [{ declaration, start: end, end, text: ' ""' }] }];
  },
});
