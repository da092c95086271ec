/** What a refactoring of an ISMS does in those that use it: they follow, or nothing is done; no name is left without a meaning. */

import { describe, expect, test } from 'vitest';
import { type RefactoringRequest, refactored } from '../../src/ide/refactorings.ts';
import { renameEdits } from '../../src/ide/rename.ts';
import { handOver } from '../../src/refactor/hand-over.ts';
import { type Outcome, textsAfter } from '../../src/refactor/refactoring.ts';
import { renameWord } from '../../src/refactor/rename-word.ts';
import { renumber } from '../../src/refactor/renumber.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { type IsmsUnit, Workspace } from '../../src/workspace/workspace.ts';
import { done, refusalOf } from './unit.ts';

const group = `isms Group "g" {}
person Ann "a" {}
person Ben "b" {}
supplier S-2 "two" {
  owner: Ann
}
supplier S-5 "five" {}
method "m" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
}
`;

const plant = `isms Plant "p" {
  uses: "../a"
}
asset Press "p" {
  owner: Ann
  supplier: S-5
}
asset Line "l" {
  supplier: S-2
}
risk R-1 "r" {
  owner: Ann
  likelihood: likely
  impact: severe
}
`;

interface Group {
  readonly workspace: Workspace;
  readonly group: IsmsUnit;
  readonly plant: IsmsUnit;
  readonly users: readonly IsmsUnit[];
}

function load(texts: Readonly<Record<string, string>>): Group {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles(Object.entries(texts).map(([path, text]) => [`file:///r/${path}`, text]));
  workspace.update();
  const [first, second] = workspace.ismss();
  if (!first || !second) throw new Error('there are no two ISMSs');
  return { workspace, group: first, plant: second, users: workspace.usersOf(first) };
}

const two = (more = '', other = ''): Group => load({ 'a/isms.isms': group + other, 'b/isms.isms': plant + more });

const textIn = ({ workspace }: Group, outcome: Outcome, path: string): string =>
  textsAfter(workspace, done(outcome)).get(`file:///r/${path}`) ?? workspace.text(`file:///r/${path}`) ?? '';

/** What does not resolve, and which words are of no scale, in all ISMSs afterwards. */
function dangling({ workspace }: Group, outcome: Outcome): string[] {
  const texts = textsAfter(workspace, done(outcome));
  const then = new Workspace({ rules, today: '2026-06-01' });
  then.setFiles(workspace.sources().map(uri => [uri, texts.get(uri) ?? workspace.text(uri) ?? '']));
  then.update();
  return then
    .files()
    .flatMap(uri =>
      then
        .diagnostics(uri)
        .flatMap(({ code, message }) => (/^name\/|off-scale/.test(code) ? [inEnglish(message)] : [])),
    );
}

/** What is chosen in the editor on the line of the group that begins so. */
function chosen({ workspace }: Group, line: string, request: Pick<RefactoringRequest, 'what' | 'to'>): Outcome {
  const position = { line: group.split('\n').findIndex(text => text.startsWith(line)), character: 0 };
  return refactored(workspace, { uri: 'file:///r/a/isms.isms', position, ...request });
}

describe('the ISMSs that use one follow', () => {
  test.each<[string, (at: Group) => Outcome, [from: string, to: string][]]>([
    [
      'hand-over in the editor',
      at => chosen(at, 'person Ann', { what: 'hand-over', to: 'Ben' }),
      [['owner: Ann', 'owner: Ben']],
    ],
    [
      'renumber in the editor',
      at => chosen(at, 'supplier S-2', { what: 'renumber' }),
      [
        ['supplier: S-2', 'supplier: S-1'],
        ['supplier: S-5', 'supplier: S-2'],
      ],
    ],
    ['hand-over', ({ group: unit, users }) => handOver(unit, 'Ann', 'Ben', users), [['owner: Ann', 'owner: Ben']]],
    [
      'rename-word',
      ({ group: unit, users }) => renameWord(unit, 'severe', 'grave', 'impact', users),
      [['impact: severe', 'impact: grave']],
    ],
    [
      'renumber',
      ({ group: unit, users }) => renumber(unit, 'Supplier', {}, users),
      [
        ['supplier: S-2', 'supplier: S-1'],
        ['supplier: S-5', 'supplier: S-2'],
      ],
    ],
  ])('%s', (_, refactor, changes) => {
    const at = two();
    const outcome = refactor(at);
    const expected = changes.reduce((text, [from, to]) => text.replaceAll(from, to), plant);
    expect(textIn(at, outcome, 'b/isms.isms')).toBe(expected);
    expect(dangling(at, outcome)).toEqual([]);
  });

  test('what they have themselves under the name, or go by themselves, stays', () => {
    const own = `${plant}person Ann "own" {}
method "own" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
}
`;
    const at = load({ 'a/isms.isms': group, 'b/isms.isms': own });
    for (const outcome of [
      handOver(at.group, 'Ann', 'Ben', at.users),
      renameWord(at.group, 'severe', 'grave', 'impact', at.users),
    ])
      expect(textIn(at, outcome, 'b/isms.isms')).toBe(own);
  });
});

