import { isExplained } from '../../analysis/control.ts';
import { type Saying, say, saying } from '../../wording/wording.ts';
import { insertPropertyInto } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'requirement/unaddressed',
  severity: 'warning',
  clause: '4.2 c',
  summary:
    'Nothing shows how a requirement is met, or why the ISMS leaves it aside; or it is left aside though controls meet it.',
  why: 'The organisation decides which requirements it addresses through the ISMS. One that leads to nothing was forgotten, or decided on without a trace.',
  remedy:
    'Name the controls that meet it in its `controls:`, or the requirement in their `because:`. Where a document, a report or the certificate meets it, write `addressed: yes` and say in `description:` how; where the ISMS leaves it aside, `addressed: no` and why.',
  asks: ['controls', 'description'],
  example: {
    bad: 'party Customers "Customers" {\n  requirement Uptime "99.9 % availability" { kind: contractual }\n}',
    good: 'party Customers "Customers" {\n  requirement Uptime "99.9 % availability" { kind: contractual }\n}\ncontrol A.8.14 "Redundancy of information processing facilities" {\n  applicable: yes\n  because: Uptime\n}',
  },
  on: ['Party'],
  check(party, { report, isUsed }) {
    for (const [index, requirement] of party.requirements.entries()) {
      const [name] = requirement.names;
      const decision = requirement.addressed?.value;
      if (!name) continue;
      const isMet = requirement.controls.length > 0 || isUsed(name.value, 'Requirement', 'Control');
      if (isMet && decision === 'no' && requirement.addressed) {
        report({
          at: requirement.addressed,
          message: saying(
            '{0} is left aside, but controls are named that meet it; write `addressed: yes`, or do not name them.',
            name.value,
          ),
        });
      }
      if (isMet || (decision && isExplained(requirement))) continue;
      report({
        at: name,
        message: messageFor(name.value, decision),
        data: decision === 'no' ? undefined : index,
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
    return [{ title: say('Note that {0} is not addressed (`addressed: no`)', name), edits: [edit], decides: true }];
  },
});

function messageFor(name: string, decision: string | undefined): Saying {
  if (decision === 'no')
    return saying(
      '{0} is left aside without a reason; say in its `description:` why the ISMS need not address it.',
      name,
    );
  return saying(
    decision
      ? 'Nothing shows how {0} is met; name the controls in its `controls:`, or say in its `description:` how it is.'
      : 'Nothing shows how {0} is met; name the controls that meet it in its `controls:`, or decide with `addressed:` and a description.',
    name,
  );
}
