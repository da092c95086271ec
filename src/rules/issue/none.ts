import { hasText } from '../../analysis/control.ts';
import { type Declarations, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
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
    const [isExternal, isInternal] = [kinds.has('external'), kinds.has('internal')];
    if (isExternal && isInternal) return;
    report({
      at: nameSpan(isms),
      message: saying(
        isExternal
          ? '{0} names no internal issue; declare an `issue` with its `kind:` for what bears on it from inside.'
          : isInternal
            ? '{0} names no external issue; declare an `issue` with its `kind:` for what bears on it from outside.'
            : '{0} names no external or internal issue; declare an `issue` with its `kind:` for what bears on it from outside and from inside.',
        shortLabel(isms),
      ),
    });
  },
});

/** An issue says something by its title or description. */
const isSaid = ({ title, description }: Declarations['Issue']): boolean => hasText(title) || hasText(description);
