/** What rules read of other declarations is a fact: an edit of it is noticed where it is read. */
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///acme/a.isms';

const open = (text: string): Workspace => {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles([[uri, text]]);
  workspace.update();
  return workspace;
};

const codes = (workspace: Workspace): string[] =>
  workspace
    .diagnostics(uri)
    .map(({ code }) => code)
    .sort();

test.each([
  [
    'the surroundings that a scope describes',
    'scope "Shop" { statement: "The shop" excludes: OldServer because "old" dependencies: "None" }\nasset OldServer "Old" {}\nasset Shop "Shop" { depends-on: OldServer }\n',
    '"None"',
    '"The old server, until it is replaced"',
    'scope/dependency-outside-scope',
  ],
  [
    'that a text is only a placeholder',
    'objective Patching "Patch in time" {}\nmetric Days "Days to patch" { objective: Patching target: "TBD" }\n',
    '"TBD"',
    '"7 days"',
    'objective/not-measurable',
  ],
])('%s', (_what, text, from, to, code) => {
  const workspace = open(text);
  expect(codes(workspace)).toContain(code);
  for (const [now, before] of [
    [text.replace(from, to), text],
    [text, text.replace(from, to)],
  ] as const) {
    expect(now).not.toBe(before);
    workspace.setFiles([[uri, now]]);
    workspace.update();
    expect(codes(workspace)).toEqual(codes(open(now)));
  }
  expect(codes(open(text.replace(from, to)))).not.toContain(code);
});
