import { say, saying } from '../../wording/wording.ts';
import { removeText } from '../edits.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'soa/duplicate-entry',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.3 d',
  summary: 'A control has two entries in the Statement of Applicability.',
  why: 'The two entries may decide differently, and the exported Statement of Applicability can only show one of them.',
  remedy: 'Merge the entries into one and delete the other.',
  example: {
    bad: 'control A.8.13 "Information backup" { applicable: yes }\ncontrol A.8.13 "Information backup" { applicable: no }',
    good: 'control A.8.13 "Information backup" { applicable: yes }\ncontrol A.8.14 "Redundancy of information processing facilities" { applicable: no }',
  },
  on: ['Control'],
  damagedToo: true,
  check(control, { report, named }) {
    for (const [index, name] of control.names.entries()) {
      const entries = named(name.value, 'Control');
      const [first] = entries;
      if (!first || (first.declaration === control && first.definition.start === name.start)) continue;
      const isRepeated = first.declaration === control;
      report({
        at: name,
        message: isRepeated
          ? saying('{0} stands twice in this entry; remove one of the two.', name.value)
          : saying('{0} has an entry already; merge the two and delete one.', name.value),
        related: isRepeated
          ? []
          : [{ declaration: first.declaration, name: name.value, message: saying('First entry for {0}', name.value) }],
        data: isRepeated ? index : undefined,
      });
    }
  },
  fix({ declaration, data }, context) {
    const repeated = typeof data === 'number' ? declaration.names[data] : undefined;
    const before = typeof data === 'number' ? declaration.names[data - 1] : undefined;
    if (!repeated || !before) return [];
    const edits = removeText(declaration, context.textOf(declaration), before.end, repeated.end);
    return [{ title: say('Remove the second {0}', repeated.value), edits, safe: true, preferred: true }];
  },
});
