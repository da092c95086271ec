import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/unknown-value',
  severity: 'error',
  clause: '7.5.2 b',
  summary: 'A word is none of the values that the property can have.',
  why: 'What rests on the value, such as whether a control counts as implemented, cannot be told.',
  remedy: 'Write one of the words that the message names.',
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implementd\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n}',
  },
  fix: ({ declaration, at, data }: FixTarget) =>
    ((data ?? []) as readonly string[]).map((word, index) => ({
      title: `Replace by ${word}`,
      edits: [{ declaration, start: at.start, end: at.end, text: word }],
      preferred: index === 0,
    })),
});
