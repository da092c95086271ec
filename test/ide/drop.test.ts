/** A file that is dropped on a declaration. */
import { expect, test } from 'vitest';
import { droppedFile } from '../../src/ide/drop.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { applyEdits } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const folder = 'file:///acme';
const uri = `${folder}/soa/a.isms`;

/** The text after a file is dropped on a line, and what the user is told; undefined if nothing names it. */
function after(text: string, line: number, dropped: string): { title: string; text: string } | undefined {
  const workspace = new Workspace({ rules, today: '2026-03-01', fileExists: () => true });
  workspace.setFiles([
    [`${folder}/isms.isms`, 'isms Acme "Acme" {\n}\n'],
    [uri, text],
  ]);
  workspace.update();
  const found = droppedFile(workspace, uri, { line, character: 2 }, dropped);
  return found && { title: found.title, text: applyEdits(text, found.edits) };
}

const control = 'control A.8.13 "Information backup" {\n  applicable: yes\n}\n';
const report = `${folder}/files/restore-test_2026.pdf`;

test('on a control is a new piece of evidence, whose date is left to be filled in', () => {
  expect(after(control, 1, report)).toEqual({
    title: 'Insert evidence RestoreTest2026, with its date to be filled in',
    text:
      'control A.8.13 "Information backup" {\n  applicable: yes\n  evidence: RestoreTest2026\n}\n\n' +
      'evidence RestoreTest2026 "Restore test 2026" {\n  file: "../files/restore-test_2026.pdf"\n  collected: 0000-00-00\n}\n',
  });
});

test('on a control that has evidence comes behind it, under a name that is free', () => {
  const text = `${control.replace('}', '  evidence: Log\n}')}evidence Log "Log" {\n}\nrole RestoreTest2026 "Taken"\n`;
  expect(after(text, 0, report)?.text).toContain('evidence: Log, RestoreTest20262\n');
});

test('that a piece of evidence names already is referred to by it, once', () => {
  const text = `${control}evidence Log "Log" {\n  file: "../files/restore-test_2026.pdf"\n}\n`;
  const referred = after(text, 0, report);
  expect(referred).toEqual({ title: 'Insert evidence: Log', text: text.replace('yes\n', 'yes\n  evidence: Log\n') });
  expect(after(referred?.text ?? '', 0, report)).toBeUndefined();
});

test('on what is about a file is its path', () => {
  const text = 'document Policy "Policy" {\n  kind: policy\n}\n';
  expect(after(text, 1, `${folder}/files/our%20policy.md`)).toEqual({
    title: 'Insert file: "../files/our policy.md"',
    text: expect.stringContaining('  file: "../files/our policy.md"\n'),
  });
  expect(after(text.replace('}', '  file: "x.md"\n}'), 1, report)).toBeUndefined();
});

test.each([
  ['outside of the folder of the ISMS', control, 'file:///elsewhere/report.pdf'],
  ['on what neither is about a file nor rests on evidence', 'role Ciso "CISO" {\n}\n', report],
  ['on a comment alone', '// nothing\n', report],
])('%s is left to the editor', (_, text, dropped) => {
  expect(after(text, 0, dropped)).toBeUndefined();
});
