import { impactsOf } from '../../analysis/risk.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'risk/not-analysed',
  severity: 'error',
  clause: '6.1.2 d',
  summary: 'A risk has no likelihood or no impact.',
  why: 'The level of a risk follows from both. Without it the risk can be neither ranked nor compared with the appetite.',
  remedy: 'Add `likelihood:` and `impact:`, as they are without the treatment, with words of the scales of the method.',
  asks: ['likelihood', 'impact'],
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  likelihood: possible\n}',
    good: 'risk R-1 "Loss of the database" {\n  likelihood: possible\n  impact: severe\n}',
  },
  on: ['Risk'],
  check(risk, { report }) {
    const missing = [...(risk.likelihood ? [] : ['likelihood']), ...(impactsOf(risk).length ? [] : ['impact'])];
    if (!missing.length) return;
    report({
      at: nameSpan(risk),
      message: saying(
        missing.length > 1
          ? "{0} is not analysed; add {1} with a word of the method's scales."
          : "{0} is not fully analysed; add {1} with a word of the method's scale.",
        labelled(risk),
        keysOf(missing),
      ),
    });
  },
});
