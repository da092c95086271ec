import { type NodeBase, nameSpan, type Span } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'defaults/duplicate',
  severity: 'error',
  summary: 'Two blocks say what holds for declarations that do not say it themselves.',
  why: 'Who answers for something must not depend on which of two blocks is read first; of several only the first counts.',
  remedy: 'Merge the blocks into one.',
  example: {
    bad: 'role Ciso "CISO"\ndefaults {\n  owner: Ciso\n}\ndefaults {\n  risk { review: every 6 months }\n}',
    good: 'role Ciso "CISO"\ndefaults {\n  owner: Ciso\n  risk { review: every 6 months }\n}',
  },
  on: ['Defaults'],
  damagedToo: true,
  check(defaults, { report, all }) {
    const [first] = all('Defaults');
    if (!first || first === defaults) return;
    report({
      at: defaults.names.length ? nameSpan(defaults) : keyword(defaults),
      message: saying('An ISMS has one block of defaults, and this one does not count; merge it into the first.'),
      related: [{ declaration: first, message: saying('The first block') }],
    });
  },
});

const keyword = ({ $start }: NodeBase): Span => ({ start: $start, end: $start + 'defaults'.length });
