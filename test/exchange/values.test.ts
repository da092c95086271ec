import { describe, expect, test } from 'vitest';
import { impactParts } from '../../src/exchange/build/method.ts';
import { levelText } from '../../src/exchange/build/scales.ts';
import { solveWords } from '../../src/exchange/build/solve.ts';
import type { SourceCell } from '../../src/exchange/cells.ts';
import { rangeOf } from '../../src/exchange/recognise/bands.ts';
import { kindOfName, matchHeading, type TableKind } from '../../src/exchange/recognise/headings.ts';
import { numberedWord } from '../../src/exchange/recognise/lookups.ts';
import { parseMapping } from '../../src/exchange/recognise/mapping.ts';
import { controlRefs } from '../../src/exchange/values/control-refs.ts';
import { columnOrder, readDate } from '../../src/exchange/values/dates.ts';
import { idName, labelName, titleName, wordName } from '../../src/exchange/values/names.ts';
import { isPlaceholder, isRoleName, periodOf } from '../../src/exchange/values/words.ts';

const cell = (text: string, more: Partial<SourceCell> = {}): SourceCell => ({
  text,
  kind: 'text',
  place: { file: 'f', sheet: '', cell: 'A1' },
  ...more,
});

describe('impacts on properties of information', () => {
  test.each([
    ['Confidentiality severe; Verfügbarkeit: minor', ['confidentiality severe', 'availability minor']],
    ['severe', [' severe']],
    ['constructor severe', [' constructor severe']],
  ])('%s', (text, parts) => {
    expect(impactParts(text).map(({ property = '', level }) => `${property} ${level}`)).toEqual(parts);
  });
});

describe('dates', () => {
  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2026/3/1', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['01.03.26', '2026-03-01'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['05/05/2026', '2026-05-05'],
    ['1 March 2026', '2026-03-01'],
    ['March 1st, 2026', '2026-03-01'],
    ['1. März 2026', '2026-03-01'],
    ['01-Mar-26', '2026-03-01'],
    ['46082', '2026-03-01'],
  ])('%s is %s', (text, date) => {
    expect(readDate(cell(text), undefined)).toMatchObject({ date });
  });

  test.each([
    '2026-02-30',
    '30.02.2026',
    '32/01/2026',
    '13/13/2026',
    'Q3 2026',
    'March 2026',
    '2026',
    'yesterday',
    '7',
    '123456',
    '',
  ])('%s is none', text => {
    expect(readDate(cell(text), undefined)).toBeUndefined();
  });

  test('03/04/2026 is one only where somebody says which', () => {
    expect(readDate(cell('03/04/2026'), undefined)).toEqual({ ambiguous: ['2026-04-03', '2026-03-04'] });
    expect(readDate(cell('03/04/2026'), 'day-first')).toEqual({ date: '2026-04-03' });
    expect(readDate(cell('03/04/2026'), 'month-first')).toEqual({ date: '2026-03-04' });
  });

  test('a column says it by its other dates, unless they disagree', () => {
    expect(columnOrder(['03/04/2026', '31/12/2026'])).toBe('day-first');
    expect(columnOrder(['03/04/2026', '12/31/2026'])).toBe('month-first');
    expect(columnOrder(['03/04/2026', '05/06/2026'])).toBeUndefined();
    expect(columnOrder(['31/12/2026', '12/31/2026'])).toBeUndefined();
  });
});

describe('controls', () => {
  test.each<[string, string[], string[]]>([
    ['A.8.13', ['A.8.13'], []],
    ['A.8.13 Information backup; A.8.7 Protection against malware', ['A.8.13', 'A.8.7'], []],
    ['5.10, 8.1', ['A.5.10', 'A.8.1'], []],
    ['Annex A 8.13 and a8.7', ['A.8.13', 'A.8.7'], []],
    ['ISO 27001:2022 A.5.1', ['A.5.1'], []],
    ['A.9.4.2', ['A.8.5'], []],
    ['Firewall, antivirus', [], ['Firewall, antivirus']],
    ['A.8.7 (on all clients)', ['A.8.7'], ['on all clients']],
    ['A.8.1 - A.8.5', [], ['A.8.1 - A.8.5']],
    ['A.5.99', [], ['A.5.99']],
    ['Firewall (FortiOS 7.2), MFA', [], ['Firewall (FortiOS 7.2), MFA']],
    ['Windows 8.1 with Bitlocker', [], ['Windows 8.1 with Bitlocker']],
    ['Java 8.1', [], ['Java 8.1']],
    ['PCI DSS 8.3, 8.5', [], ['PCI DSS 8.3, 8.5']],
    ['PCI DSS 8.3, A.8.5', ['A.8.5'], ['PCI DSS 8.3']],
    ['CIS 5.1', [], ['CIS 5.1']],
    ['ISO 27001 clause 6.1.2', [], ['clause 6.1.2']],
    ['ISO 27701 A.7.2.1', [], ['ISO 27701 A.7.2.1']],
    ['ISO 27001 8.13', ['A.8.13'], []],
    ['Controls 8.13, 8.7', ['A.8.13', 'A.8.7'], []],
    ['8.13 Information backup, 5.1', ['A.8.13', 'A.5.1'], []],
    ['8.13 Backup server', [], ['8.13 Backup server']],
    ['not A.5.23', [], ['not A.5.23']],
    ['all controls of A.8 except A.8.30', [], ['all controls of A.8 except A.8.30']],
    ['A.8.7, außer A.8.30 und A.8.31', ['A.8.7'], ['außer A.8.30 und A.8.31']],
    ['except A.8.1 - A.8.5', [], ['except A.8.1 - A.8.5']],
    ['A.5.23 not applicable, A.5.1', ['A.5.1'], ['A.5.23 not applicable']],
    ['A.5.23 (entfällt)', [], ['A.5.23 (entfällt']],
    ['A.8.7 (all but not servers), A.5.1', ['A.8.7', 'A.5.1'], ['all but not servers']],
  ])('%s', (text, ids, rest) => {
    const found = controlRefs(text);
    expect([found.ids, found.rest]).toEqual([ids, rest]);
  });
});

