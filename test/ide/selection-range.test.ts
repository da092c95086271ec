import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectionRanges } from '../../src/ide/selection-range.ts';
import { atCursor, positionAt, uri } from './workspace-with-cursor.ts';

function texts(marked: string): string[] {
  const { workspace, position, text } = atCursor(marked);
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, each) => sum + each.length + 1, 0) + character;
  return selectionRanges(workspace, uri, position).map(({ start, end }) => text.slice(offsetOf(start), offsetOf(end)));
}

it.each([
  [
    '// why\nrisk R "x" {\n  owner: Ceo // him\n  residual { likelihood: ra<|>re  impact: minor }\n}\nrole X',
    [
      'rare',
      'likelihood: rare',
      'likelihood: rare  impact: minor',
      '{ likelihood: rare  impact: minor }',
      'residual { likelihood: rare  impact: minor }',
      'owner: Ceo // him\n  residual { likelihood: rare  impact: minor }',
      '{\n  owner: Ceo // him\n  residual { likelihood: rare  impact: minor }\n}',
      'risk R "x" {\n  owner: Ceo // him\n  residual { likelihood: rare  impact: minor }\n}',
      '// why\nrisk R "x" {\n  owner: Ceo // him\n  residual { likelihood: rare  impact: minor }\n}',
      '// why\nrisk R "x" {\n  owner: Ceo // him\n  residual { likelihood: rare  impact: minor }\n}\nrole X',
    ],
  ],
  [
    'risk R { notes: "one tw<|>o" }',
    ['two', 'one two', '"one two"', 'notes: "one two"', '{ notes: "one two" }', 'risk R { notes: "one two" }'],
  ],
  [
    'risk R { controls: A.5.1, A.8<|>.7 owner: X }',
    [
      'A.8.7',
      'controls: A.5.1, A.8.7',
      'controls: A.5.1, A.8.7 owner: X',
      '{ controls: A.5.1, A.8.7 owner: X }',
      'risk R { controls: A.5.1, A.8.7 owner: X }',
    ],
  ],
])('around %s', (text, expected) => {
  expect(texts(text)).toEqual(expected);
});

it('each holds the one before and the position, whatever the text', () => {
  const pieces = fc.constantFrom(
    'risk R',
    ' {',
    '}',
    '\n',
    ' owner: X',
    '"',
    '"""',
    '// c\n',
    'A.8.7',
    ', ',
    '😀',
    '\r\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), fc.nat(), (parts, seed) => {
      const text = parts.join('');
      const { workspace } = atCursor(`${text}<|>`, {});
      const position = positionAt(text, seed % (text.length + 1));
      const ranges = selectionRanges(workspace, uri, position);
      expect(ranges.length).toBeGreaterThan(0);
      const order = (a: { line: number; character: number }, b: typeof a): number =>
        a.line - b.line || a.character - b.character;
      for (const [index, { start, end }] of ranges.entries()) {
        expect(order(start, position)).toBeLessThanOrEqual(0);
        expect(order(position, end)).toBeLessThanOrEqual(0);
        const inner = ranges[index - 1];
        if (!inner) continue;
        expect(order(start, inner.start)).toBeLessThanOrEqual(0);
        expect(order(inner.end, end)).toBeLessThanOrEqual(0);
        expect({ start, end }).not.toEqual(inner);
      }
    }),
    { numRuns: 300 },
  );
});
