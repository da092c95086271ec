import { fieldsOf } from '../../analysis/own-fields.ts';
import { kindWord } from '../../language/schema.ts';
import { nameSpan } from '../../model/declaration.ts';
import { firstOfSaying, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'field/missing',
  severity: 'warning',
  moment: 'stage1',
  summary: 'A declaration does not state a field of your own that it has to state.',
  why: 'A field is required so that lists by it are complete.',
  remedy: 'State it in `fields { … }`, or take `required:` from the declaration of the field.',
  example: {
    bad: 'field Category "Category" {\n  on: risk\n  required: yes\n}\nrisk R-1 "Loss of the database" {}',
    good: 'field Category "Category" {\n  on: risk\n  required: yes\n}\nrisk R-1 "Loss of the database" {\n  fields { Category: financial }\n}',
  },
  on: ['any'],
  check(declaration, context) {
    if (!context.count('Field')) return;
    const kind = kindWord(declaration.$type);
    const required = context
      .all('Field')
      .filter(({ required, on }) => required?.value === 'yes' && on.some(({ value }) => value === kind));
    if (!required.length) return;
    const stated = new Set(fieldsOf(declaration).map(({ field }) => field?.name));
    const missing = required.flatMap(({ names: [name] }) => (name && !stated.has(name.value) ? [name.value] : []));
    const [first] = missing;
    if (first === undefined) return;
    context.report({
      at: nameSpan(declaration),
      message: saying(
        '{0} does not state {1}; add `fields { {2}: … }`.',
        labelled(declaration),
        firstOfSaying(missing, 4),
        first,
      ),
    });
  },
});
