import { expect, it } from 'vitest';
import { complete } from '../../../src/ide/completion.ts';
import { atCursor, uri } from '../workspace-with-cursor.ts';

/** How many items come of themselves behind the character that was just typed. */
function afterTyping(marked: string): number {
  const { workspace, position, text, offset } = atCursor(marked);
  return complete(workspace, uri, position, { typed: text.charAt(offset - 1) }).items.length;
}

it.each([
  'risk R { owner: <|>',
  'risk R { owner:<|>',
  'risk R { controls: A.5.1,<|>',
  'risk R { controls: A.<|>',
  'risk R { accepted: 2026-01-01 by <|>',
  'risk R { review: every 12 <|>',
  'control A.5.1 { applicable: inherited from <|>',
  'control <|>',
  'control A.5.1 { because: no-<|>',
  'role R { top-<|>',
])('offers of itself what has to follow: %s', marked => {
  expect(afterTyping(marked)).toBeGreaterThan(0);
});

it.each([
  'risk R { owner: Ceo <|>',
  'risk R {\n  <|>',
  'risk R { accepted: 2026-01-01 <|>',
  'control A.5.1 { applicable: yes <|>',
  'control A.5.1 { justification: <|>',
  'control A.5.1 { justification: "so. <|>',
  'risk R-1 <|>',
  ' <|>',
  '// see <|>\n',
])('keeps out of the way of Enter: %s', marked => {
  expect(afterTyping(marked)).toBe(0);
});
