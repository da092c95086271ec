import { insertPropertyInto } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'requirement/unaddressed',
  severity: 'warning',
  clause: '4.2 c',
  summary: 'No control is justified by a requirement, and nothing says that the ISMS leaves it aside.',
  why: 'The organisation decides which requirements it addresses through the ISMS. One that leads to nothing was forgotten, or decided on without a trace.',
  remedy:
    'Name the requirement in the `because:` of the controls that meet it, or write `addressed: no` and say why in `notes:`.',
  example: {
    bad: 'party Customers "Customers" {\n  requirement Uptime "99.9 % availability" { kind: contractual }\n}',
    good: 'party Customers "Customers" {\n  requirement Uptime "99.9 % availability" { kind: contractual }\n}\ncontrol A.8.14 "Redundancy of information processing facilities" {\n  applicable: yes\n  because: Uptime\n}',
  },
  on: ['Party'],
  check(party, { report, isUsed }) {
    for (const [index, requirement] of party.requirements.entries()) {
      const [name] = requirement.names;
      if (!name || requirement.addressed?.value === 'no') continue;
      if (isUsed(name.value, 'Requirement', 'Control')) continue;
      report({
        at: name,
        message: requirement.addressed
          ? `${name.value} is said to be addressed, but no control names it in \`because:\`; name it there or set addressed to no.`
          : `No control names ${name.value} in its \`because:\`; name it where it is met, or write \`addressed: no\`.`,
        data: index,
      });
    }
  },
  fix({ declaration, data }, context) {
    const requirement = typeof data === 'number' ? declaration.requirements[data] : undefined;
    if (!requirement) return [];
    const { addressed } = requirement;
    const edit = addressed
      ? { declaration, start: addressed.start, end: addressed.end, text: 'no' }
      : insertPropertyInto(declaration, requirement, context.textOf(declaration), 'addressed: no', 'kind');
    const name = requirement.names[0]?.value ?? 'it';
    return [{ title: `Note that ${name} is not addressed (\`addressed: no\`)`, edits: [edit], decides: true }];
  },
});
