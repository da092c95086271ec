/** What usually treats a risk. */
import { compareNaturally } from '../../catalogues/natural-order.ts';
import { findThreat, findVulnerability } from '../../catalogues/threats.ts';
import type { Risk } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';

/** The controls that the threats and vulnerabilities of a risk name, declared ones before built-in ones of the same name. */
export function usualControls(view: IsmsView, risk: Risk): string[] {
  const usual = new Set<string>();
  for (const ref of [...risk.threats, ...risk.vulnerabilities]) {
    const own = view.resolve(ref)?.declaration;
    if (own?.$type === 'Threat' || own?.$type === 'Vulnerability') {
      for (const control of own.controls) if (view.resolve(control) || view.builtin(control)) usual.add(control.name);
    } else for (const id of (findThreat(ref.name) ?? findVulnerability(ref.name))?.controls ?? []) usual.add(id);
  }
  return [...usual].sort(compareNaturally);
}
