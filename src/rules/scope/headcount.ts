import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'scope/headcount',
  severity: 'info',
  moment: 'contradiction',
  clause: 'ISO/IEC 27006-1',
  summary: 'More people work at the places in scope than in the ISMS as a whole.',
  why: 'The certification body plans the days of an audit by the people and sites in scope. Figures that contradict each other cost days that nobody needed, or an audit that is too short to count.',
  remedy: 'Correct `headcount:` of the `isms` or of the locations. Who works at several places counts at one of them.',
  example: {
    bad: 'isms Acme "Acme ISMS" { headcount: 40 }\nlocation Office "Office" { headcount: 55 }\nscope "Platform" { statement: "The platform"  locations: Office }',
    good: 'isms Acme "Acme ISMS" { headcount: 60 }\nlocation Office "Office" { headcount: 55 }\nscope "Platform" { statement: "The platform"  locations: Office }',
  },
  on: ['Isms'],
  check(isms, { report, all, resolve }) {
    const total = isms.headcount?.value;
    if (total === undefined) return;
    const places = new Set(all('Scope').flatMap(({ locations }) => locations.map(ref => resolve(ref)?.declaration)));
    const people = [...places].reduce(
      (sum, place) => sum + (place?.$type === 'Location' ? (place.headcount?.value ?? 0) : 0),
      0,
    );
    if (people <= total) return;
    report({
      at: isms.headcount ?? nameSpan(isms),
      message: saying(
        '{0} people work at the places in scope, but {1} says {2}; correct `headcount:` here or of the locations.',
        people,
        shortLabel(isms),
        total,
      ),
    });
  },
});
