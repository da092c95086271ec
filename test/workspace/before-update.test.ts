import { expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

test('what has just been deleted is not shown before the check either, nor mentioned', () => {
  const uri = 'file:///w/isms.isms';
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  const text = 'isms Acme "Acme" {}\nrole Ciso "A"\nrole Ciso "B"\nrole Ciso "C"\n';
  workspace.setFiles([[uri, text]]);
  workspace.update();
  const duplicates = () => workspace.diagnostics(uri).filter(({ code }) => code === 'name/duplicate');
  expect(duplicates().map(({ range }) => range.start.line)).toEqual([2, 3]);
  expect(duplicates().flatMap(({ related }) => related)).toHaveLength(2);

  const range = { start: { line: 1, character: 0 }, end: { line: 3, character: 0 } };
  workspace.editFile(uri, [{ range, text: '' }]);
  expect(duplicates().flatMap(({ related }) => related)).toEqual([]);
  workspace.update();
  expect(duplicates()).toEqual([]);
});
