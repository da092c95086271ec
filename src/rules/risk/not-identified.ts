import { assessmentStyle } from '../../analysis/assets.ts';
import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'risk/not-identified',
  severity: 'warning',
  clause: '6.1.2 c',
  summary: 'A risk does not say what may happen, or to what.',
  why: 'A title alone can be understood in many ways, so that two people would rate the risk differently. Where the method is asset-based, a risk is an asset with a threat; where it is event-based, it is an event with its consequences.',
  remedy:
    'Name the `assets:` and the `threat:`, or describe the event in `scenario:`, as the `style:` of the method asks. Without a style one of them is enough.',
  asks: ['assets', 'threat', 'scenario'],
  example: {
    bad: 'method "Ours" {\n  style: asset-based\n}\nrisk R-1 "Ransomware" {\n  threat: Ransomware\n}',
    good: 'method "Ours" {\n  style: asset-based\n}\nasset CustomerDb "Customer database" {}\nrisk R-1 "Ransomware" {\n  assets: CustomerDb\n  threat: Ransomware\n}',
  },
  on: ['Risk'],
  check(risk, { report, get }) {
    const style = get(assessmentStyle);
    const at = nameSpan(risk);
    const { assets, threats, vulnerabilities, scenario } = risk;
    if (style === 'asset-based') {
      const missing = [...(assets.length ? [] : ['assets']), ...(threats.length ? [] : ['threat'])];
      if (!missing.length) return;
      report({
        at,
        message: saying(
          '{0} is not fully identified; the method is asset-based, so add {1}.',
          labelled(risk),
          keysOf(missing),
        ),
      });
    } else if (style === 'event-based') {
      if (hasText(scenario)) return;
      report({
        at: scenario ?? at,
        message: saying(
          '{0} does not say what happens; the method is event-based, so describe the event in `scenario:`.',
          labelled(risk),
        ),
      });
    } else if (!assets.length && !threats.length && !vulnerabilities.length && !hasText(scenario)) {
      report({
        at,
        message: saying(
          '{0} does not say what may happen to what; add `assets:` and `threat:`, or `scenario:`.',
          labelled(risk),
        ),
      });
    }
  },
});
