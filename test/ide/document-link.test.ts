import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../src/ide/document-link.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///acme/isms/file.isms';

function links(text: string, missing: readonly string[] = []): [text: string, target: string][] {
  const fileExists = (file: string): boolean => !missing.includes(file);
  const workspace = new Workspace({ rules, today: '2026-03-01', fileExists });
  workspace.setFiles([
    ['file:///acme/main.isms', 'isms Acme "Acme" {}'],
    [uri, text],
  ]);
  const lines = text.split('\n');
  return documentLinks(workspace, uri).map(({ range: { start, end }, target }) => {
    expect(end.line).toBe(start.line);
    return [(lines[start.line] ?? '').slice(start.character, end.character), target];
  });
}

describe('links', () => {
  it.each([
    ['evidence E { file: "reports/a b.pdf" }', [['reports/a b.pdf', 'file:///acme/isms/reports/a%20b.pdf']]],
    ['document D { file: "../policy.md" }', [['../policy.md', 'file:///acme/policy.md']]],
    ['document D { file: "..\\\\policy.md" }', [['..\\\\policy.md', 'file:///acme/policy.md']]],
    [
      'evidence E { link: "https://wiki.example/x?a=1#b" }',
      [['https://wiki.example/x?a=1#b', 'https://wiki.example/x?a=1#b']],
    ],
    ['evidence E { link: "mailto:ciso@acme.example" }', [['mailto:ciso@acme.example', 'mailto:ciso@acme.example']]],
    [
      'risk R { notes: "See http://a.example/b, and (https://c.example/d)." }',
      [
        ['http://a.example/b', 'http://a.example/b'],
        ['https://c.example/d', 'https://c.example/d'],
      ],
    ],
    ['// https://a.example/b_(c)\nrole X', [['https://a.example/b_(c)', 'https://a.example/b_(c)']]],
  ])('in %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it.each([
    ['outside of the ISMS', 'evidence E { file: "../../secret.txt" }'],
    ['from the root', 'evidence E { file: "/etc/passwd" }'],
    ['on another drive', 'evidence E { file: "C:/x.txt" }'],
    ['of another scheme', 'evidence E { link: "javascript:alert(1)" }'],
    ['that run commands', 'risk R { notes: "command:workbench.action.quit vscode://x file:///etc/passwd" }'],
    ['that are empty', 'evidence E { file: "" link: "" }'],
    ['without quotes', 'evidence E { file: a.pdf }'],
  ])('there is none to what is %s', (_, text) => {
    expect(links(text)).toEqual([]);
  });

  it('there is none to a file that is missing', () => {
    expect(links('evidence E { file: "a.pdf" }', ['file:///acme/isms/a.pdf'])).toEqual([]);
  });
});
