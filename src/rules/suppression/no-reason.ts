import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'suppression/no-reason',
  severity: 'warning',
  summary: 'A comment is to silence a rule, but gives no reason.',
  why: 'A finding that somebody switched off without saying why looks to an auditor like one that was hidden. Without a reason the comment has no effect.',
  remedy: 'Write the reason behind a colon: `// isms-ignore risk/no-owner: owner starts on 1 July, see HR-7`.',
  example: {
    bad: '// isms-ignore name/unresolved\nrisk R-1 "Loss of the database" {\n  owner: Ceo\n}',
    good: '// isms-ignore name/unresolved: the role is created on 1 July, see HR-7\nrisk R-1 "Loss of the database" {\n  owner: Ceo\n}',
  },
});
