import { nameSpan } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { labelled } from '../wording.ts';

export default rule({
  code: 'competence/no-evidence',
  severity: 'warning',
  clause: '7.2 d',
  summary: 'Nothing shows a competence.',
  why: 'The organisation has to keep evidence of competence: the certificate, the training record, the curriculum. A line in a list is a claim.',
  remedy: 'Declare the certificate or record as `evidence` and name it in `evidence:`.',
  asks: ['evidence'],
  example: {
    bad: 'competence LeadAuditor "Lead auditor" {\n  acquired: 2025-03-01\n}',
    good: 'competence LeadAuditor "Lead auditor" {\n  acquired: 2025-03-01\n  evidence: TrainingRecords\n}\nevidence TrainingRecords "Training records" {}',
  },
  on: ['Competence'],
  check(competence, { report }) {
    if (competence.evidence.length) return;
    report({
      at: nameSpan(competence),
      message: saying(
        'Nothing shows {0}; name the certificate or training record in `evidence:`.',
        labelled(competence),
      ),
    });
  },
});
