/** The fixes for what a finding asks for: each value that may stand there, in the order of completion, or a place to fill in. */
import { describe, expect, test } from 'vitest';
import { fillIn, fillInSnippet } from '../../src/ide/fill-in.ts';
import { offeredFixes } from '../../src/ide/fixes.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { applyEdits, applyFixes, chosenFixes, type FixSuggestion } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { acme } from './workspace-with-cursor.ts';

const uri = 'file:///acme/file.isms';

function open(text: string): Workspace {
  const workspace = new Workspace({ rules, today: '2026-03-01' });
  workspace.setFiles([
    ['file:///acme/acme.isms', acme],
    [uri, text],
  ]);
  workspace.update();
  return workspace;
}

const offered = (text: string, code: string): FixSuggestion[] =>
  offeredFixes(open(text), uri).filter(({ diagnostic }) => diagnostic.code === code);

const titles = (text: string, code: string): string[] => offered(text, code).map(({ title }) => title);

/** The text after the fix with this title. */
function fixed(text: string, code: string, title: string): string {
  const workspace = open(text);
  const fix = offeredFixes(workspace, uri).find(one => one.diagnostic.code === code && one.title === title);
  if (!fix) throw new Error(`no “${title}” among ${titles(text, code).join(' | ')}`);
  return applyFixes(workspace, [fix]).get(uri) ?? text;
}

const codes = (text: string): string[] =>
  open(text)
    .diagnostics(uri)
    .map(({ code }) => code);

describe('a decision', () => {
  const risk =
    'risk R-2 "Loss" {\n  vulnerabilities: LatePatching\n  owner: Ceo\n  likelihood: likely\n  impact: severe\n}\n';

  test('about a risk', () => {
    expect(titles(risk, 'risk/untreated')).toEqual([
      'Mitigate with A.8.8, A.8.19, A.8.32',
      'Mitigate with A.8.8',
      'Mitigate with A.8.19',
      'Mitigate with A.8.32',
      'Mitigate',
      'Avoid',
      'Share with Hoster',
      'Share',
      'Retain',
    ]);
    expect(fixed(risk, 'risk/untreated', 'Mitigate with A.8.19')).toBe(
      risk.replace('severe\n', 'severe\n  treatment: modify\n  controls: A.8.19\n'),
    );
  });

  test('about a control', () => {
    const control = 'control A.8.7 "Protection against malware" {\n}\n';
    expect(titles(control, 'soa/undecided-control')).toEqual([
      'Applicable because R-001 (Ransomware encrypts the database)',
      'Applicable',
      'Exclude: not necessary',
      'Exclude: not in scope',
      'Exclude: no such asset',
      'Exclude: no such activity',
      'Exclude: law does not apply',
      'Exclude',
      'Inherited from Hoster',
    ]);
    expect(fixed(control, 'soa/undecided-control', 'Exclude: no such activity')).toBe(
      'control A.8.7 "Protection against malware" {\n  applicable: no\n  because: no-such-activity\n}\n',
    );
    expect(fixed('control A.8.7 { }\n', 'soa/undecided-control', 'Exclude: no such activity')).toBe(
      'control A.8.7 { applicable: no  because: no-such-activity }\n',
    );
  });

  test('about who answers for something: the names there are, each with its title', () => {
    expect(titles('asset Crm "CRM" {\n  type: software\n}\n', 'asset/no-owner')).toEqual([
      'Write `owner: Ceo` (Chief executive officer)',
      'Write `owner: Ciso` (Chief information security officer)',
      'Write `owner: Boss` (Bo Boss)',
      'Write `owner: Jane` (Jane Doe)',
    ]);
  });

  test('on a scale: the words of the method', () => {
    const text = 'risk R-2 "Loss" {\n  owner: Ceo\n  impact: severe\n}\n';
    expect(titles(text, 'risk/not-analysed')).toEqual(
      ['rare', 'unlikely', 'possible', 'likely', 'certain'].map(word => `Write \`likelihood: ${word}\``),
    );
  });

  test('inside a block of the declaration', () => {
    const text = 'risk R-2 "Loss" {\n  owner: Ceo\n  action "Buy it" {\n    owner: Ciso\n  }\n}\n';
    const title = 'Write `due: …`, with the date to be filled in';
    expect(fixed(text, 'risk/action-without-due', title)).toBe(
      text.replace('owner: Ciso\n', 'owner: Ciso\n    due: 0000-00-00\n'),
    );
  });

  test('is no part of what is fixed together', () => {
    const workspace = open(`${risk}asset Crm "CRM" {\n}\n`);
    expect(chosenFixes(workspace, [uri], 'any').filter(({ decides }) => decides)).toEqual([]);
  });
});

