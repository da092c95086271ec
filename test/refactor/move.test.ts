import { expect, test } from 'vitest';
import { calledIn, fileOfKind, moveDeclarations } from '../../src/refactor/move.ts';
import { normalUri } from '../../src/workspace/uri.ts';
import { after, allTexts, done, load, refusalOf } from './unit.ts';

const small = () =>
  load([
    [
      'file:///w/a.isms',
      'isms I "i" {}\n\n// stays\n\n// goes\nevidence E-1 "e" {\n  file: "e.pdf"\n}\n\nrisk R-1 "r" {}\n',
    ],
    ['file:///w/sub/b.isms', '\uFEFFrisk R-2 "r" {}\r\n'],
    ['file:///w/bad.isms', 'risk R-3 {{\n'],
  ]);

test('comments right above go with it, paths follow, line ends and the mark of the target stay', () => {
  const loaded = small();
  const outcome = moveDeclarations(loaded.workspace, loaded.unit, ['E-1'], 'file:///w/sub/b.isms');
  expect(allTexts(after(loaded, outcome))).toMatchObject({
    'file:///w/a.isms': 'isms I "i" {}\n\n// stays\n\nrisk R-1 "r" {}\n',
    'file:///w/sub/b.isms': '\uFEFFrisk R-2 "r" {}\r\n\r\n// goes\r\nevidence E-1 "e" {\r\n  file: "../e.pdf"\r\n}\r\n',
  });
});

test('into a new file, which ends its lines as the old one did', () => {
  const loaded = load([['file:///w/a.isms', 'isms I "i" {}\r\n\r\n// goes\r\nrisk R-1 "r" {}\r\n\r\nrole A "a"\r\n']]);
  const outcome = moveDeclarations(loaded.workspace, loaded.unit, ['A', 'R-1'], 'file:///w/new/risks.isms');
  expect(done(outcome)).toMatchObject({
    title: 'Move 2 declarations to new/risks.isms',
    creates: ['file:///w/new/risks.isms'],
  });
  expect(allTexts(after(loaded, outcome))).toEqual({
    'file:///w/a.isms': 'isms I "i" {}\r\n',
    'file:///w/new/risks.isms': '// goes\r\nrisk R-1 "r" {}\r\n\r\nrole A "a"\r\n',
  });
});

test('a marker of a region stays, and what silences a rule goes', () => {
  const loaded = load([
    [
      'file:///w/a.isms',
      [
        'isms I "i" {}',
        '',
        '//#region Cloud',
        '// isms-ignore risk/overdue-action: waiting',
        '',
        '// goes',
        'risk R-1 "r" {}',
        '//#endregion',
        'risk R-2 "r" {}',
        '',
      ].join('\n'),
    ],
    ['file:///w/b.isms', ''],
  ]);
  const outcome = moveDeclarations(loaded.workspace, loaded.unit, ['R-1', 'R-2'], 'file:///w/b.isms');
  expect(allTexts(after(loaded, outcome))).toEqual({
    'file:///w/a.isms': 'isms I "i" {}\n\n//#region Cloud\n\n//#endregion\n',
    'file:///w/b.isms': '// isms-ignore risk/overdue-action: waiting\n// goes\nrisk R-1 "r" {}\n\nrisk R-2 "r" {}\n',
  });
});

test.each([
  ['I', 'sub/b', 'The folder of the isms block is that of the ISMS. Choose a file in the same folder.'],
  ['R-9', 'sub/b', 'There is no R-9. Correct the name.'],
  ['R-1', '../x', 'x.isms would not be a file of this ISMS there. Choose a place in its folder.'],
  ['R-1', '.git/x', 'x.isms would not be a file of this ISMS there. Choose a place in its folder.'],
  ['R-1', 'sub/B', 'B.isms differs from b.isms only in capital letters. Choose one of the two.'],
  ['R-1', 'a', 'R-1 stands in a.isms already. Choose another file.'],
  ['R-1', 'bad', expect.stringMatching(/^There is a syntax error/)],
])('%s to %s is refused', (name, file, message) => {
  const { workspace, unit } = small();
  const target = normalUri(`file:///w/${file}.isms`);
  expect(refusalOf(moveDeclarations(workspace, unit, [name], target))).toEqual(message);
});

test('a name inside another declaration, and one that is declared twice, are refused', () => {
  const { workspace, unit } = load([
    ['file:///w/a.isms', 'isms I "i" {}\nparty P "p" { requirement Q "q" }\nrisk R-1 "r" {}\nrisk R-1 "r" {}\n'],
    ['file:///w/b.isms', ''],
  ]);
  const tried = (name: string) => refusalOf(moveDeclarations(workspace, unit, [name], 'file:///w/b.isms'));
  expect(tried('Q')).toBe('Q stands inside P and goes where that goes. Move P.');
  expect(tried('R-1')).toBe('R-1 is declared more than once. Rename or delete one of them first.');
});

test('the file of its kind: the usual one, or that with most of the kind, or a new one', () => {
  const { unit } = load([
    ['file:///w/a.isms', 'isms I "i" {}\nscope S "s" {}\nrisk R-1 "r" {}\nasset A "a" {}\nrole B "b"\n'],
    ['file:///w/assets.isms', ''],
    ['file:///w/x.isms', 'risk R-2 "r" {}\n'],
    ['file:///w/y.isms', 'risk R-3 "r" {}\nrisk R-4 "r" {}\n'],
  ]);
  const found = unit.isms.allBlocks().map(block => [calledIn(block), fileOfKind(unit, block)]);
  expect(Object.fromEntries(found)).toEqual({
    I: undefined,
    S: undefined,
    'R-1': 'file:///w/y.isms',
    A: 'file:///w/assets.isms',
    B: 'file:///w/people.isms',
    'R-2': undefined,
    'R-3': undefined,
    'R-4': undefined,
  });
});
