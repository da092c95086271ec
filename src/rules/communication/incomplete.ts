import { hasText } from '../../analysis/control.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { keysOf, labelled } from '../wording.ts';

export default rule({
  code: 'communication/incomplete',
  severity: 'warning',
  clause: '7.4',
  summary: 'It is not said when, with whom or how something is communicated.',
  why: 'The need for communication includes on what, when, with whom and how to communicate. What is not determined is forgotten in the incident in which it counts.',
  remedy:
    'Add `when:`, `audience:` and `channel:`. Who communicates it, `owner:`, is good to know too; the edition of 2022 no longer asks for it.',
  asks: ['when', 'audience', 'channel'],
  example: {
    bad: 'communication Breaches "Breaches of personal data" {\n  when: "Within 72 hours"\n}',
    good: 'communication Breaches "Breaches of personal data" {\n  when: "Within 72 hours"\n  audience: Authority\n  owner: Ciso\n  channel: "Form of the authority"\n}\nparty Authority "Data protection authority" {}\nrole Ciso "Security officer"',
  },
  on: ['Communication'],
  check(communication, { report }) {
    const { when, audience, channel } = communication;
    const missing = [
      ...(hasText(when) ? [] : ['when']),
      ...(audience.length ? [] : ['audience']),
      ...(hasText(channel) ? [] : ['channel']),
    ];
    if (!missing.length) return;
    report({
      at: nameSpan(communication),
      message: saying('{0} does not say all that 7.4 asks for; add {1}.', labelled(communication), keysOf(missing)),
    });
  },
});
