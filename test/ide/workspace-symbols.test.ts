import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { workspaceNames } from '../../src/ide/workspace-symbols.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { atCursor } from './workspace-with-cursor.ts';

const texts: [string, string][] = [
  ['file:///w/b.isms', 'role Ceo "Chief executive"\nrole Ciso "Security officer"\n'],
  ['file:///w/a.isms', 'isms Acme "Acme ISMS" {}\nparty P "Customers" { requirement Gdpr28 "Processor duties" }\n'],
];

function open(files = texts): Workspace {
  const workspace = new Workspace({ rules: [], today: '2026-01-01' });
  workspace.setFiles(files);
  workspace.update();
  return workspace;
}

const names = (workspace: Workspace, query: string): string[] =>
  workspaceNames(workspace, query).map(({ name }) => name);

test('names and titles are found, case aside, in the order of the ISMS, nested ones too', () => {
  expect(names(open(), '')).toEqual(['Acme', 'P', 'Gdpr28', 'Ceo', 'Ciso']);
  expect(names(open(), 'C')).toEqual(['Acme', 'P', 'Gdpr28', 'Ceo', 'Ciso']);
  expect(names(open(), 'officer')).toEqual(['Ciso']);
  expect(names(open(), 'PROCESSOR')).toEqual(['Gdpr28']);
  expect(names(open(), 'a\nc')).toEqual([]);
});

test('after an edit they are those of a workspace read afresh', () => {
  const title = fc.stringMatching(/^[a-z ]{0,6}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), title), { maxLength: 5 }), title, (edits, query) => {
      const workspace = open();
      let text = texts[0]?.[1] as string;
      for (const [line, words] of edits) {
        names(workspace, 'warm');
        const inserted = `threat T${line} "${words}"\n`;
        text = inserted + text;
        const start = { line: 0, character: 0 };
        workspace.editFile('file:///w/b.isms', [{ range: { start, end: start }, text: inserted }]);
        workspace.update();
      }
      const fresh = open([['file:///w/b.isms', text], texts[1] as [string, string]]);
      expect(workspaceNames(workspace, query)).toEqual(workspaceNames(fresh, query));
    }),
    { numRuns: 60 },
  );
});

test('finds a control by a word of its title, in what editors search', () => {
  const { workspace } = atCursor('control A.8.13 "Information backup" { }<|>');
  expect(workspaceNames(workspace, 'backup').map(({ label }) => label)).toEqual(['A.8.13 Information backup']);
});
