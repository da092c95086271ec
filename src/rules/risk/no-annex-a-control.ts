import { annexA } from '../../catalogues/annex-a.ts';
import { keySpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const annexAIds: ReadonlySet<string> = new Set(annexA.map(({ id }) => id));

export default rule({
  code: 'risk/no-annex-a-control',
  severity: 'info',
  clause: '6.1.3 c',
  summary: 'A risk is treated by controls of the organisation alone, none of which implements a control of Annex A.',
  why: 'The controls that treat the risks have to be compared with Annex A, so that no necessary one is forgotten. Where own controls stand alone, the comparison cannot be seen.',
  remedy:
    'Say in `implements:` of the own control which controls of Annex A it puts into practice, or name these in the risk.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: modify\n  controls: OC-1\n}\ncontrol OC-1 "Nightly copies" {\n  applicable: yes\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: modify\n  controls: OC-1\n}\ncontrol OC-1 "Nightly copies" {\n  applicable: yes\n  implements: A.8.13\n}',
  },
  on: ['Risk'],
  check(risk, { report, resolve }) {
    const at = keySpan(risk, 'controls');
    if (!at || !risk.controls.length) return;
    const isAlone = risk.controls.every(ref => {
      if (annexAIds.has(ref.name)) return false;
      const declared = resolve(ref)?.declaration;
      // What cannot be resolved, and entries of other catalogues, are not controls of one's own.
      return declared?.$type === 'Control' && declared.$intact && !declared.implements.length;
    });
    if (!isAlone) return;
    report({
      at,
      message: saying(
        '{0} names controls of your own only; say in their `implements:` which of Annex A they put into practice.',
        labelled(risk),
      ),
    });
  },
});
