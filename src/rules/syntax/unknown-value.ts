import type { Key } from '../../model/declaration.ts';
import { say } from '../../wording/wording.ts';
import { decisionKeys } from '../decisions.ts';
import { type FixTarget, problemRule } from '../rule.ts';

export default problemRule({
  code: 'syntax/unknown-value',
  severity: 'error',
  summary: 'A word is none of the values that the property can have.',
  why: 'What rests on the value, such as whether a control counts as implemented, cannot be told.',
  remedy: 'Write one of the words that the message names.',
  example: {
    bad: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implementd\n}',
    good: 'control A.8.13 "Information backup" {\n  applicable: yes\n  status: implemented\n}',
  },
  fix: ({ declaration, at, data }: FixTarget) =>
    ((data ?? []) as readonly string[]).map((word, index) => ({
      title: say('Replace by {0}', word),
      edits: [{ declaration, start: at.start, end: at.end, text: word }],
      preferred: index === 0,
      decides: decisionKeys.has(keyBefore(declaration, at.start)),
    })),
});

/** The key of the property that a place in a declaration belongs to; empty if there is none before it. */
function keyBefore(node: object, place: number): string {
  let last: Key | undefined;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of (value as { $keys?: readonly Key[] }).$keys ?? []) {
      if (key.start <= place && key.start >= (last?.start ?? 0)) last = key;
    }
    for (const [field, inner] of Object.entries(value)) if (!field.startsWith('$')) visit(inner);
  };
  visit(node);
  return last?.key ?? '';
}
