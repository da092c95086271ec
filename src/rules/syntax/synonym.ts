import { say } from '../../wording/wording.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/synonym',
  severity: 'warning',
  summary: 'A word is called otherwise in this language.',
  why: 'One word for one thing: registers, filters and readers find all of them. What is written is understood as the word that the message names.',
  remedy: 'Write the word that the message names.',
  example: {
    bad: 'risk R-1 "Loss of the database" {\n  treatment: mitigate\n}',
    good: 'risk R-1 "Loss of the database" {\n  treatment: modify\n}',
  },
  // Another spelling of what is written: nothing is decided.
  fix: ({ declaration, at, data }: FixTarget) =>
    ((data ?? []) as readonly string[]).map(word => ({
      title: say('Write {0}', word),
      edits: [{ declaration, start: at.start, end: at.end, text: word }],
      preferred: true,
      safe: true,
    })),
});
