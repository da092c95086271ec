/** One cause, one diagnostic: each change of a sound ISMS shows what it is about, and nothing that only follows from it. */
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/rules/generated/registry.ts';
import { open, parseFixture } from '../fixture.ts';

const sound = `isms Acme "Acme ISMS" { owner: Ceo }
role Ceo "Chief executive officer" { top-management }
role Cto "Chief technology officer"
method "Ours" {
  likelihood { 1: rare 2: possible 3: likely }
  impact { 1: minor 2: serious 3: severe }
  levels { low: 1..2 medium: 3..4 high: 5..9 }
  appetite: medium
  review: every 12 months
  approved: 2026-01-10 by Ceo
}
asset CustomerDb "Customer database" { owner: Cto }
supplier Insurer "Cyber insurer" {}
control A.8.13 "Information backup" { applicable: yes  status: implemented }
risk R-1 "Ransomware encrypts the customer database" {
  assets: CustomerDb
  threat: Ransomware
  affects: availability
  owner: Cto
  likelihood: likely
  impact: severe
  assessed: 2026-02-01
  treatment: modify, share
  controls: A.8.13
  counterparty: Insurer
  action "Second copy" { owner: Cto  due: 2026-09-30  controls: A.8.13 }
  current { likelihood: possible }
  residual { likelihood: rare }
  accepted: 2026-02-10 by Cto until 2027-02-10
}
`;

