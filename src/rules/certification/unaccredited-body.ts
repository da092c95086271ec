import { isIsoScheme } from '../../analysis/certification.ts';
import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/unaccredited-body',
  severity: 'warning',
  moment: 'stage1',
  summary: 'It is not said who accredited the certification body of a certificate to a standard of ISO.',
  why: 'No standard obliges the organisation to choose an accredited body. But a certificate is worth what the accreditation of its issuer is worth, and customers and tenders reject certificates of bodies that no national accreditation body stands behind.',
  remedy:
    'Choose an accredited certification body and name the accreditation body in `accredited-by:`, such as UKAS, ANAB, DAkkS or RvA.',
  asks: ['accredited-by'],
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  body: "Example Cert"\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  body: "Example Cert"\n  accredited-by: UKAS\n}',
  },
  on: ['Certification'],
  check(certification, { report }) {
    if (certification.accreditedBy || !isIsoScheme(certification)) return;
    // The plan for a certification may come before the choice of a body.
    if (!certification.body && !certification.issued && !certification.stage1) return;
    report({
      at: keySpan(certification, 'body') ?? nameSpan(certification),
      message: saying(
        'It is not said who accredited the certification body; add `accredited-by:`, such as UKAS, ANAB or DAkkS.',
      ),
    });
  },
});
