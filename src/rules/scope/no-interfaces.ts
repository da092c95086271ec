import { hasText, isAnswered } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'scope/no-interfaces',
  severity: 'warning',
  clause: '4.3 c',
  summary: 'The scope names neither interfaces nor dependencies.',
  why: 'What others do for the organisation, and where its responsibility ends, has to be considered when the scope is drawn. Auditors look for forgotten providers there.',
  remedy:
    'Describe in `interfaces:` where the ISMS meets activities outside it, and in `dependencies:` what it depends on.',
  asks: ['interfaces', 'dependencies'],
  example: {
    bad: 'scope "Acme platform" {\n  statement: "Operation of the Acme platform"\n}',
    good: 'scope "Acme platform" {\n  statement: "Operation of the Acme platform"\n  dependencies: "The hosting provider runs the data centres"\n}',
  },
  on: ['Scope'],
  check(scope, { report }) {
    // Without a statement there is no boundary yet on which interfaces could lie.
    if (!hasText(scope.statement) || isAnswered(scope.interfaces) || isAnswered(scope.dependencies)) return;
    report({
      at: nameSpan(scope),
      message: saying(
        'The scope names no interfaces or dependencies; say what others do for it in `interfaces:` or `dependencies:`.',
      ),
    });
  },
});
