import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'method/duplicate',
  severity: 'error',
  moment: 'contradiction',
  clause: '6.1.2 b',
  summary: 'Two methods of risk assessment are declared.',
  why: 'Results have to be comparable. The standard does not forbid two methods; this tool compares risks by one, and of several only the first counts.',
  remedy: 'Merge the two, or delete the one that is no longer used.',
  example: {
    bad: 'method "Ours" {\n  appetite: low\n}\nmethod "The old one" {\n  appetite: high\n}',
    good: 'method "Ours" {\n  appetite: low\n}',
  },
  on: ['Method'],
  damagedToo: true,
  check(method, { report, all }) {
    const [first] = all('Method');
    if (!first || first === method) return;
    report({
      at: nameSpan(method),
      message: saying(
        'This tool assesses risks by one method, {0}; merge the two, or give this one an ISMS folder of its own.',
        shortLabel(first),
      ),
      related: [{ declaration: first, message: saying('The first method') }],
    });
  },
});
