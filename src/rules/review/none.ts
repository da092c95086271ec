import { isSoon } from '../../analysis/reviews.ts';
import { addMonths, type IsoDate } from '../../model/dates.ts';
import { nameSpan } from '../../model/declaration.ts';
import { say, saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

/** So far ahead the fix plans it. */
const monthsAhead = 3;

export default rule({
  code: 'review/none',
  severity: 'warning',
  moment: 'stage1',
  clause: '9.3.1',
  summary: 'No management review was held, and none is planned within a year.',
  why: 'Top management reviews the ISMS at planned intervals, and once before stage 2. It is where risks are accepted and money is decided on.',
  remedy: 'Declare a `review` with `planned:`, and after it `held:`, `attendees:`, `inputs:` and its decisions.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\nreview MR-2026 "Management review 2026" {\n  planned: 2026-09-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Isms'],
  check(isms, { report, all, asOf }) {
    const reviews = all('Review');
    if (reviews.some(({ held, planned }) => held || (planned && isSoon(planned.value, asOf)))) return;
    report({
      at: nameSpan(isms),
      message: reviews.length
        ? saying(
            'No management review of {0} was held, and none is planned within a year; set `planned:` of the next one.',
            labelled(isms),
          )
        : saying(
            '{0} has no management review; declare a `review` with `planned:` and let top management hold it.',
            labelled(isms),
          ),
    });
  },
  fix({ declaration }, context) {
    const planned = addMonths(context.asOf, monthsAhead);
    const text = `review ${nameFor(planned)} "Management review ${planned.slice(0, 4)}" {\n  planned: ${planned}\n}`;
    const title = say('Plan a management review on {0}', planned);
    return [{ title, edits: [{ after: declaration, place: 'declaration', text }], decides: true }];
  },
});

const nameFor = (date: IsoDate): string => `MR-${date.slice(0, 4)}`;
