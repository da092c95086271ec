import { hasText } from '../../analysis/control.ts';
import { type Declarations, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'issue/none',
  severity: 'warning',
  clause: '4.1',
  summary: 'The ISMS names no external or no internal issue.',
  why: 'The issues are where scope and risks come from. The standard asks for both, external and internal ones. An auditor starts with them and follows them to the risks.',
  remedy:
    'Declare an `issue` for what bears on security from outside (laws, market, threats) and from inside (growth, staff).',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\nissue Growth "From 40 to 60 people in a year" {\n  kind: internal\n}\nissue Tenders "Customers ask for a certificate" {\n  kind: external\n}',
  },
  on: ['Isms'],
  check(isms, { report, all }) {
    const kinds = new Set(all('Issue').flatMap(issue => (isSaid(issue) ? [issue.kind?.value] : [])));
    const missing = ['external', 'internal'].filter(kind => !kinds.has(kind));
    if (!missing.length) return;
    const where = missing.map(kind => (kind === 'external' ? 'from outside' : 'from inside'));
    report({
      at: nameSpan(isms),
      message: `${shortLabel(isms)} names no ${missing.join(' or ')} issue; declare an \`issue\` with its \`kind:\` for what bears on it ${where.join(' and ')}.`,
    });
  },
});

/** An issue says something by its title or description. */
const isSaid = ({ title, description }: Declarations['Issue']): boolean => hasText(title) || hasText(description);