const codes = (text: string): string[] => {
  const workspace = open(parseFixture(`// as-of: 2026-06-01\n${text}`), rules);
  const found = workspace.files().flatMap(uri => workspace.diagnostics(uri).map(({ code }) => code));
  return found.filter(code => /^(?:date|risk|method|name|syntax)\//.test(code)).sort();
};

const without = (key: string) => new RegExp(`^  ${key}.*\\n`, 'm');

describe('a sound ISMS', () => {
  test('has no finding about its risks or method', () => {
    expect(codes(sound)).toEqual([]);
  });

  test.each<[string, string | RegExp, string, string[]]>([
    ['no method', /^method [\s\S]*?^}\n/m, '', ['method/missing']],
    ['no likelihood scale', without('likelihood \\{'), '', ['method/incomplete']],
    ['no impact scale', without('impact \\{'), '', ['method/incomplete']],
    ['no levels', without('levels'), '', ['method/incomplete']],
    ['no appetite', without('appetite'), '', ['method/no-appetite']],
    ['an appetite that is no level', 'appetite: medium', 'appetite: middle', ['method/no-appetite']],
    ['no interval', without('review'), '', ['method/no-review']],
    ['no approval of the method', without('approved'), '', ['method/not-approved']],
    ['a gap', 'high: 5..9', 'high: 7..9', ['method/levels-gap-or-overlap']],
    ['an overlap', 'high: 5..9', 'high: 4..9', ['method/levels-gap-or-overlap']],
    ['a level too many', 'high: 5..9', 'high: 5..9 critical: 10..12', ['method/unreachable-level']],
    ['a level that is written twice', 'levels { low: 1..2', 'levels { medium: 1..2', ['method/duplicate-word']],
    ['steps in disorder', '1: rare 2: possible', '2: rare 1: possible', ['method/scale-not-ascending']],
    [
      'levels in disorder',
      'low: 1..2 medium: 3..4 high: 5..9',
      'high: 5..9 medium: 3..4 low: 1..2',
      ['method/levels-gap-or-overlap'],
    ],
    ['no owner', without('owner'), '', ['risk/no-owner']],
    ['an owner that is nobody', /owner: Cto\n/, 'owner: Nobody\n', ['name/unresolved']],
    ['another owner', /owner: Cto\n/, 'owner: Ceo\n', ['risk/accepted-by-non-owner']],
    ['no assets, threat or scenario', /^ {2}assets.*\n {2}threat.*\n/m, '', ['risk/not-identified']],
    ['no property', without('affects'), '', ['risk/no-affected-property']],
    ['no likelihood', without('likelihood:'), '', ['risk/not-analysed']],
    ['no impact', without('impact:'), '', ['risk/not-analysed']],
    ['a likelihood off the scale', 'likelihood: likely', 'likelihood: often', ['risk/off-scale']],
    ['an impact off the scale', 'impact: severe', 'impact: dire', ['risk/off-scale']],
    [
      'a residual word off the scale',
      'residual { likelihood: rare',
      'residual { likelihood: seldom',
      ['risk/off-scale'],
    ],
    ['no date of assessment', without('assessed'), '', ['risk/no-assessment-date']],
    [
      'an assessment long ago',
      'assessed: 2026-02-01',
      'assessed: 2025-02-01',
      ['method/assessed-before-approval', 'risk/review-overdue'],
    ],
    ['a new assessment', 'assessed: 2026-02-01', 'assessed: 2026-05-01', ['risk/acceptance-stale']],
    ['an assessment to come', 'assessed: 2026-02-01', 'assessed: 2026-12-01', ['date/in-future']],
    ['no treatment', without('treatment'), '', ['risk/untreated']],
    [
      'an unknown treatment',
      'treatment: modify, share',
      'treatment: modify, shair',
      ['risk/option-not-stated', 'syntax/unknown-value'],
    ],
    ['no sharing', 'treatment: modify, share', 'treatment: modify', ['risk/option-not-stated']],
    ['no controls', /^ {2}controls.*\n|(?<=30) {2}controls: A.8.13/gm, '', ['risk/modify-without-controls']],
    ['no counterparty', without('counterparty'), '', ['risk/share-without-counterparty']],
    ['no residual risk', without('residual'), '', ['risk/residual-missing']],
    ['an empty residual risk', 'residual { likelihood: rare }', 'residual { }', ['risk/residual-missing']],
    [
      'a residual risk above today’s',
      'residual { likelihood: rare }',
      'residual { likelihood: likely }',
      ['risk/residual-exceeds-inherent'],
    ],
    ['no acceptance', without('accepted'), '', ['risk/not-accepted']],
    [
      'no acceptance of a risk that stays high',
      /residual.*\n.*\n/,
      'residual { likelihood: possible }\n',
      ['risk/residual-above-appetite'],
    ],
    [
      'an acceptance of a risk that stays high',
      'residual { likelihood: rare }',
      'residual { likelihood: possible }',
      ['risk/accepted-above-appetite'],
    ],
    [
      'no acceptance of a retained risk',
      /treatment: modify, share([\s\S]*) {2}accepted.*\n/,
      'treatment: modify, share, retain$1',
      ['risk/not-accepted'],
    ],
    [
      'an acceptance that has ended',
      'accepted: 2026-02-10 by Cto until 2027-02-10',
      'accepted: 2025-02-10 by Cto until 2026-02-10',
      ['risk/acceptance-expired'],
    ],
    ['an acceptance by nobody', ' by Cto until', ' until', ['risk/not-accepted']],
    ['an acceptance by another', 'by Cto until', 'by Ceo until', ['risk/accepted-by-non-owner']],
    ['an acceptance to come', 'accepted: 2026-02-10', 'accepted: 2026-12-10', ['date/in-future']],
    ['a late action', 'due: 2026-09-30', 'due: 2026-05-30', ['risk/overdue-action']],
    ['an action without owner', '{ owner: Cto  due', '{ due', ['risk/action-without-owner']],
    ['an action without date', '  due: 2026-09-30', '', ['risk/action-without-due']],
    ['a control that is only planned', 'status: implemented', 'status: planned', []],
    [
      'a planned control without an action',
      /status: implemented([\s\S]*) {2}action.*\n/,
      'status: planned$1',
      ['risk/credits-unimplemented-control'],
    ],
  ])('with %s', (_, what, by, expected) => {
    const changed = sound.replace(what, by);
    expect(changed).not.toBe(sound);
    expect(codes(changed)).toEqual(expected);
  });
});