describe('names', () => {
  test.each([
    ['R-001', 'R-001'],
    ['R 01', 'R-01'],
    ['7', 'R-7'],
    ['2024/001', 'R-2024-001'],
    ['#12', 'R-12'],
    ['a..b', 'a.b'],
    ['-', 'R-1'],
  ])('the id %s is %s', (id, name) => {
    expect(idName(id, 'R')).toBe(name);
  });
  test.each([
    ['Customer database', 'CustomerDatabase'],
    ['e-mail & files', 'EMailFiles'],
    ['2FA', 'Asset2FA'],
    ['测试', '测试'],
    ['✓', 'Asset'],
  ])('the title %s is %s', (title, name) => {
    expect(titleName(title, 'Asset')).toBe(name);
  });
  test.each([
    ['Sehr hoch', 'sehr-hoch'],
    ['almost certain', 'almost-certain'],
    ['5', 'x-5'],
  ])('the word %s is %s', (word, name) => {
    expect(wordName(word)).toBe(name);
  });
  test.each([
    ['Sehr hoch', 'sehr-hoch'],
    ['applicable', 'Applicable'],
    ['Owner', 'Owner'],
  ])('the level %s is %s, which is no key of the language', (level, name) => {
    expect(labelName(level)).toBe(name);
  });
});

