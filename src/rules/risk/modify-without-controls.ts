import { isTreatedBy, namesControls } from '../../analysis/risk.ts';
import { compareNaturally } from '../../catalogues/natural-order.ts';
import { findThreat, findVulnerability } from '../../catalogues/threats.ts';
import { label, type Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { insertProperty } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'risk/modify-without-controls',
  severity: 'error',
  clause: '6.1.3 b',
  summary: 'A risk is to be modified, but no control is named that does it.',
  why: 'All controls that are necessary for the treatment have to be determined; they are the reason why the Statement of Applicability includes them.',
  remedy: 'Name the controls in `controls:`, of the risk or of its actions, or choose another treatment option.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: modify\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: modify\n  controls: A.8.13\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    const option = risk.treatment.find(({ value }) => value === 'modify');
    if (!option || namesControls(risk)) return;
    report({
      at: option,
      message: `${label(risk)} is to be modified, but no control does it; name the controls in \`controls:\`.`,
    });
  },
  fix({ declaration }, context) {
    const usual = usualControls(context, declaration);
    if (!usual.length || declaration.controls.length || !isTreatedBy(declaration, 'modify')) return [];
    const shown = usual.slice(0, 8).join(', ');
    return [
      {
        title: `Add the controls that usually treat it: ${shown}`,
        edits: [insertProperty(declaration, context.textOf(declaration), `controls: ${shown}`, 'treatment')],
        decides: true,
      },
    ];
  },
});

/** The controls that the threats and vulnerabilities of a risk name, declared ones before built-in ones of the same name. */
function usualControls(view: IsmsView, risk: Risk): string[] {
  const usual = new Set<string>();
  for (const ref of [...risk.threats, ...risk.vulnerabilities]) {
    const own = view.resolve(ref)?.declaration;
    if (own?.$type === 'Threat' || own?.$type === 'Vulnerability') {
      for (const control of own.controls) if (view.resolve(control) || view.builtin(control)) usual.add(control.name);
    } else for (const id of (findThreat(ref.name) ?? findVulnerability(ref.name))?.controls ?? []) usual.add(id);
  }
  return [...usual].sort(compareNaturally);
}