describe('what only the author knows', () => {
  const change = 'change Move "Move" {\n  status: done\n  owner: Ciso\n}\n';
  const title = 'Write `approved: … by Ceo` (Chief executive officer), with the date to be filled in';

  test('a date is left to be filled in, and told until it is', () => {
    const text = fixed(change, 'change/unapproved', title);
    expect(text).toContain('approved: 0000-00-00 by Ceo');
    expect(codes(text)).toContain('syntax/invalid-date');
    expect(codes(text.replace('0000-00-00', '2026-02-01'))).not.toContain('syntax/invalid-date');
  });

  test('an acceptance says who, and never when', () => {
    const risk = 'risk R-2 "Loss" {\n  owner: Ceo\n  likelihood: likely\n  impact: severe\n  treatment: retain\n}\n';
    expect(
      fixed(risk, 'risk/retain-without-acceptance', 'Accepted by Ceo, the owner, with the date to be filled in'),
    ).toContain('accepted: 0000-00-00 by Ceo\n');
  });

  test('a text is left to be written', () => {
    const text = fixed(
      'audit A-1 "Audit" {\n  performed: 2026-02-01\n}\n',
      'audit/no-report',
      'Write `conclusion: "…"`, to be filled in',
    );
    expect(text).toContain('conclusion: ""');
    expect(codes(text)).toContain('audit/no-report');
  });

  test('a value that lacks a part gets that part', () => {
    const text =
      'change Move "Move" {\n  status: done\n  planned: 2026-01-01\n}\nexception E-1 "E" {\n  approved: 2026-01-01\n}\n';
    expect(titles(text, 'exception/unapproved')[0]).toBe('Write `by Ceo` (Chief executive officer)');
    expect(fixed(text, 'exception/unapproved', 'Write `by Boss` (Bo Boss)')).toContain(
      'approved: 2026-01-01 by Boss\n',
    );
  });
});

describe('snippets', () => {
  test.each([
    ['\n  lessons: ""', '\n  lessons: "$1"$0'],
    ['\n  due: 0000-00-00', `\n  due: \${1:0000-00-00}$0`],
    ['action "[to be written]" { }', `action "\${1:[to be written]}" { \\}$0`],
    ['accepted: 0000-00-00 by Ceo\n  justification: ""', `accepted: \${1:0000-00-00} by Ceo\n  justification: "$2"$0`],
  ])('%j leads to what is to be filled in', (text, snippet) => {
    expect(fillInSnippet(text)).toBe(snippet);
  });

  test('there is none where nothing is to be filled in', () => {
    expect(fillInSnippet('owner: Ciso // "" 0000-00-00')).toBeUndefined();
  });

  test.each([
    ['a {\n  b: c\n}\n', 1, 6, '\n  d: ""'],
    ['a {\r\n  b: c\r\n}\r\n', 1, 6, '\r\n  d: ""'],
    ['a { b: c }', 0, 8, '  d: ""'],
  ])('an edit of %j does the same as its snippet', (text, line, character, newText) => {
    const at = { line, character };
    const edit = { uri, range: { start: at, end: at }, newText };
    const lines = text.split(/\r\n|\n/);
    const moved = fillIn(edit, index => lines[index]);
    expect(applyEdits(text, [{ range: moved?.range ?? edit.range, newText: moved?.newText ?? '' }])).toBe(
      applyEdits(text, [edit]),
    );
    // Editors indent the lines of a snippet like the one that it begins on.
    const before = lines[moved?.range.start.line ?? 0]?.slice(0, moved?.range.start.character) ?? '';
    expect(/\n/.test(moved?.snippet ?? '') && /^\s/.test(before)).toBe(false);
  });
});

describe('an open control while drafting', () => {
  const control = 'control A.8.7 "Protection against malware" {\n}\n';
  const drafting = (text: string): Workspace => {
    const workspace = open(text);
    workspace.setFiles([['file:///acme/isms.config.json', '{ "preset": "draft" }']]);
    workspace.update();
    return workspace;
  };
  const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

  test('can be decided where nothing tells of it, one decision at a time', () => {
    const workspace = drafting(control);
    expect(workspace.diagnostics(uri)).toEqual([]);
    const fixes = offeredFixes(workspace, uri, at(0, 10));
    expect(fixes[0]?.title).toBe('Applicable because R-001 (Ransomware encrypts the database)');
    expect(fixes.filter(({ decides, untold }) => !decides || !untold)).toEqual([]);
    expect(chosenFixes(workspace, [uri], 'any')).toEqual([]);
  });

  test('is not in the way elsewhere, once decided, or where it is silenced', () => {
    expect(offeredFixes(drafting(`${control}role Cto "CTO"\n`), uri, at(2, 5))).toEqual([]);
    expect(offeredFixes(drafting('control A.8.7 {\n  applicable: yes\n}\n'), uri, at(0, 10))).toEqual([]);
    const silenced = `// isms-ignore soa/undecided-control: later\n${control}`;
    expect(offeredFixes(drafting(silenced), uri, at(1, 10))).toEqual([]);
  });
});