describe('nothing is done', () => {
  test.each<[string, string, (at: Group) => Outcome, RegExp]>([
    [
      'where the successor is somebody else there',
      'person Ben "own" {}\n',
      ({ group: unit, users }) => handOver(unit, 'Ann', 'Ben', users),
      /^The ISMS Plant uses this one, and Ben means somebody else there/,
    ],
    [
      'where the new word is one there already',
      'risk R-2 "x" {\n  impact: grave\n}\n',
      ({ group: unit, users }) => renameWord(unit, 'severe', 'grave', 'impact', users),
      /^grave is a word of the impact scale already/,
    ],
    [
      'where the new id is something else there',
      'supplier S-1 "own" {}\n',
      ({ group: unit, users }) => renumber(unit, 'Supplier', {}, users),
      /^The ISMS Plant uses this one, and S-1 is a supplier there already/,
    ],
    [
      'where the new id is referred to there and declared nowhere',
      'asset Other "x" {\n  supplier: S-1\n}\n',
      ({ group: unit, users }) => renumber(unit, 'Supplier', {}, users),
      /^S-1 is referred to here and declared nowhere/,
    ],
    [
      'where a declaration there cannot be read',
      'asset Other "x" {\n  owner Ann S-2 severe\n}\n',
      ({ group: unit, users }) => handOver(unit, 'Ann', 'Ben', users),
      /^There is a syntax error/,
    ],
  ])('%s', (_, more, refactor, refusal) => {
    expect(refusalOf(refactor(two(more)))).toMatch(refusal);
  });

  test('with a word of a scale that the group declares; the refusal says where', () => {
    expect(refusalOf(renameWord(two().plant, 'severe', 'grave', 'impact'))).toBe(
      'severe is declared by the impact scale of the ISMS in ../a. Rename it there; what uses it here follows.',
    );
  });
});

describe('persons of the group', () => {
  test('take over in the plant', () => {
    const at = two();
    const outcome = handOver(at.plant, 'Ann', 'Ben');
    expect(textIn(at, outcome, 'b/isms.isms')).toBe(plant.replaceAll('owner: Ann', 'owner: Ben'));
    expect(textIn(at, outcome, 'a/isms.isms')).toBe(group);
  });

  test.each([
    ['Bem', '', 'There is no person or role Bem. Did you mean Ben?'],
    [
      'Cleo',
      'person Cleo "c" { left: 2026-01-31 }\n',
      'Cleo left on 2026-01-31, so nothing can be handed over to them. Name somebody else.',
    ],
    ['S-2', '', 'There is no person or role S-2. Name a person or role that is declared.'],
  ])('%s cannot', (to, other, refusal) => {
    expect(refusalOf(handOver(two('', other).plant, 'Ann', to))).toBe(refusal);
  });
});

describe('Rename in the editor', () => {
  const at = (line: number, character: number) => ({ line, character });

  test('follows a word of the method into the plant', () => {
    const { workspace } = two();
    const line = group.split('\n').findIndex(text => text.includes('impact'));
    const renamed = renameEdits(
      workspace,
      'file:///r/a/isms.isms',
      at(line, group.split('\n')[line]?.indexOf('severe') ?? 0),
      'grave',
    );
    expect('edits' in renamed && new Set(renamed.edits.map(({ uri }) => uri))).toEqual(
      new Set(['file:///r/a/isms.isms', 'file:///r/b/isms.isms']),
    );
  });

  test.each([
    [
      'a supplier there already',
      'supplier Own "own" {}\n',
      /^The ISMS Plant uses this one, and Own is a supplier there already/,
    ],
    ['free there', '', undefined],
  ])('to a name that is %s', (_, more, refusal) => {
    const { workspace } = two(more);
    const renamed = renameEdits(workspace, 'file:///r/a/isms.isms', at(3, 10), 'Own');
    if (refusal) expect(renamed).toEqual({ refusal: expect.stringMatching(refusal), at: expect.anything() });
    else expect(renamed).toHaveProperty('edits');
  });
});
