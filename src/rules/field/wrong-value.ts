import { type OwnField, ownFields } from '../../analysis/own-fields.ts';
import { later, listSaying, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'field/wrong-value',
  severity: 'error',
  summary: 'A field of your own has a value that its declaration does not allow, or stands where it does not belong.',
  why: 'Registers are filtered and compared by such fields. A word that is written in two ways splits what belongs together.',
  remedy: 'Write one of the `values:` of the `field`, a value of its `type:`, or extend the declaration of the field.',
  example: {
    bad: 'field Category "Category" {\n  on: risk\n  values: financial, legal\n}\nrisk R-1 "Loss of the database" {\n  fields { Category: finance }\n}',
    good: 'field Category "Category" {\n  on: risk\n  values: financial, legal\n}\nrisk R-1 "Loss of the database" {\n  fields { Category: financial }\n}',
  },
  on: ['any'],
  damagedToo: true,
  check(declaration, context) {
    for (const field of ownFields(declaration)) tell(field, context);
  },
});

const shapes: Readonly<Record<string, { readonly shape: RegExp; readonly message: string }>> = {
  number: {
    shape: /^\d+(\.\d+)?$/,
    message: later("'{0}' is no value of the field {1}; write a number, such as 4 or 4.5."),
  },
  date: {
    shape: /^\d{4}-\d\d-\d\d$/,
    message: later("'{0}' is no value of the field {1}; write a date, such as 2026-03-01."),
  },
  word: { shape: /^[^"\s]+$/, message: later("'{0}' is no value of the field {1}; write a word.") },
};

const noText = later("'{0}' is no value of the field {1}; write a text in quotes.");

function tell({ node, kind, field, values }: OwnField, context: RuleContext): void {
  const declared = field && context.resolve(field)?.declaration;
  if (!field || declared?.$type !== 'Field') return;
  const kinds = declared.on.map(({ value }) => value);
  if (kinds.length && !kinds.includes(kind)) {
    context.report({
      at: field,
      message: saying(
        'The field {0} belongs to {1}, not to {2}; add the kind to its `on:`, or take it out here.',
        field.name,
        listSaying(kinds, 'or'),
        labelled(node),
      ),
    });
    return;
  }
  const words = declared.values.map(({ value }) => value);
  const type = declared.type?.value;
  const form = type && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  for (const value of values) {
    const isAllowed = words.length
      ? words.includes(value.value)
      : form
        ? !value.quoted && form.shape.test(value.value)
        : type !== 'text' || value.quoted;
    if (isAllowed) continue;
    const written = value.value.slice(0, 30);
    context.report({
      at: value,
      message: words.length
        ? saying(
            "'{0}' is no value of the field {1}; write {2}.",
            written,
            field.name,
            listSaying(words.slice(0, 6), 'or'),
          )
        : saying(form?.message ?? noText, written, field.name),
    });
  }
}
