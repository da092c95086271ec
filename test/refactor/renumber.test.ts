import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renumber } from '../../src/refactor/renumber.ts';
import { after, done, loadExample, loadText, refusalOf, textAfter } from './unit.ts';

describe('ids become consecutive, and references follow at once', () => {
  test.each([
    [
      'in place of each other',
      {},
      'risk R-2 "a" {}\nrisk R-1 "b" {}\nissue I "i" { risks: R-1, R-2 }\n',
      'risk R-1 "a" {}\nrisk R-2 "b" {}\nissue I "i" { risks: R-2, R-1 }\n',
    ],
    ['as wide as they are', {}, 'risk R-007 "a" {}\nrisk R-3 "b" {}\n', 'risk R-001 "a" {}\nrisk R-002 "b" {}\n'],
    [
      'in another form',
      { prefix: 'K', width: 2, start: 9 },
      'risk R-1 "a" {}\nrisk Other "b" {}\n',
      'risk K09 "a" {}\nrisk K10 "b" {}\n',
    ],
    ['of no numbers yet', { prefix: 'R-' }, 'risk A "a" {}\n', 'risk R-001 "a" {}\n'],
  ])('%s', (_, numbering, before, expected) => {
    const loaded = loadText(before);
    expect(textAfter(loaded, renumber(loaded.unit, 'Risk', numbering))).toBe(expected);
  });
});

test('nested declarations are numbered too', () => {
  const loaded = loadText('party P "p" {\n  requirement Q-4 "a"\n}\ncontrol A.5.1 { because: Q-4 }\n');
  expect(textAfter(loaded, renumber(loaded.unit, 'Requirement'))).toBe(
    'party P "p" {\n  requirement Q-1 "a"\n}\ncontrol A.5.1 { because: Q-1 }\n',
  );
});

test('texts and comments stay, and are told where they name an id', () => {
  const loaded = loadText('// like R-5\nrisk R-5 "R-5, not R-50" { notes: "see R-6" }\n');
  const { kept } = done(renumber(loaded.unit, 'Risk'));
  expect(kept.map(({ range: { start }, why }) => [start.line, start.character, why])).toEqual([
    [1, 8, 'R-5 is R-1 now'],
    [2, 10, 'R-5 is R-1 now'],
  ]);
});

test.each([
  [
    'Risk',
    'risk A-1 "a" {}\nrisk B-1 "b" {}\n',
    {},
    'The names of risks have no common form: A-, B-. Say what is to stand before the number.',
  ],
  [
    'Risk',
    'risk R-2 "a" {}\nrisk R-2 "b" {}\n',
    {},
    'There are several risks R-2, so it is not clear which one is referred to. Rename one of them.',
  ],
  [
    'Risk',
    'risk R-2 "a" {}\nissue I "i" { risks: R-1 }\n',
    {},
    'R-1 is referred to here and declared nowhere; afterwards it would mean something else. Correct or remove it first.',
  ],
  [
    'Evidence',
    'evidence D-2 "a" {}\ndocument D-1 "b" {}\n',
    {},
    'D-1 is the name of document already. Choose another prefix.',
  ],
  [
    'Risk',
    'risk R-2 "a" {}\n',
    { prefix: '5' },
    '“5001” is no numbered name: the prefix begins with a letter and ends with none of the digits, as R- does.',
  ],
  ['Control', 'control A.5.1 {}\n', {}, 'The names of controls are ids of a catalogue and cannot be numbered anew.'],
  ['Risk', '', {}, 'There are no risks, so there is nothing to number.'],
])('of %s in %j is refused', (type, text, numbering, refusal) => {
  expect(refusalOf(renumber(loadText(text).unit, type, numbering))).toBe(refusal);
});

test('of examples, what refers to what stays, whatever the numbering', () => {
  const examples = ['acme-cloud', 'harbour-hospital', 'five-person-studio', 'published-register'].map(loadExample);
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.constantFrom('Risk', 'Asset', 'Evidence', 'Requirement'),
      fc.record({ width: fc.option(fc.nat({ max: 6 }), { nil: undefined }), start: fc.nat({ max: 2000 }) }),
      (loaded, type, form) => {
        fc.pre(loaded.unit.isms.symbols.names(type).size > 0);
        const then = after(loaded, renumber(loaded.unit, type, { prefix: 'Zz-', ...form }));
        expect(links(then)).toEqual(links(loaded));
        expect(
          then.unit.isms.symbols
            .names(type)
            .sorted()
            .every(name => name.startsWith('Zz-')),
        ).toBe(true);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);

/** Where the references of each declaration lead: to which definition, in the order of the ISMS. */
function links({ unit }: ReturnType<typeof loadExample>): unknown[] {
  const blocks = [...unit.isms.files.keys()].sort().flatMap(uri => unit.isms.files.get(uri)?.blocks ?? []);
  const place = new Map(
    blocks.flatMap(({ declaration }, block) =>
      (declaration?.$definitions ?? []).map(({ name, type }, i) => [`${type} ${name}`, `${block}.${i}`] as const),
    ),
  );
  return blocks.map(({ declaration }) =>
    (declaration?.$references ?? []).map(({ name, type }) => {
      const types = [...new Set([...place.keys()].map(key => key.split(' ')[0] as string))];
      const found = types.flatMap(target => place.get(`${target} ${name}`) ?? []);
      return [type, found.length ? found : name];
    }),
  );
}
