/** Declaring what a name stands for: beside its likes, here, or where its kind usually stands. */
import { describe, expect, test } from 'vitest';
import { declarationSnippet } from '../../src/ide/declare-missing.ts';
import { offeredFixes } from '../../src/ide/fixes.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { applyFixes, type FixSuggestion } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const folder = 'file:///acme';
const main = `${folder}/isms.isms`;
const isms = 'isms Acme "Acme" {\n}\n';

function open(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace({ rules, today: '2026-03-01' });
  workspace.setFiles(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const));
  workspace.update();
  return workspace;
}

const declarations = (workspace: Workspace, name: string): FixSuggestion[] =>
  offeredFixes(workspace, `${folder}/${name}`).filter(({ title }) => title.startsWith('Declare the '));

const asset = 'asset Crm "CRM" {\n  owner: HeadOfIt\n}\n';

describe('a name that nothing has', () => {
  test('is declared where most of its kind are, or here, as each kind that it may be', () => {
    const workspace = open({
      'isms.isms': isms,
      'a-few.isms': 'role Ceo "CEO"\n',
      'people.isms': 'role Cto "CTO"\nrole Ciso "CISO"\nperson Jo "Jo" {\n}\n',
      'assets.isms': asset,
    });
    const fixes = declarations(workspace, 'assets.isms');
    expect(fixes.map(({ title }) => title)).toEqual([
      'Declare the role HeadOfIt in people.isms',
      'Declare the role HeadOfIt here',
      'Declare the person HeadOfIt in people.isms',
      'Declare the person HeadOfIt here',
    ]);
    const [there, here] = fixes.map(fix => applyFixes(workspace, [fix]));
    expect([...(there ?? [])]).toEqual([
      [
        `${folder}/people.isms`,
        'role Cto "CTO"\nrole Ciso "CISO"\n\nrole HeadOfIt "Head of it"\nperson Jo "Jo" {\n}\n',
      ],
    ]);
    expect(here?.get(`${folder}/assets.isms`)).toBe(`${asset}\nrole HeadOfIt "Head of it"\n`);
  });

  test('is declared in the usual file of its kind where there is none of the kind: at its end, or in a new one', () => {
    const workspace = open({ 'isms.isms': isms, 'assets.isms': asset });
    const fixes = declarations(workspace, 'assets.isms');
    expect(fixes.map(({ title, creates }) => [title, creates])).toEqual([
      ['Declare the role HeadOfIt', undefined],
      ['Declare the person HeadOfIt', undefined],
      ['Declare the role HeadOfIt in a new people.isms', `${folder}/people.isms`],
      ['Declare the person HeadOfIt in a new people.isms', `${folder}/people.isms`],
    ]);
    expect(applyFixes(workspace, fixes.slice(2, 3)).get(`${folder}/people.isms`)).toBe('role HeadOfIt "Head of it"\n');
    const withFile = open({ 'isms.isms': isms, 'people.isms': 'location Here "Here"\n', 'assets.isms': asset });
    expect(declarations(withFile, 'assets.isms').map(({ title }) => title)).toContain(
      'Declare the role HeadOfIt in people.isms',
    );
  });

  test('of half a word, or a clause, is not declared', () => {
    const workspace = open({ 'isms.isms': isms, 'assets.isms': 'asset Crm "CRM" {\n  owner: Head-\n}\n' });
    expect(declarations(workspace, 'assets.isms')).toEqual([]);
  });
});

describe('the snippet of a kind', () => {
  const snippet = (reference: string): (string | undefined)[] => {
    const workspace = open({ 'isms.isms': isms, 'risks.isms': `risk R-1 "Loss" {\n  ${reference}\n}\n` });
    const unit = workspace.unitOf(main);
    return declarations(workspace, 'risks.isms').map(fix => unit && declarationSnippet(unit, fix));
  };

  test('has the name and proposes the title', () => {
    expect(snippet('owner: HeadOfIt')[0]).toBe(`role HeadOfIt "\${2:Head of it}"$0`);
  });

  test('proposes no value: each would be a decision', () => {
    const [text = ''] = snippet('assets: Crm');
    expect(text).toContain(`asset Crm "\${2:Crm}" {\n\ttype: $3\n\tclassification: $5\n`);
    expect(text.replace(/"[^"]*"/, '')).not.toMatch(/\$\{/);
  });
});
