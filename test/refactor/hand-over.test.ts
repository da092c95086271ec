import { describe, expect, test } from 'vitest';
import { dutiesOf, handOver } from '../../src/refactor/hand-over.ts';
import { after, done, loadExample, loadText, refusalOf, textAfter } from './unit.ts';

const people =
  'role Ciso "c"\nperson Anna "a" { roles: Ciso }\nperson Ben "b" {}\nperson Cleo "c" { left: 2026-01-31 }\n';

describe('what is open goes over', () => {
  test.each([
    ['an asset', 'asset A "a" { owner: Anna }'],
    [
      'two keys of a risk, and an action',
      'risk R "r" {\n  owner: Anna\n  monitor: Anna\n  action "x" { owner: Anna  status: open }\n}',
    ],
    ['a default', 'defaults {\n  owner: Anna\n  risk { monitor: Anna }\n}'],
    ['an open finding', 'finding F "f" { owner: Anna  raised: 2026-01-01 }'],
  ])('%s', (_, text) => {
    const loaded = loadText(`${people}${text}\n`);
    const outcome = handOver(loaded.unit, 'Anna', 'Ben');
    expect(textAfter(loaded, outcome)).toBe(`${people}${text.replaceAll('Anna', 'Ben')}\n`);
    expect(done(outcome).kept).toEqual([]);
  });
});

test.each([
  ['a closed finding', 'finding F "f" { owner: Anna  closed: 2026-02-01 }', 'it has ended'],
  ['an action that is done', 'risk R "r" { action "x" { owner: Anna  status: done } }', 'it has ended'],
  ['an acceptance', 'risk R "r" { accepted: 2026-01-01 by Anna }', 'it is no duty of an owner'],
  ['who took part', 'review M "m" { attendees: Anna }', 'it is no duty of an owner'],
  ['competence', 'competence C "c" { person: Anna }', 'it is no duty of an owner'],
])('%s stays with whom it was, and is listed', (_, text, why) => {
  const loaded = loadText(`${people}${text}\n`);
  const outcome = handOver(loaded.unit, 'Anna', 'Ben');
  expect(textAfter(loaded, outcome)).toBe(`${people}${text}\n`);
  expect(done(outcome).kept.map(kept => kept.why)).toEqual([why]);
});

test('roles are told, not handed over', () => {
  const { unit } = loadText(people);
  expect(done(handOver(unit, 'Anna', 'Ben')).notes).toEqual([
    'Anna still holds Ciso. What these roles own stays with them; decide who holds them.',
  ]);
  expect(done(handOver(unit, 'Ben', 'Anna')).notes).toEqual([]);
});

test('a name that is declared no more can hand over what it still owns', () => {
  const loaded = loadText(`${people}asset A "a" { owner: Dora }\n`);
  expect(textAfter(loaded, handOver(loaded.unit, 'Dora', 'Ben'))).toContain('owner: Ben');
});

test.each([
  ['Anna', 'Anna', '', 'Anna cannot hand over to Anna. Name somebody else as the successor.'],
  ['Anna', 'Bem', '', 'There is no person or role Bem. Did you mean Ben?'],
  ['Nobody', 'Ben', '', 'There is no person or role Nobody. Name a person or role that is declared.'],
  ['Anna', 'Cleo', '', 'Cleo left on 2026-01-31, so nothing can be handed over to them. Name somebody else.'],
  ['Anna', 'Db', 'asset Db "d" {}\n', 'Db is an asset and can own nothing. Name a person or role.'],
  ['Anna', 'Ben', 'role Ben "b"\n', 'Ben is declared 2 times, so it is not clear who is meant. Rename one of them.'],
])('from %s to %s is refused', (from, to, more, refusal) => {
  expect(refusalOf(handOver(loadText(people + more).unit, from, to))).toBe(refusal);
});

test('a declaration that cannot be read and names them is in the way', () => {
  const loaded = loadText(`${people}asset A "a" {\n  owner Anna\n}\n`);
  expect(refusalOf(handOver(loaded.unit, 'Anna', 'Ben'))).toMatch(/^There is a syntax error/);
});

test('of an example, nothing but owners changes, and going back gives the texts', () => {
  const loaded = loadExample('acme-cloud');
  const names = loaded.unit.isms.symbols.names('Role').sorted();
  const [from = ''] = [...names].sort(
    (a, b) => dutiesOf(loaded.unit.isms.symbols.get(b)).length - dutiesOf(loaded.unit.isms.symbols.get(a)).length,
  );
  const [to = ''] = names.filter(name => name !== from && !dutiesOf(loaded.unit.isms.symbols.get(name)).length);
  const open = dutiesOf(loaded.unit.isms.symbols.get(from)).filter(({ isOpen }) => isOpen).length;
  expect(open).toBeGreaterThan(5);
  const then = after(loaded, handOver(loaded.unit, from, to));
  expect(dutiesOf(then.unit.isms.symbols.get(to)).length).toBe(open);
  expect(dutiesOf(then.unit.isms.symbols.get(from)).some(({ isOpen }) => isOpen)).toBe(false);
  expect(then.unit.isms.allBlocks().flatMap(({ problems }) => problems)).toEqual([]);
});
