import { label, nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'review/none',
  severity: 'warning',
  clause: '9.3.1',
  summary: 'No management review is planned or was held.',
  why: 'Top management reviews the ISMS at planned intervals, and once before stage 2. It is where risks are accepted and money is decided on.',
  remedy: 'Declare a `review` with `planned:`, and after it `held:`, `attendees:`, `inputs:` and its decisions.',
  example: {
    bad: 'isms Acme "Acme ISMS" {}',
    good: 'isms Acme "Acme ISMS" {}\nreview MR-2026 "Management review 2026" {\n  planned: 2026-09-01\n}',
    asOf: '2026-06-01',
  },
  on: ['Isms'],
  check(isms, { report, all }) {
    if (all('Review').length) return;
    report({
      at: nameSpan(isms),
      message: `${label(isms)} has no management review; declare a \`review\` with \`planned:\` and let top management hold it.`,
    });
  },
});
