import { say } from '../../wording/wording.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'isms/missing',
  severity: 'info',
  summary: 'A file belongs to no ISMS.',
  why: 'An ISMS is the folder with an `isms` block and everything below it. Without one nobody can tell which files belong together, whose Statement of Applicability this is and who approves it.',
  remedy: 'Declare an `isms` in a file of the topmost folder, or open the folder that has it.',
  example: {
    bad: 'risk R-1 "Loss of the database" {}',
    good: 'isms Acme "Acme ISMS" {}\n\nrisk R-1 "Loss of the database" {}',
  },
  fix: ({ declaration }: FixTarget) => [
    {
      title: say('Declare an ISMS in this file'),
      edits: [
        {
          after: declaration,
          place: 'top',
          text: 'isms Isms "Information security management system" {\n  organization: ""\n  standard: ISO27001-2022\n  version: "0.1"\n}',
        },
      ],
    },
  ],
});
