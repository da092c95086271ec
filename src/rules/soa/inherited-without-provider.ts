import { decisionOf } from '../../analysis/control.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/inherited-without-provider',
  severity: 'error',
  clause: '6.1.3 d, 8.1',
  summary: 'A control is inherited, but it is not said from whom.',
  why: 'What others perform stays our responsibility. Without a named supplier nobody can tell who performs the control and what assurance there is.',
  remedy: 'Name the supplier: `applicable: inherited from HostingProvider`.',
  asks: ['from'],
  example: {
    bad: 'control A.7.1 "Physical security perimeters" {\n  applicable: inherited\n  justification: "Performed by the data centre"\n}',
    good: 'control A.7.1 "Physical security perimeters" {\n  applicable: inherited from HostingProvider\n  justification: "Performed by the data centre"\n}\nsupplier HostingProvider "Hosting provider" {}',
  },
  on: ['Control'],
  check(control, { report }) {
    const { applicable } = control;
    if (decisionOf(control) !== 'inherited' || !applicable?.decision || applicable.provider) return;
    report({
      at: applicable.decision,
      message: saying(
        '{0} is inherited, but it is not said from whom; write `inherited from` and the supplier.',
        labelled(control),
      ),
    });
  },
  fix: ({ declaration, at }, context) => {
    const suppliers = context.all('Supplier').flatMap(supplier => supplier.names.slice(0, 1));
    return suppliers.slice(0, 5).map(({ value }) => ({
      title: say('Inherited from {0}', value),
      edits: [{ declaration, start: at.end, end: at.end, text: ` from ${value}` }],
      decides: true,
    }));
  },
});
