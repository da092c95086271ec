import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const configuration = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8')) as {
  wordPattern: string;
  indentationRules: Record<'increaseIndentPattern' | 'decreaseIndentPattern', string>;
  onEnterRules: { beforeText: string; afterText?: string; action: { indent: string } }[];
  folding: { markers: Record<'start' | 'end', string> };
};

describe('the language configuration', () => {
  it.each(['A.8.13', 'R-001', 'PR.AA-01', 'depends-on', '9.2', '2026-03-01', 'Zürich', 'no-such-activity', '_x'])(
    'takes %s for one word',
    word => {
      expect(`owner: ${word}, "x"`.match(new RegExp(configuration.wordPattern, 'g'))).toEqual(['owner', word, 'x']);
    },
  );

  it('does not glue what an operator parts', () => {
    const words = (text: string) => text.match(new RegExp(configuration.wordPattern, 'g'));
    expect(words('low: 1..4')).toEqual(['low', '1', '4']);
    expect(words('PR.AA-01->A.5.16')).toEqual(['PR.AA-01', 'A.5.16']);
  });

  it('indents after an opening brace, not after one in a comment or of a block on one line', () => {
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    expect(increase.test('risk R-001 "Ransomware" {')).toBe(true);
    expect(increase.test('  // {')).toBe(false);
    expect(increase.test('role Ceo { top-management }')).toBe(false);
    expect(new RegExp(configuration.indentationRules.decreaseIndentPattern).test('  }')).toBe(true);
  });

  it('indents the values after a comma, and a text between its quotes', () => {
    const rule = (before: string, after: string) =>
      configuration.onEnterRules.find(
        ({ beforeText, afterText }) =>
          new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
      )?.action.indent;
    expect(rule('  controls: A.8.7,', '')).toBe('indent');
    expect(rule('  controls: A.8.7', '')).toBeUndefined();
    expect(rule('  statement: """', '"""')).toBe('indentOutdent');
  });

  it('folds regions written as comments', () => {
    const { start, end } = configuration.folding.markers;
    expect(new RegExp(start).test('// #region People')).toBe(true);
    expect(new RegExp(start).test('// regional office')).toBe(false);
    expect(new RegExp(end).test('// #endregion')).toBe(true);
  });
});
