import { findThreat } from '../../catalogues/threats.ts';
import { nameSpan, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { say, saying } from '../../wording/wording.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const properties = ['confidentiality', 'integrity', 'availability'];

export default rule({
  code: 'risk/no-affected-property',
  severity: 'info',
  clause: '6.1.2 c 1',
  summary: 'A risk does not say whether confidentiality, integrity or availability would be lost.',
  why: 'Risks are identified for the loss of each of the three. Without the property nobody can tell which of them have been looked at, nor which kind of control helps.',
  remedy:
    'Add `affects:` with one or more of confidentiality, integrity and availability, or state the impact for each property.',
  asks: ['affects'],
  example: {
    bad: 'risk R-1 "Ransomware encrypts the database" {\n  threat: Ransomware\n}',
    good: 'risk R-1 "Ransomware encrypts the database" {\n  threat: Ransomware\n  affects: integrity, availability\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    if (risk.affects.length || risk.impact.some(({ property }) => property) || risk.consequences.length) return;
    report({
      at: nameSpan(risk),
      message: saying(
        '{0} does not say what would be lost; add `affects:` confidentiality, integrity or availability.',
        labelled(risk),
      ),
    });
  },
  fix({ declaration }, context) {
    const affected = affectedByThreats(context, declaration);
    if (!affected.length || declaration.affects.length) return [];
    const text = `affects: ${affected.join(', ')}`;
    const after = ['assets', 'threats', 'vulnerabilities', 'scenario'];
    return [
      {
        title: say('Take over what its threat affects: {0}', affected.join(', ')),
        edits: [insertProperty(declaration, context.textOf(declaration), text, ...after)],
        decides: true,
      },
    ];
  },
});

/** What the threats of a risk usually harm, in the usual order. */
function affectedByThreats(view: IsmsView, risk: Risk): string[] {
  const affected = new Set<string>();
  for (const ref of risk.threats) {
    const own = view.resolve(ref)?.declaration;
    if (own?.$type === 'Threat') for (const { value } of own.affects) affected.add(value);
    else for (const property of findThreat(ref.name)?.affects ?? []) affected.add(property);
  }
  return properties.filter(property => affected.has(property));
}
