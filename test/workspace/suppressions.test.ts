/** Comments that silence rules, while they are being typed. */
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///acme/a.isms';
const shown = (workspace: Workspace): string[] =>
  workspace
    .diagnostics(uri)
    .map(({ code }) => code)
    .filter(code => /^(?:name|suppression)\//.test(code));

const insert = (line: number, text: string) => ({
  range: { start: { line, character: 0 }, end: { line, character: 0 } },
  text,
});

const open = (text: string): Workspace => {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles([[uri, text]]);
  workspace.update();
  return workspace;
};

test('a comment typed before a declaration without findings is told to be unused, and no more when it is gone', () => {
  const workspace = open('isms Acme {}\n\nrole Ceo\n');
  expect(shown(workspace)).toEqual([]);
  workspace.editFile(uri, [insert(1, '// isms-ignore name/unresolved: later\n')]);
  expect([...workspace.update()]).toContain(uri);
  expect(shown(workspace)).toEqual(['suppression/unused']);
  workspace.editFile(uri, [{ range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' }]);
  workspace.update();
  expect(shown(workspace)).toEqual([]);
});

test('a comment silences as soon as it has its reason', () => {
  const workspace = open('isms Acme {}\n\nasset Crm { owner: Ceo }\n');
  expect(shown(workspace)).toEqual(['name/unresolved']);
  workspace.editFile(uri, [insert(1, '// isms-ignore name/unresolved:\n')]);
  workspace.update();
  expect(shown(workspace)).toEqual(['suppression/no-reason', 'name/unresolved']);
  const end = '// isms-ignore name/unresolved:'.length;
  workspace.editFile(uri, [
    { range: { start: { line: 1, character: end }, end: { line: 1, character: end } }, text: ' see HR-7' },
  ]);
  workspace.update();
  expect(shown(workspace)).toEqual([]);
});

test('a comment that silences something else leaves the finding', () => {
  const workspace = open('isms Acme {}\n\n// isms-ignore name/duplicate: why not\nasset Crm { owner: Ceo }\n');
  expect(shown(workspace)).toEqual(['suppression/unused', 'name/unresolved']);
});

test('a file that gets or loses its ISMS is told so', () => {
  const loose = 'file:///acme/risks/b.isms';
  const workspace = open('role Ceo\n');
  workspace.setFiles([[loose, 'risk R-1 {}\n']]);
  workspace.update();
  const missing = (of: string) => workspace.diagnostics(of).filter(({ code }) => code === 'isms/missing').length;
  expect([missing(uri), missing(loose)]).toEqual([1, 1]);
  workspace.editFile(uri, [insert(0, 'isms Acme {}\n')]);
  const touched = workspace.update();
  expect([missing(uri), missing(loose)]).toEqual([0, 0]);
  expect([...touched].sort()).toEqual([uri, loose]);
});
