import { nameSpan } from '../../model/declaration.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'method/duplicate',
  severity: 'error',
  clause: '6.1.2 b',
  summary: 'Two methods of risk assessment are declared.',
  why: 'Results are comparable only if all risks are assessed in one way. Of several methods only the first one counts.',
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
      message: `Risks are assessed by ${shortLabel(first)} already, and only the first method counts; merge the two or delete this one.`,
      related: [{ declaration: first, message: 'The first method' }],
    });
  },
});
