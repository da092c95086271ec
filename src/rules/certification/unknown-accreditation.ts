import { accreditationBodies, findAccreditationBody } from '../../catalogues/accreditation-bodies.ts';
import { nearest } from '../../language/nearest.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'certification/unknown-accreditation',
  severity: 'info',
  clause: 'ISO/IEC 17021-1, ISO/IEC 27006-1',
  summary: 'The accreditation body of the certification body is not among the known ones.',
  why: 'There are accreditation bodies that nobody recognises. The known ones have signed the multilateral arrangement of the International Accreditation Forum (IAF).',
  remedy:
    'Check the name, and on the web site of the IAF whether the body has signed. If it has, silence this line with a reason.',
  example: {
    bad: 'certification "ISO/IEC 27001:2022" {\n  accredited-by: GlobalAccreditationLtd\n}',
    good: 'certification "ISO/IEC 27001:2022" {\n  accredited-by: DAkkS\n}',
  },
  on: ['Certification'],
  damagedToo: true,
  check(certification, { report }) {
    const by = certification.accreditedBy;
    if (!by || findAccreditationBody(by.value)) return;
    report({
      at: by,
      message: `${by.value} is not a known accreditation body; check the name and whether it has signed the IAF arrangement.`,
    });
  },
  fix({ declaration, at }) {
    const written = declaration.accreditedBy?.value ?? '';
    return nearest(written, Object.keys(accreditationBodies), 3).map(name => ({
      title: `Change to ${name}`,
      edits: [{ declaration, start: at.start, end: at.end, text: name }],
    }));
  },
});
