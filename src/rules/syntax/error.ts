import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/error',
  severity: 'error',
  summary: 'The text is not what the language expects here.',
  why: 'What cannot be read is not checked and not exported. Only the declaration with the error is affected; everything else is checked as usual.',
  remedy: 'Correct the text as the message says. A missing brace, colon or quote is the usual cause.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  owner Ceo\n}',
    good: 'risk R-1 "Loss of the database" {\n  owner: Ceo\n}',
  },
});
