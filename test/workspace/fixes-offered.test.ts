/** Which fixes a finding offers, where a choice is left to the author. */
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/generated/registry.ts';
import { applyFixes, fixesFor } from '../../src/workspace/fixes.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///acme/a.isms';

/** The fixes for the findings of a rule: title, and what the first line becomes. */
function offered(code: string, text: string): string[][] {
  const workspace = new Workspace({ rules, today: '2026-06-01' });
  workspace.setFiles([[uri, text]]);
  workspace.update();
  return fixesFor(workspace, uri)
    .filter(({ diagnostic }) => diagnostic.code === code)
    .map(fix => {
      const line = applyFixes(workspace, [fix]).get(uri)?.split('\n')[0] ?? '';
      return [`${fix.title}${fix.preferred ? ' (preferred)' : ''}${fix.safe ? ' (safe)' : ''}`, line];
    });
}

test('a 2013 id with one successor is replaced without asking', () => {
  expect(offered('control/superseded-id', 'risk R-1 { controls: A.9.4.2 }\n')).toEqual([
    ['Replace by A.8.5 Secure authentication (preferred) (safe)', 'risk R-1 { controls: A.8.5 }'],
  ]);
});

test('a 2013 id that was split offers both successors and each', () => {
  expect(offered('control/superseded-id', 'risk R-1 { controls: A.18.2.3 }\n')).toEqual([
    ['Replace by A.5.36 and A.8.8 (preferred)', 'risk R-1 { controls: A.5.36, A.8.8 }'],
    [
      'Replace by A.5.36 Compliance with policies, rules and standards for information security',
      'risk R-1 { controls: A.5.36 }',
    ],
    ['Replace by A.8.8 Management of technical vulnerabilities', 'risk R-1 { controls: A.8.8 }'],
  ]);
});

test('a 2013 domain offers its successors, but prefers none', () => {
  const fixes = offered('control/superseded-id', 'risk R-1 { controls: A.12 }\n').map(([title]) => title);
  expect(fixes).toHaveLength(7);
  expect(fixes[0]).toBe('Replace by its 11 successors');
  expect(fixes.join()).not.toMatch(/preferred|safe/);
});

test('an entry that would meet another one of the same control is not replaced without asking', () => {
  const text = 'control A.12.4.1 { applicable: yes }\ncontrol A.8.15 { applicable: yes }\n';
  expect(offered('control/superseded-id', text)).toEqual([
    ['Replace by A.8.15 Logging', 'control A.8.15 { applicable: yes }'],
  ]);
});

test('a title that speaks for another control leaves the choice', () => {
  const text = 'control A.9.2.5 "Secure log-on procedures" { applicable: yes }\n';
  expect(offered('control/superseded-id', text)).toEqual([
    ['Replace by A.5.18 Access rights', 'control A.5.18 "Secure log-on procedures" { applicable: yes }'],
  ]);
  expect(offered('control/title-mismatch', text)).toEqual([
    ['Make it A.8.5 Secure authentication', 'control A.8.5 "Secure authentication" { applicable: yes }'],
    ['Make it A.5.18 Access rights', 'control A.5.18 "Access rights" { applicable: yes }'],
  ]);
});

test('an unknown name offers the near names of the right kind, then the declaration', () => {
  const text = 'asset Crm { owner: Cisso }\nrole Ciso "CISO" {}\nrole Cisco {}\nsupplier Cissa {}\n';
  expect(offered('name/unresolved', text)).toEqual([
    ['Replace by Cisco (preferred)', 'asset Crm { owner: Cisco }'],
    ['Replace by Ciso', 'asset Crm { owner: Ciso }'],
    ['Declare the role Cisso', 'asset Crm { owner: Cisso }'],
    ['Declare the person Cisso', 'asset Crm { owner: Cisso }'],
  ]);
});

test('an exclusion offers each ground', () => {
  const text = 'control A.8.30 { applicable: no justification: "Nothing of the kind" }\n';
  expect(offered('soa/exclusion-without-ground', text).map(([, line]) => line)).toEqual([
    'control A.8.30 { applicable: no  because: not-necessary justification: "Nothing of the kind" }',
    'control A.8.30 { applicable: no  because: not-in-scope justification: "Nothing of the kind" }',
    'control A.8.30 { applicable: no  because: no-such-asset justification: "Nothing of the kind" }',
    'control A.8.30 { applicable: no  because: no-such-activity justification: "Nothing of the kind" }',
    'control A.8.30 { applicable: no  because: law-does-not-apply justification: "Nothing of the kind" }',
  ]);
});
