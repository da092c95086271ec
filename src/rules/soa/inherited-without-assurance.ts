import { decisionOf } from '../../analysis/control.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'soa/inherited-without-assurance',
  severity: 'warning',
  moment: 'stage2',
  clause: '8.1, A.5.22',
  summary: 'A control is inherited from a supplier, but nothing shows that the supplier performs it.',
  why: 'A supplier that performs a control has to be controlled itself. Auditors ask for its certificate, its audit report, or the record of our review of it.',
  remedy:
    'Name the certificate or report in `evidence:`, of the control or of the supplier, or record the last review of the supplier with `reviewed:`.',
  asks: ['evidence'],
  example: {
    bad: 'control A.7.1 "Physical security perimeters" {\n  applicable: inherited from HostingProvider\n}\nsupplier HostingProvider "Hosting provider" {}',
    good: 'control A.7.1 "Physical security perimeters" {\n  applicable: inherited from HostingProvider\n}\nsupplier HostingProvider "Hosting provider" {\n  evidence: HostingCertificate\n}\nevidence HostingCertificate "ISO/IEC 27001 certificate of the provider" {}',
  },
  on: ['Control'],
  check(control, { report, resolve }) {
    const provider = control.applicable?.provider;
    if (decisionOf(control) !== 'inherited' || !provider || control.evidence.length) return;
    const supplier = resolve(provider)?.declaration;
    if (supplier?.$type !== 'Supplier' || !supplier.$intact) return;
    if (supplier.evidence.length || supplier.reviewed) return;
    report({
      at: provider,
      message: saying(
        'Nothing shows that {0} performs {1}; name its certificate in `evidence:` or record a review of it.',
        provider.name,
        labelled(control),
      ),
      related: [{ declaration: supplier, message: saying('{0} has neither evidence nor a review', provider.name) }],
    });
  },
});
