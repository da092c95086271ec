import { describe, expect, it } from 'vitest';
import { accept, completeAt, labelsAt } from './completing.ts';

describe('values', () => {
  it.each([
    ['control A.5.1 { applicable: <|> }', ['yes', 'no', 'inherited', 'shared']],
    ['control A.5.1 { status: pl<|>', ['planned', 'partial', 'implemented']],
    ['control A.5.1 { status:<|>', ['planned', 'partial', 'implemented']],
    ['risk R { treatment: modify, <|> }', ['avoid', 'share', 'retain']],
    ['risk R { likelihood: <|> }', ['rare', 'unlikely', 'possible', 'likely', 'certain']],
    ['risk R { residual { likelihood: <|> } }', ['rare', 'unlikely', 'possible', 'likely', 'certain']],
    [
      'risk R { impact: <|> }',
      ['minor', 'moderate', 'serious', 'major', 'severe', 'confidentiality', 'integrity', 'availability'],
    ],
    ['risk R { impact: integrity <|> }', ['minor', 'moderate', 'serious', 'major', 'severe']],
    ['asset X { confidentiality: <|> }', ['low', 'medium', 'high']],
    ['asset X { classification: <|> }', ['confidential']],
    ['method "m" { appetite: <|> }', ['low', 'medium', 'high', 'critical']],
    ['method "m" { matrix { <|> } }', ['rare', 'unlikely', 'possible', 'likely', 'certain']],
    [
      'risk R { review: <|> }',
      ['every 12 months', 'every 6 months', 'every 3 months', 'every 1 month', 'every 36 months', 'every'],
    ],
    ['risk R { review: every <|> }', ['12 months', '6 months', '3 months', '1 month', '36 months']],
    ['evidence E { valid: <|> }', ['12 months', '6 months', '3 months', '1 month', '36 months']],
    [
      'risk R { review: every 12 <|> }',
      ['days', 'weeks', 'months', 'quarters', 'years', 'day', 'week', 'month', 'quarter', 'year'],
    ],
    ['risk R { assessed: <|> }', ['2026-03-01', '2026-02-28']],
    ['risk R { assessed: 2026-<|> }', ['2026-03-01', '2026-02-28']],
    [
      'document D { approved: 2026-01-01 by Ceo <|> }',
      [
        'until',
        'because',
        'kind',
        'covers',
        'file',
        'link',
        'owner',
        'version',
        'review',
        'reviewed',
        'classification',
        'description',
        'notes',
        'tags',
        'fields',
      ],
    ],
    ['control A.5.1 { justification: <|> }', ['"…"', '"""…"""']],
    ['control A.5.1 { justification: "a <|>" }', []],
  ])('%s', (marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  it('offers dates to come where one is due', () => {
    expect(labelsAt('objective O { due: <|> }')).toEqual([
      '2026-04-01',
      '2026-06-01',
      '2026-09-01',
      '2027-03-01',
      '2026-03-01',
    ]);
    expect(labelsAt('risk R { accepted: 2026-01-01 by Ceo until <|> }')[0]).toBe('2027-03-01');
  });

  it('puts a space behind a colon or comma that has none', () => {
    expect(accept('control A.5.1 { status:<|> }', 'planned')).toBe('control A.5.1 { status: planned }');
    expect(accept('risk R { treatment: modify,<|> }', 'share')).toBe('risk R { treatment: modify, share }');
    expect(accept('risk R { controls:<|> }', 'A.8.13 Information backup')).toBe('risk R { controls: A.8.13 }');
  });

  it('counts from the pinned date of the ISMS', () => {
    const others = { 'acme.isms': 'isms A {}\n', 'isms.config.json': '{ "asOf": "2025-05-05" }' };
    expect(labelsAt('risk R { assessed: <|> }', others)[0]).toBe('2025-05-05');
  });

  it('says where a word stands on its scale and what it means', () => {
    const item = completeAt('risk R { likelihood: <|> }').items.at(-1);
    expect(item).toMatchObject({ label: 'certain', detail: '5 of 5', documentation: 'more than once a year' });
    expect(completeAt('method "m" { appetite: <|> }').items[0]).toMatchObject({ detail: 'scores 1 to 4' });
    expect(completeAt('control A.5.1 { status: <|> }').items[2]?.documentation).toContain('evidence can show it');
  });

  it('leads on from `inherited` to the supplier', () => {
    expect(labelsAt('control A.7.1 {\n  applicable: inherited <|>\n}')[0]).toBe('from');
    expect(accept('control A.7.1 {\n  applicable: inherited fr<|>\n}', 'from')).toBe(
      'control A.7.1 {\n  applicable: inherited from \n}',
    );
  });
});

describe('codes in comments that silence a rule', () => {
  it('offers those found in the declaration first, with room for the reason', () => {
    const marked = '// isms-ignore <|>\ncontrol A.7.4 "Physical security monitoring" {\n  applicable: no\n}\n';
    const { items } = completeAt(marked);
    expect(items[0]).toMatchObject({ label: 'soa/missing-justification', detail: 'found in A.7.4' });
    expect(accept(marked, 'soa/missing-justification')).toMatch(
      /^\/\/ isms-ignore soa\/missing-justification: reason\n/,
    );
    expect(accept('// isms-ignore soa/mis<|>: why\nrole R "x"\n', 'soa/missing-justification')).toMatch(
      /^\/\/ isms-ignore soa\/missing-justification: why\n/,
    );
  });

  it('stays silent in other comments', () => {
    expect(labelsAt('// see <|>\nrole R "x"\n')).toEqual([]);
  });
});
