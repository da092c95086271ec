import { expect, it } from 'vitest';
import { highlightsAt } from '../../src/ide/document-highlight.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

/** The text with what is highlighted between ‹ ›, and ‹= › where it is declared. */
function marked(text: string): string {
  const { workspace, position, text: plain } = atCursor(text);
  return highlightsAt(workspace, uri, position).reduceRight((result, { range, isDeclaration }) => {
    const { start, end } = range;
    return `${result.slice(0, start.character)}‹${isDeclaration ? '=' : ''}${result.slice(start.character, end.character)}›${result.slice(end.character)}`;
  }, plain);
}

it.each([
  [
    'risk R { owner: <|>X } role X "X" asset A { owner: X }',
    'risk R { owner: ‹X› } role ‹=X› "X" asset A { owner: ‹X› }',
  ],
  ['risk R { owner: X } role X<|> "X"', 'risk R { owner: ‹X› } role ‹=X› "X"'],
  ['risk R { imp<|>act: severe } risk S { impact: severe }', 'risk R { ‹impact›: severe } risk S { impact: severe }'],
  ['risk R { owner: Nobody<|> owner: Nobody }', 'risk R { owner: ‹Nobody› owner: ‹Nobody› }'],
  ['risk R { notes: "sev<|>ere" }', 'risk R { notes: "severe" }'],
  ['risk R { <|> }', 'risk R {  }'],
])('%s', (text, expected) => {
  expect(marked(text)).toBe(expected);
});
