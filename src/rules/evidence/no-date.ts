import { keySpan, nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'evidence/no-date',
  severity: 'info',
  clause: '7.5.2 a',
  summary: 'A piece of evidence has no date.',
  why: 'Evidence speaks of a day. Without it nobody sees that it is stale, and its `valid:` means nothing.',
  remedy: 'Add `collected:` with the date of which the evidence speaks; the date of its upload does not matter.',
  asks: ['collected'],
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  file: "restore.pdf"\n  valid: 6 months\n}',
    good: 'evidence RestoreTest "Restore test report" {\n  file: "restore.pdf"\n  collected: 2026-02-11\n  valid: 6 months\n}',
  },
  on: ['Evidence'],
  check(evidence, { report }) {
    if (evidence.collected) return;
    report({
      at: keySpan(evidence, 'valid') ?? nameSpan(evidence),
      message: saying('{0} has no date; add `collected:` with the date that it speaks of.', labelled(evidence)),
    });
  },
});
