import {
  accreditationBodies,
  findAccreditationBody,
  renamedAccreditationBody,
} from '../../catalogues/accreditation-bodies.ts';
import { nearest } from '../../language/nearest.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/unknown-accreditation',
  severity: 'info',
  moment: 'stage1',
  clause: 'ISO/IEC 17011',
  summary: 'The accreditation body is not in the list of this tool, or has another name today.',
  why: 'Accreditations are recognised across borders where the accreditation body has signed the mutual recognition arrangement for management systems. Since 2026-01-01 that of Global Accreditation Cooperation Incorporated, the successor of IAF and ILAC, is in force. The list holds what could be sourced and is not complete: that a body is missing says nothing against it.',
  remedy:
    'Check the name, and among the signatories of the arrangement whether the body is one of them for management systems. If it is, silence this line with that.',
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  accredited-by: GlobalAccreditationLtd\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  accredited-by: DAkkS\n}',
  },
  on: ['Certification'],
  damagedToo: true,
  check(certification, { report }) {
    const by = certification.accreditedBy;
    if (!by) return;
    const renamed = renamedAccreditationBody(by.value);
    if (!renamed && findAccreditationBody(by.value)) return;
    report({
      at: by,
      message: renamed
        ? saying('{0} is called {1} today; write the name that stands on the certificate.', by.value, renamed)
        : saying(
            "{0} is not in this tool's list of accreditation bodies; check that it signed the arrangement of IAF or its successor.",
            by.value,
          ),
    });
  },
  fix({ declaration, at }) {
    const written = declaration.accreditedBy?.value ?? '';
    const renamed = renamedAccreditationBody(written);
    const near = renamed ? [renamed] : nearest(written, Object.keys(accreditationBodies), 3);
    return near.map(name => ({
      title: say('Change to {0}', name),
      edits: [{ declaration, start: at.start, end: at.end, text: name }],
    }));
  },
});
