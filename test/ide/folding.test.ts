import { expect, it } from 'vitest';
import { foldingRanges } from '../../src/ide/folding.ts';
import { atCursor, uri } from './workspace-with-cursor.ts';

it.each([
  ['// one\n// two\n// three\nrisk R {\n}\n', ['0-2 comment']],
  ['// one\n\n// two\n// three\n', ['2-3 comment']],
  ['risk R { // a\n  // b\n  // c\n  owner: X\n}', ['0-3', '1-2 comment']],
  ['risk R { // a\n  // b\n}\n', ['0-1']],
  ['//region Risks\nrisk R {\n  owner: X\n}\n// #endregion\n', ['0-4 region', '1-2']],
  [
    '// region A\n// why\n// so\n// region B\n// endregion\n// endregion\n',
    ['0-5 region', '1-2 comment', '3-4 region'],
  ],
  ['// region A\nrisk R {}\n', []],
  ['// endregion\n', []],
  ['// regional\n// endregion\n', []],
  ['/* a\nb */\nrisk R { notes: """\n x\n""" }', ['0-1 comment', '2-4', '2-3']],
  ['role A "a"\n// a\r\n  // b\r\n\t// c\nrole B "b"', ['1-3 comment']],
  ['role A "a" // a\n// b\nrole B', []],
])('%j', (text, expected) => {
  const { workspace } = atCursor(`${text}<|>`, {});
  const found = foldingRanges(workspace, uri).map(({ startLine, endLine, kind }) =>
    [`${startLine}-${endLine}`, kind].filter(Boolean).join(' '),
  );
  expect(found).toEqual(expected);
});
