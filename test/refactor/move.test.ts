import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeTypes } from '../../src/language/schema.ts';
import { moveDeclaration } from '../../src/refactor/move.ts';
import { isRefusal } from '../../src/refactor/refactoring.ts';
import { statementsOf } from '../../src/refactor/same-model.ts';
import { after, allTexts, load, loadExample, refusalOf } from './unit.ts';

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
  const outcome = moveDeclaration(loaded.workspace, loaded.unit, 'evidence', 'E-1', 'file:///w/sub/b.isms');
  expect(allTexts(after(loaded, outcome))).toMatchObject({
    'file:///w/a.isms': 'isms I "i" {}\n\n// stays\n\nrisk R-1 "r" {}\n',
    'file:///w/sub/b.isms': '\uFEFFrisk R-2 "r" {}\r\n\r\n// goes\r\nevidence E-1 "e" {\r\n  file: "../e.pdf"\r\n}\r\n',
  });
});

test.each([
  ['isms', 'I', 'sub/b', 'isms is no kind that can be moved. Give one such as risk.'],
  ['risk', 'R-9', 'sub/b', 'There is no risk R-9. Correct the kind or the name.'],
  ['risk', 'R-1', 'none', 'none.isms is no file of this ISMS. Create it, or choose another one.'],
  ['risk', 'R-1', 'a', 'R-1 stands in that file already. Choose another one.'],
  ['risk', 'R-1', 'bad', expect.stringMatching(/^There is a syntax error/)],
])('%s %s to %s is refused', (kind, name, file, message) => {
  const { workspace, unit } = small();
  expect(refusalOf(moveDeclaration(workspace, unit, kind, name, `file:///w/${file}.isms`))).toEqual(message);
});

test('whatever of an example is moved anywhere, the ISMS says the same', () => {
  const loaded = loadExample('acme-cloud');
  const { workspace, unit } = loaded;
  const uris = [...unit.isms.files.keys()].sort();
  const all = unit.isms
    .allBlocks()
    .flatMap(({ declaration }) => (declaration?.$definitions ?? []).slice(0, 1))
    .filter(({ type }) => !nodeTypes[type]?.single);
  const before = statementsOf(Object.entries(allTexts(loaded)));
  let done = 0;
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom(...uris), ({ type, name }, target) => {
      const outcome = moveDeclaration(workspace, unit, nodeTypes[type]?.keyword ?? '', name, target);
      if (isRefusal(outcome)) return;
      done++;
      expect(statementsOf(Object.entries(allTexts(after(loaded, outcome))))).toEqual(before);
    }),
    { numRuns: 30 },
  );
  expect(done).toBeGreaterThan(0);
});
