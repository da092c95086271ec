import { say } from '../../wording/wording.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/odd-character',
  severity: 'error',
  summary: 'A typographic or invisible character stands where a plain one belongs.',
  why: 'Word processors and web pages exchange quotation marks and dashes, and leave characters that nobody sees. Two names that look the same are then two names.',
  remedy:
    'Write the plain character that the message names, or delete the invisible one; the quick fix does it. Inside quoted texts every character is welcome.',
  example: {
    bad: 'asset CustomerDb “Customer database” {}',
    good: 'asset CustomerDb "Customer database" {}',
  },
  fix: ({ declaration, at, data }: FixTarget) =>
    ((data ?? []) as readonly string[]).map(plain => ({
      title: plain ? say('Write {0}', plain) : say('Delete the invisible character'),
      edits: [{ declaration, start: at.start, end: at.end, text: plain }],
      preferred: true,
      safe: true,
    })),
});
