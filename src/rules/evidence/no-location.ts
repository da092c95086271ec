import { hasText } from '../../analysis/control.ts';
import { leadsSomewhere } from '../../analysis/evidence.ts';
import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'evidence/no-location',
  severity: 'warning',
  clause: '7.5.3 a',
  summary: 'It is not said where a piece of evidence is.',
  why: 'Documented information has to be available where and when it is needed. In the audit somebody else may have to find it.',
  remedy: 'Add `file:` with its path, or `link:` with the address at which it is kept.',
  asks: ['file', 'link'],
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  collected: 2026-02-11\n}',
    good: 'evidence RestoreTest "Restore test report" {\n  link: "https://tickets.acme.example/4711"\n  collected: 2026-02-11\n}',
  },
  on: ['Evidence'],
  check(evidence, { report }) {
    if (hasText(evidence.file) || leadsSomewhere(evidence.link)) return;
    report({
      at: evidence.file ?? evidence.link ?? nameSpan(evidence),
      message: saying(
        '{0} does not say where it is; add `file:` with a path or `link:` with an address.',
        labelled(evidence),
      ),
    });
  },
});
