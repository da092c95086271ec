import { say } from '../../wording/wording.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'suppression/unknown-code',
  severity: 'warning',
  summary: 'A comment is to silence a rule that does not exist.',
  why: 'The comment has no effect, and whoever wrote it believes that it has.',
  remedy: 'Correct the code; `isms explain` lists all of them.',
  example: {
    bad: '// isms-ignore suppression/no-raeson: being worked on, see TCK-1\nrisk R-1 "Loss of the database" {}',
    good: 'risk R-1 "Loss of the database" {}',
  },
  fix: ({ declaration, at, data }: FixTarget) =>
    ((data ?? []) as readonly string[]).map((code, index) => ({
      title: say('Replace by {0}', code),
      edits: [{ declaration, start: at.start, end: at.end, text: code }],
      preferred: index === 0,
    })),
});