describe('headings', () => {
  test.each<[TableKind, string, string | undefined, string | undefined]>([
    ['risk', 'Likelihood (1-5)', undefined, 'likelihood'],
    ['risk', 'Likelihood', 'Residual risk', 'residualLikelihood'],
    ['risk', 'Residual Impact', undefined, 'residualImpact'],
    ['risk', 'Impact after treatment', undefined, 'residualImpact'],
    ['risk', 'Net risk level', undefined, 'residualScore'],
    ['risk', 'Restrisiko', undefined, 'residualScore'],
    ['risk', 'Bruttorisiko', undefined, 'score'],
    ['risk', 'Before treatment', undefined, 'score'],
    ['risk', 'Today', undefined, 'currentScore'],
    ['risk', 'EINTRITTSWAHRSCHEINLICHKEIT', undefined, 'likelihood'],
    ['risk', 'Risk Ovner', undefined, 'owner'],
    ['risk', 'Favourite colour', undefined, undefined],
    ['soa', 'Applicable? (Y/N)', undefined, 'applicable'],
    ['soa', 'Begründung für Ausschluss', undefined, 'exclusion'],
    ['plan', 'Owner', undefined, 'actionOwner'],
    ['asset', 'Eigentümer', undefined, 'owner'],
    ['supplier', 'Letzte Prüfung', undefined, 'reviewed'],
  ])('of %s: %s below %s', (kind, heading, above, field) => {
    expect(matchHeading(kind, heading, above)?.field).toBe(field);
  });
  test.each([
    ['Risks 2026', 'risk'],
    ['ISMS_Risk-Treatment-Plan_v3', 'plan'],
    ['Anhang A', 'soa'],
    ['Sheet1', undefined],
  ])('the sheet %s is of %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });
});

describe('levels', () => {
  test.each([
    ['3 of 5', { value: 3 }],
    ['3 out of 5', { value: 3 }],
    ['3 von 5', { value: 3 }],
    ['3/5', { value: 3 }],
    ['1/5', { value: 1 }],
    ['High 4', { value: 4, word: 'High' }],
    ['Sehr hoch 12', { value: 12, word: 'Sehr hoch' }],
    ['Stufe 2', { value: 2 }],
    ['8 pts', { value: 8 }],
    ['4,0', { value: 4 }],
    ['high', { word: 'high' }],
    ['5 of 3', {}],
    ['1/10', {}],
    ['10.000', {}],
    ['250.000', {}],
    ['3?', {}],
    ['high?', {}],
  ])('%s', (text, level) => {
    expect(levelText(text)).toEqual(level);
  });
});

describe('scales', () => {
  test.each([
    ['4 - Likely', { value: 4, word: 'Likely' }],
    ['4 (Likely)', { value: 4, word: 'Likely' }],
    ['high (16)', { value: 16, word: 'high' }],
    ['Likely', undefined],
    ['4', undefined],
    ['3 of 5', undefined],
    ['3 out of 5', undefined],
    ['3 von 5', undefined],
    ['2 times a year', undefined],
    ['2 Tage', undefined],
    ['4 Often', { value: 4, word: 'Often' }],
    ['5 Major', { value: 5, word: 'Major' }],
  ])('%s', (text, expected) => {
    expect(numberedWord(text)).toEqual(expected);
  });
  test.each(['3', '3/5', '3 of 5', '3 out of 5', '3 von 5', '3.0'])('%s is the third step', text => {
    expect(levelText(text)).toEqual({ value: 3 });
  });
  test.each([
    ['1-4', { from: 1, to: 4 }],
    ['5 – 9', { from: 5, to: 9 }],
    ['< 5', { to: 4 }],
    ['>= 17', { from: 17 }],
    ['17+', { from: 17 }],
    ['ab 17', { from: 17 }],
    ['1 bis 4', { from: 1, to: 4 }],
    ['many', undefined],
  ])('the range %s', (text, expected) => {
    expect(rangeOf(text)).toEqual(expected);
  });

  test('words get the numbers that their scores give, if there is one way', () => {
    const solved = solveWords(
      [
        { likelihood: 'rare', impact: 'bad', score: 4 },
        { likelihood: 'often', impact: 'bad', score: 12 },
        { likelihood: 'often', impact: 3, score: 9 },
      ],
      'product',
    );
    expect(solved && [Object.fromEntries(solved.likelihood), Object.fromEntries(solved.impact)]).toEqual([
      { rare: 1, often: 3 },
      { bad: 4 },
    ]);
    expect(solveWords([{ likelihood: 'a', impact: 'b', score: 6 }], 'product')).toBeUndefined();
    expect(solveWords([{ likelihood: 'a', impact: 2, score: 7 }], 'product')).toBeUndefined();
  });
});

test.each([
  ['annually', 'every 12 months'],
  ['every 6 months', 'every 6 months'],
  ['alle 2 Jahre', 'every 2 years'],
  ['vierteljährlich', 'every 3 months'],
  ['when needed', undefined],
])('the period %s is %s', (text, period) => {
  expect(periodOf(text)).toBe(period);
});

test('roles are told from persons, and placeholders from both', () => {
  expect(['CISO', 'Head of IT', 'IT-Leitung', 'Board of directors'].map(isRoleName)).toEqual([true, true, true, true]);
  expect(['Jane Doe', 'Ada King Lovelace'].map(isRoleName)).toEqual([false, false]);
  expect(['Jane', '0', 'Nina N.', 'X', 'Keiner Schmidt'].map(isPlaceholder)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ...[
    'TBD',
    '-',
    'n/a',
    '?',
    '??',
    'offen',
    'N.N.',
    'n. n.',
    'NN',
    'k.A.',
    'k. A.',
    'n.a.',
    'xxx',
    'XX',
    './.',
    '…',
    '...',
    '___',
  ],
  ...['to be named', 'To be assigned', 'not yet known', 'vacant', 'nobody', '[TBD]', '<tbd>', '(t.b.d.)', 'tbd.'],
  ...[
    'entfällt',
    'nicht zutreffend',
    'Keine Angabe',
    'noch zu benennen',
    'unbesetzt',
    'wird noch benannt',
    'zu klären',
  ],
])('%s is a placeholder', text => {
  expect(isPlaceholder(text)).toBe(true);
});

describe('a mapping that is wrong says where and what may stand there', () => {
  test.each([
    ['{', /no JSON/],
    ['[]', /an object/],
    ['{ "tabels": [] }', /“tabels” at the mapping is not known; did you mean “tables”/],
    ['{ "dates": "iso" }', /"day-first" or "month-first"/],
    ['{ "tables": {} }', /a list/],
    ['{ "tables": [{ "kind": "risks" }] }', /“risks” at tables\[0\]\.kind is not known; did you mean “risk”/],
    ['{ "tables": [{ "head": 0 }] }', /number of the row/],
    [
      '{ "tables": [{ "kind": "risk", "columns": { "A": "titles" } }] }',
      /“titles” at tables\[0\]\.columns\["A"\].*did you mean “title”/,
    ],
    ['{ "words": { "treatment": { "lassen": "keep" } } }', /modify, avoid, share, retain/],
    ['{ "scales": { "likelihood": ["one"] } }', /a list of words/],
    ['{ "tables": [{ "columns": { "__proto__": "nope" } }] }', /is not known/],
  ])('%s', (text, message) => {
    expect(() => parseMapping(text)).toThrow(message);
  });
});
