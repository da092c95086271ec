import { say } from '../../wording/wording.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'suppression/renamed-code',
  severity: 'info',
  summary: 'A comment silences a rule by a code that the rule had before.',
  why: 'The comment still counts. Whoever looks for the rule finds it under its code of today only.',
  remedy: 'Write the code of today; the quick fix does.',
  example: {
    bad: '// isms-ignore risk/future-date: assessed on the way, see TCK-1\nrisk R-1 "Loss of the database" {\n  assessed: 2027-03-01\n}',
    good: '// isms-ignore date/in-future: assessed on the way, see TCK-1\nrisk R-1 "Loss of the database" {\n  assessed: 2027-03-01\n}',
    asOf: '2026-06-01',
  },
  fix({ declaration, at, data }: FixTarget) {
    const edit = { declaration, start: at.start, end: at.end, text: String(data) };
    return [{ title: say('Write {0}', String(data)), edits: [edit], safe: true, preferred: true }];
  },
});
