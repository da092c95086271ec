import { hasMethod } from '../../analysis/method.ts';
import { nameSpan } from '../../model/declaration.ts';
import { countedSaying, say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

const stub = `method "Five by five" {
  likelihood {
    1: rare "less than once in ten years"
    2: unlikely "once in three to ten years"
    3: possible "once in one to three years"
    4: likely "once a year"
    5: certain "several times a year"
  }
  impact {
    1: minor
    2: moderate
    3: serious
    4: major
    5: severe "threatens the organisation"
  }
  levels {
    low: 1..4
    medium: 5..9
    high: 10..16
    critical: 17..25
  }
}`;

export default rule({
  code: 'method/missing',
  severity: 'error',
  clause: '6.1.2 a',
  summary: 'There are risks, but no method by which they are assessed.',
  why: 'Scales, levels and the acceptance criteria are decided first and by management; only then do two people come to the same result, and only then can a level be computed.',
  remedy:
    'Declare a `method` with the scales of likelihood and impact, the levels, and the appetite. The quick fix inserts a common one to begin with.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n}',
    good: 'isms Acme "Acme ISMS" {}\nmethod "Ours" {\n  likelihood { 1: rare 2: likely }\n}\nrisk R-1 "Loss of the database" {\n  likelihood: likely\n}',
  },
  on: ['Isms'],
  damagedToo: true,
  check(isms, { report, get, names }) {
    if (get(hasMethod)) return;
    const count = names('Risk').length;
    if (!count) return;
    report({
      at: nameSpan(isms),
      message: saying(
        '{0} has {1}, but no method to assess risks by; declare a `method` with scales, levels and appetite.',
        labelled(isms),
        countedSaying(count, '{0} risk', '{0} risks'),
      ),
    });
  },
  fix: ({ declaration }, context) =>
    context.get(hasMethod)
      ? []
      : [
          {
            title: say('Declare a method with scales from 1 to 5, and levels up to 4, 9, 16 and 25'),
            edits: [{ after: declaration, place: 'declaration', text: stub }],
            decides: true,
          },
        ],
});
