import type { Span } from '../../model/declaration.ts';
import { say } from '../../wording/wording.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'suppression/unused',
  severity: 'info',
  summary: 'A comment silences a rule that finds nothing here.',
  why: 'What was excused is mended. Left behind, the comment would silently excuse the next case as well.',
  remedy: 'Delete the comment.',
  example: {
    bad: '// isms-ignore name/duplicate: both are kept until the merger, see TCK-1\nrisk R-1 "Loss of the database" {}',
    good: 'risk R-1 "Loss of the database" {}',
  },
  fix({ declaration, data }: FixTarget) {
    const { start, end } = data as Span;
    const edit = { declaration, start, end, text: '' };
    return [{ title: say('Delete the comment'), edits: [edit], safe: true, preferred: true }];
  },
});
