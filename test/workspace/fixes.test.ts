import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { type Fix, type Rule, rule } from '../../src/rules/rule.ts';
import { inEnglish, saying } from '../../src/wording/wording.ts';
import { applyEdits, applyFixes, fixesFor } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///acme/a.isms';

function workspaceWith(text: string, used: readonly Rule[]): Workspace {
  const workspace = new Workspace({ rules: used, today: '2026-06-01' });
  workspace.setFiles([[uri, text]]);
  workspace.update();
  return workspace;
}

/** A rule that finds every risk and offers these fixes. */
const finder = (fix: (risk: Parameters<NonNullable<Rule['fix']>>[0]['declaration']) => readonly Fix[]): Rule =>
  rule({
    code: 'risk/test',
    severity: 'info',
    clause: '6',
    summary: 'Test.',
    why: 'Test.',
    remedy: 'Test.',
    example: { bad: '', good: '' },
    on: ['Risk'],
    damagedToo: true,
    check: (risk, { report }) =>
      report({ at: risk.names[0] ?? risk.title ?? { start: 0, end: 4 }, message: saying('Test.') }),
    fix: ({ declaration }) => fix(declaration),
  });

const fixed = (text: string, fix: Parameters<typeof finder>[0]): string | undefined => {
  const workspace = workspaceWith(text, [finder(fix)]);
  return applyFixes(workspace, fixesFor(workspace, uri)).get(uri);
};

describe('places of new declarations', () => {
  const insert =
    (place: 'declaration' | 'file' | 'top') =>
    (risk: Parameters<Parameters<typeof finder>[0]>[0]): Fix[] => [
      { title: 'Insert', edits: [{ after: risk, place, text: 'role A\nrole B' }] },
    ];

  test('behind a declaration, and behind the comment on its last line', () => {
    expect(fixed('risk R {} // why\nasset B {}\n', insert('declaration'))).toBe(
      'risk R {} // why\n\nrole A\nrole B\nasset B {}\n',
    );
  });

  test('behind a declaration with another one on the same line', () => {
    expect(fixed('risk R {} asset B {}', insert('declaration'))).toBe('risk R {}\n\nrole A\nrole B\n\n asset B {}');
  });

  test('at the end of a file, with or without a line end there', () => {
    expect(fixed('risk R {}\nasset B {}\n', insert('file'))).toBe('risk R {}\nasset B {}\n\nrole A\nrole B\n');
    expect(fixed('risk R {}', insert('file'))).toBe('risk R {}\n\nrole A\nrole B\n');
    expect(fixed('risk R {}\n\n\n', insert('file'))).toBe('risk R {}\n\nrole A\nrole B\n\n\n');
  });

  test('at the top, behind a byte order mark', () => {
    expect(fixed('\uFEFF// Head\nrisk R {}\n', insert('top'))).toBe('\uFEFFrole A\nrole B\n\n// Head\nrisk R {}\n');
  });

  test('with the line ends of the file', () => {
    expect(fixed('risk R {}\r\nasset B {}\r\n', insert('declaration'))).toBe(
      'risk R {}\r\n\r\nrole A\r\nrole B\r\nasset B {}\r\n',
    );
  });
});

describe('fixes that do not go together', () => {
  test('what two fixes would change is changed by the first one', () => {
    const text = 'risk R {}\n';
    const change = (risk: Parameters<Parameters<typeof finder>[0]>[0]): Fix[] => [
      { title: 'One', edits: [{ declaration: risk, start: 5, end: 6, text: 'One' }] },
      { title: 'Two', edits: [{ declaration: risk, start: 5, end: 7, text: 'Two' }] },
    ];
    expect(fixed(text, change)).toBe('risk One {}\n');
  });

  test('the same edits are applied once', () => {
    const fix = (risk: Parameters<Parameters<typeof finder>[0]>[0]): Fix => ({
      title: 'Insert',
      edits: [{ after: risk, place: 'file', text: 'role A' }],
    });
    expect(fixed('risk R {}\n', risk => [fix(risk), fix(risk)])).toBe('risk R {}\n\nrole A\n');
  });

  test('insertions at one place keep their order', () => {
    const at = { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } };
    expect(
      applyEdits('ab', [
        { range: at, newText: '1' },
        { range: at, newText: '2' },
      ]),
    ).toBe('a12b');
  });
});

describe('which fixes are offered', () => {
  const text = 'risk R-1 { owner: Cisso }\nrisk R-2 { owner: Cisso }\nrole Ciso\n';

  test('those of the diagnostics that touch the range', () => {
    const workspace = workspaceWith(text, rules);
    const at = (line: number, start: number, end: number) =>
      fixesFor(workspace, uri, { start: { line, character: start }, end: { line, character: end } }).filter(
        ({ diagnostic }) => diagnostic.code === 'name/unresolved',
      );
    expect(at(1, 20, 20).map(({ diagnostic }) => diagnostic.range.start)).toEqual(
      Array(at(1, 20, 20).length).fill({ line: 1, character: 18 }),
    );
    expect(at(1, 20, 20).length).toBeGreaterThan(0);
    expect(at(2, 0, 4)).toEqual([]);
  });

  test('none for what is silenced or switched off', () => {
    const silenced = workspaceWith(`// isms-ignore name/unresolved: later\n${text}`, rules);
    const lines = fixesFor(silenced, uri)
      .filter(({ diagnostic }) => diagnostic.code === 'name/unresolved')
      .map(({ diagnostic }) => diagnostic.range.start.line);
    expect(new Set(lines)).toEqual(new Set([2]));
    const off = new Workspace({ rules, today: '2026-06-01', settings: { rules: { name: 'off' } } });
    off.setFiles([[uri, text]]);
    off.update();
    expect(fixesFor(off, uri).filter(({ diagnostic }) => diagnostic.code.startsWith('name/'))).toEqual([]);
  });
});

describe('the fixes for undecided controls', () => {
  const titles = (text: string): string[] => {
    const workspace = workspaceWith(text, rules);
    return fixesFor(workspace, uri)
      .filter(({ diagnostic }) => diagnostic.code === 'soa/undecided-control')
      .map(({ title }) => title);
  };

  test('are one control, one theme, and all', () => {
    expect(titles('isms Acme {}\n')).toEqual([
      'Add entries for the 37 organizational controls',
      'Add an entry for A.5.1 Policies for information security',
      'Add entries for all 93 undecided controls',
      'Add entries for the 8 people controls',
      'Add an entry for A.6.1 Screening',
      'Add entries for the 14 physical controls',
      'Add an entry for A.7.1 Physical security perimeters',
      'Add entries for the 34 technological controls',
      'Add an entry for A.8.1 User endpoint devices',
    ]);
  });

  test('decide none of the 93 when all are added', () => {
    const workspace = workspaceWith('isms Acme {}\n', rules);
    const all = fixesFor(workspace, uri).filter(({ title }) => title === 'Add entries for all 93 undecided controls');
    workspace.setFiles([...applyFixes(workspace, all)]);
    workspace.update();
    const undecided = workspace.diagnostics(uri).filter(({ code }) => code === 'soa/undecided-control');
    expect(undecided).toHaveLength(93);
    expect(undecided.every(({ message }) => inEnglish(message).includes('is not decided; add `applicable:`'))).toBe(
      true,
    );
  });
});
