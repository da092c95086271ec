import { isEvidenceUsed } from '../../analysis/evidence.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

export default rule({
  code: 'evidence/unused',
  severity: 'info',
  summary: 'Nothing refers to a piece of evidence.',
  why: 'Evidence that shows nothing costs work to keep up, or the control that it shows is still without.',
  remedy: 'Name it in `evidence:` of what it shows (a control, supplier, audit, finding …), or delete it.',
  example: {
    bad: 'evidence RestoreTest "Restore test report" {\n  file: "restore.pdf"\n}',
    good: 'evidence RestoreTest "Restore test report" {\n  file: "restore.pdf"\n}\ncontrol A.8.13 "Information backup" { evidence: RestoreTest }',
  },
  on: ['Evidence'],
  damagedToo: true,
  check(evidence, context) {
    const [name] = evidence.names;
    // An ISMS that uses this one may rely on it.
    if (!name || context.isUsedByOthers || isEvidenceUsed(context, name.value)) return;
    context.report({
      at: name,
      message: saying(
        'Nothing refers to {0}; name it in `evidence:` of the control that it shows, or delete it.',
        name.value,
      ),
    });
  },
});
