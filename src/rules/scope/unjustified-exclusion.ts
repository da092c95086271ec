import { hasText } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'scope/unjustified-exclusion',
  severity: 'warning',
  clause: '4.3',
  summary: 'The scope leaves something out without saying why.',
  why: 'Auditors and customers ask of each exclusion whether it is left out because it does not matter or because it would not pass.',
  remedy: 'Add `because` and the reason, as in `excludes: "Web site" because "run by an agency"`.',
  example: {
    bad: 'scope "Acme platform" {\n  statement: "The Acme platform"\n  excludes: "Marketing website"\n}',
    good: 'scope "Acme platform" {\n  statement: "The Acme platform"\n  excludes: "Marketing website" because "run by an agency; holds no customer data"\n}',
  },
  on: ['Scope'],
  check(scope, { report }) {
    scope.excludes.forEach((exclusion, index) => {
      if (hasText(exclusion.reason)) return;
      const what = exclusion.what ?? exclusion.text;
      if (!what) return;
      const text = exclusion.what?.name ?? saying('“{0}”', shorten(exclusion.text?.value ?? ''));
      report({
        at: exclusion.reason ?? what,
        message: saying('{0} is left out of the scope without a reason; add `because` and say why.', text),
        data: index,
      });
    });
  },
  fix({ declaration, data }) {
    const exclusion = typeof data === 'number' ? declaration.excludes[data] : undefined;
    const what = exclusion?.what ?? exclusion?.text;
    if (!what || exclusion?.reason) return [];
    const edit = { declaration, start: what.end, end: what.end, text: ' because ""' };
    return [{ title: say('Add a reason'), edits: [edit], preferred: true }];
  },
});

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);
