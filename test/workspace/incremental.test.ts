import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextChange } from '../../src/language/text/chunked-text.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { Workspace } from '../../src/workspace/workspace.ts';
import { occurrencesOf } from './occurrences.ts';
import { plainText } from './plain-text.ts';

const today = '2026-06-01';

const files: Readonly<Record<string, string>> = {
  'file:///w/isms.isms': `isms Acme "Acme" {
  organization: "Acme B.V."
  approved: 2026-03-01 by Ceo
}
role Ceo "Chief executive" { top-management }
role Ciso "Security officer"
person Jane "Jane" { roles: Ciso, Ceo }
`,
  'file:///w/method.isms': `// how we assess
method "Ours" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
}
`,
  'file:///w/risks/risks.isms': `asset Db "Database" { owner: Ciso type: information }
risk R-1 "Loss" {
  assets: Db
  owner: Ceo
  likelihood: likely
  impact: severe
  treatment: modify
  controls: A.8.13, A.8.7
  residual { likelihood: rare impact: minor }
  accepted: 2026-02-01 by Ceo until 2026-12-01
}
risk R-2 "Theft" { assets: Db owner: Ciso likelihood: rare impact: minor treatment: retain accepted: 2025-01-01 by Ciso until 2026-01-01 }
`,
  'file:///w/soa.isms': `control A.8.13 "Information backup" {
  applicable: yes
  because: R-1, Gdpr
  justification: "Needed"
  status: implemented
  evidence: Report
}
control A.8.7 { applicable: no because: no-such-asset justification: "None" }
/* two at once */
control A.7.1, A.7.2 { applicable: inherited from Cloud justification: "Theirs" }
supplier Cloud "Cloud" { owner: Ciso }
party Law "Law" { requirement Gdpr "GDPR" { kind: legal } }
evidence Report "Report" { collected: 2026-01-01 valid: 6 months }
`,
  'file:///other/isms.isms': `isms Other "Other" {}
risk R-1 "Elsewhere" { owner: Ceo }
control A.8.13 { applicable: yes }
`,
};

const uris = Object.keys(files);

const fragments = [
  '{',
  '}',
  '"',
  '"""',
  '/*',
  '*/',
  '//',
  '\n',
  '\r\n',
  '\r',
  ':',
  ',',
  ' ',
  'x',
  'A.8.13',
  'Ceo',
  'R-2',
  'risk R-9 "New" { owner: Ciso }\n',
  'risk R-1 "Again" {\n  owner: Nobody\n}\n',
  'isms Second "S" {}\n',
  'role Ceo\n',
  'control A.8.7 { applicable: yes }\n',
  '  owner: Ciso\n',
  'likely',
  'no',
  'yes',
  '2026-01-01',
  '// isms-ignore risk/no-owner: because\n',
  '<<<<<<< ours\n',
  'party P "P" { requirement R-2 "x" }\n',
];

interface Step {
  readonly kind: 'insert' | 'delete' | 'replaceAll' | 'remove' | 'restore' | 'today' | 'config' | 'cut';
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly fragment: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Step['kind'][]>(
    'insert',
    'insert',
    'insert',
    'delete',
    'delete',
    'replaceAll',
    'remove',
    'restore',
    'today',
    'config',
    'cut',
  ) as fc.Arbitrary<Step['kind']>,
  file: fc.nat(uris.length - 1),
  at: fc.nat(1000),
  length: fc.nat(60),
  fragment: fc.nat(fragments.length - 1),
});

interface State {
  readonly texts: Map<string, string>;
  today: string;
  config: string | undefined;
}

const configUri = 'file:///w/isms.config.json';

function fresh(state: State): Workspace {
  const workspace = new Workspace({ rules, today: state.today });
  const entries = [...state.texts].reverse();
  if (state.config !== undefined) entries.push([configUri, state.config]);
  workspace.setFiles(entries);
  workspace.update();
  return workspace;
}

function apply(workspace: Workspace, state: State, { kind, file, at, length, fragment }: Step): void {
  const uri = uris[file] as string;
  const text = state.texts.get(uri);
  const piece = fragments[fragment] as string;
  if (kind === 'today') {
    state.today = at % 2 ? '2027-06-01' : today;
    workspace.setToday(state.today);
  } else if (kind === 'config') {
    state.config = [
      '{ "asOf": "2026-11-01" }',
      '{ "rules": { "risk": "hint", "soa/checklist-control": "off" } }',
      undefined,
      '{ "asOf": 3 }',
    ][at % 4];
    if (state.config === undefined) workspace.removeFile(configUri);
    else workspace.setFiles([[configUri, state.config]]);
  } else if (kind === 'restore' || text === undefined) {
    state.texts.set(uri, files[uri] as string);
    workspace.setFiles([[uri, files[uri] as string]]);
  } else if (kind === 'remove') {
    state.texts.delete(uri);
    workspace.removeFile(uri);
  } else {
    const start = Math.min(text.length, Math.floor((at / 1000) * (text.length + 1)));
    const end = kind === 'insert' ? start : Math.min(text.length, start + length);
    const inserted =
      kind === 'delete' ? '' : kind === 'cut' ? text.slice(end, Math.min(text.length, end + length)) : piece;
    const whole = text.slice(0, start) + inserted + text.slice(end);
    const { positionAt } = plainText(text);
    const change: TextChange =
      kind === 'replaceAll'
        ? { text: whole }
        : { range: { start: positionAt(start), end: positionAt(end) }, text: inserted };
    // A range inside a line break is clamped as the protocol says; the plain text does the same.
    state.texts.set(uri, plainText(text).apply(change));
    workspace.editFile(uri, [change]);
  }
}

function expectEqual(workspace: Workspace, state: State): void {
  const expected = fresh(state);
  expect(workspace.files()).toEqual(expected.files());
  for (const uri of expected.files()) {
    expect(workspace.file(uri)?.text.getText()).toBe(expected.file(uri)?.text.getText());
    expect(workspace.diagnostics(uri), uri).toEqual(expected.diagnostics(uri));
  }
  expect(occurrencesOf(workspace)).toEqual(occurrencesOf(expected));
}

describe('a workspace after edits', () => {
  test('equals one that was read afresh', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
        const state: State = { texts: new Map(Object.entries(files)), today, config: undefined };
        const workspace = fresh(state);
        for (const one of steps) {
          apply(workspace, state, one);
          workspace.update();
        }
        expectEqual(workspace, state);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });

  test('tells of every file whose diagnostics differ', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), steps => {
        const state: State = { texts: new Map(Object.entries(files)), today, config: undefined };
        const workspace = fresh(state);
        const seen = new Map(workspace.files().map(uri => [uri, messages(workspace, uri)]));
        for (const one of steps) {
          apply(workspace, state, one);
          for (const uri of workspace.update()) seen.set(uri, messages(workspace, uri));
        }
        for (const uri of workspace.files()) expect(seen.get(uri), uri).toEqual(messages(workspace, uri));
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    );
  });
});

const messages = (workspace: Workspace, uri: string): unknown =>
  workspace.diagnostics(uri).map(({ range, code, message, severity }) => [range, code, message, severity]);
