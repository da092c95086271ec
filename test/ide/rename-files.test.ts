import { describe, expect, it } from 'vitest';
import { editsForMoves, type Move } from '../../src/ide/rename-files.ts';
import { applyEdits } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const main = 'file:///w/main.isms';
const docs = 'file:///w/docs/docs.isms';
const text = 'isms Acme "Acme" {\n}\nevidence A {\n  file: "docs/a b.pdf"\n}\nevidence B { link: "docs/a b.pdf" }\n';
const inner = 'document D {\n  file: "a b.pdf"\n}\ndocument E {\n  file: "..\\\\top.md"\n}\n';

/** The texts after moves, as far as they change. */
function moved(...moves: Move[]): Record<string, string> {
  const workspace = new Workspace({ rules: [], today: '2026-03-01' });
  workspace.setFiles([
    [main, text],
    [docs, inner],
  ]);
  const edits = editsForMoves(workspace, moves);
  const changed = [...new Set(edits.map(({ uri }) => uri))];
  return Object.fromEntries(
    changed.map(uri => [
      uri,
      applyEdits(
        workspace.text(uri) ?? '',
        edits.filter(edit => edit.uri === uri),
      ),
    ]),
  );
}

const move = (from: string, to: string): Move => ({ oldUri: `file:///w/${from}`, newUri: `file:///w/${to}` });

describe('paths follow', () => {
  it('a file that gets another name, wherever it is named', () => {
    expect(moved(move('docs/a%20b.pdf', 'docs/c%22d.pdf'))).toEqual({
      [main]: text.replace('file: "docs/a b.pdf"', 'file: "docs/c\\"d.pdf"'),
      [docs]: inner.replace('"a b.pdf"', '"c\\"d.pdf"'),
    });
  });

  it('a file that moves up', () => {
    expect(moved(move('docs/a%20b.pdf', 'x.pdf'))).toEqual({
      [main]: text.replace('file: "docs/a b.pdf"', 'file: "x.pdf"'),
      [docs]: inner.replace('"a b.pdf"', '"../x.pdf"'),
    });
  });

  it('a folder, in which what moves along stays as it is written', () => {
    expect(moved(move('docs', 'papers'))).toEqual({
      [main]: text.replace('file: "docs/a b.pdf"', 'file: "papers/a b.pdf"'),
    });
  });

  it('the file that names them', () => {
    expect(moved(move('main.isms', 'sub/main.isms'))).toEqual({
      [main]: text.replace('file: "docs/a b.pdf"', 'file: "../docs/a b.pdf"'),
    });
    expect(moved(move('docs', 'deep/er/docs'))[docs]).toBe(inner.replace('"..\\\\top.md"', '"../../../top.md"'));
  });

  it('nothing else', () => {
    expect(moved(move('other.pdf', 'another.pdf'))).toEqual({});
    expect(moved(move('doc', 'x'))).toEqual({});
  });
});
