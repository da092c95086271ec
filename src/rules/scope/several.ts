import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'scope/several',
  severity: 'error',
  moment: 'contradiction',
  clause: '4.3',
  summary: 'The ISMS has more than one scope.',
  why: 'One ISMS has one scope and one statement on its certificate. Two of them contradict each other sooner or later, and exports show only the first.',
  remedy: 'Merge them into one, or give each ISMS a folder of its own with an `isms` block.',
  example: {
    bad: 'scope "Platform" {\n  statement: "The Acme platform"\n}\nscope "Office" {\n  statement: "The Utrecht office"\n}',
    good: 'scope "Platform and office" {\n  statement: "The Acme platform, run from the Utrecht office"\n}',
  },
  on: ['Scope'],
  damagedToo: true,
  check(scope, { report, all }) {
    const [first] = all('Scope');
    if (!first || first === scope) return;
    report({
      at: nameSpan(scope),
      message: saying(
        'This ISMS has a scope already; merge the two, or give each ISMS its own folder with an `isms` block.',
      ),
      related: [{ declaration: first, message: saying('The scope that counts') }],
    });
  },
});
