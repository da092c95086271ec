import { problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/duplicate-key',
  severity: 'error',
  clause: '7.5.2 b',
  summary: 'A property is given twice in the same declaration.',
  why: 'Only one of the two values counts, and a reader does not know which.',
  remedy: 'Keep one of the two. Several values of one property are written in a list: `assets: Crm, Wiki`.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  owner: Ceo\n  owner: Ciso\n}',
    good: 'risk R-1 "Loss of the database" {\n  owner: Ceo\n}',
  },
});
