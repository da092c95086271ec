import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'issue/none',
  severity: 'warning',
  clause: '4.1',
  summary: 'The ISMS names no external or internal issue.',
  why: 'The issues are where scope and risks come from. An auditor starts with them and follows them to the risks.',
  remedy:
    'Declare an `issue` for what bears on security from outside (laws, market, threats) and from inside (growth, staff).',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\nissue Growth "From 40 to 60 people in a year" {\n  kind: internal\n}',
  },
  on: ['Isms'],
  check(isms, { report, count }) {
    if (count('Issue')) return;
    report({
      at: nameSpan(isms),
      message: `${label(isms)} names no issue; declare an \`issue\` for what bears on it from outside and from inside.`,
    });
  },
});
