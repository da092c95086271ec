import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'scope/missing',
  severity: 'error',
  clause: '4.3',
  summary: 'The ISMS has no scope.',
  why: 'The scope says what is certified. It has to be documented, and without it nobody can tell which assets, risks and controls belong to the ISMS.',
  remedy:
    'Declare a `scope` with the statement that is to stand on the certificate: organisation, activities, places, technology.',
  example: {
    bad: 'isms Acme "Acme ISMS" {\n  organization: "Acme B.V."\n}',
    good: 'isms Acme "Acme ISMS" {\n  organization: "Acme B.V."\n}\nscope "Acme platform" {\n  statement: "Operation of the Acme platform from the Utrecht office"\n}',
  },
  on: ['Isms'],
  check(isms, { report, count }) {
    if (count('Scope')) return;
    report({
      at: nameSpan(isms),
      message: saying('{0} has no scope; declare a `scope` with a statement of what the ISMS covers.', labelled(isms)),
    });
  },
  fix: ({ declaration }) => [
    {
      title: say('Declare a scope'),
      edits: [
        { after: declaration, place: 'declaration', text: 'scope "Scope of the ISMS" {\n  statement: """\n  """\n}' },
      ],
      preferred: true,
    },
  ],
});
