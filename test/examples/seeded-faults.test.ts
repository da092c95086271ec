/** Faults, one at a time, in an ISMS that was written without a look at the rules: each is told by what is meant for it, and by nothing else. */
import { expect, test } from 'vitest';
import { exampleFiles } from './files.ts';
import { workspaceOf } from './order.ts';

type Fault = readonly [what: string, file: string, from: RegExp, to: string, codes: readonly string[]];
type NearMiss = readonly [what: string, file: string, from: RegExp, to: string];

const faults: readonly Fault[] = [
  [
    'risk without owner',
    '06-planning/risks-attacks.isms',
    /(risk H-01[\s\S]*?)\n {2}owner: \w+/,
    '$1',
    ['risk/no-owner'],
  ],
  [
    'treating control excluded',
    'annex-a/8-technological.isms',
    /(control A\.8\.7 [^{]*\{\n {2}applicable: )yes/,
    '$1no',
    ['soa/excluded-but-used', 'soa/exclusion-without-ground'],
  ],
  [
    'acceptance removed',
    '06-planning/risks-premises.isms',
    /(risk H-31[\s\S]*?)\n {2}accepted: [^\n]*/,
    '$1',
    ['risk/retain-without-acceptance'],
  ],
  [
    'accepted by IT rather than owner',
    '06-planning/risks-premises.isms',
    /(risk H-31[\s\S]*?accepted: \S+ by )\w+/,
    '$1HeadOfIT',
    ['risk/accepted-by-non-owner'],
  ],
  [
    'auditor owns work',
    '09-evaluation/audits.isms',
    /(IA-2026-3[\s\S]*?auditors: )\w+/,
    '$1UweClaasen',
    ['audit/auditor-not-impartial'],
  ],
  ['role gone', '05-leadership.isms', /role HeadOfRadiology[^\n]*\n/, '', ['name/unresolved']],
  ['nobody in a role', '05-leadership.isms', /person UweClaasen[^\n]*\n/, '', ['name/unresolved', 'role/unassigned']],
  [
    '2013 control id',
    'annex-a/8-technological.isms',
    /control A\.8\.7 /,
    'control A.12.2.1 ',
    ['control/superseded-id'],
  ],
  [
    'evidence file missing',
    'annex-a/evidence.isms',
    /evidence\/patches-2026-08.csv/,
    'evidence/patches-2026-09.csv',
    ['evidence/missing-file'],
  ],
  [
    'evidence undated',
    'annex-a/evidence.isms',
    /(PatchReport[\s\S]*?)\n {2}collected: [^\n]*/,
    '$1',
    ['evidence/no-date'],
  ],
  [
    'no top management at review',
    '09-evaluation/reviews.isms',
    /(MR-2026[\s\S]*?attendees: )HospitalDirector, MedicalDirector, /,
    '$1',
    ['review/no-top-management'],
  ],
  [
    'review inputs shortened',
    '09-evaluation/reviews.isms',
    /(MR-2026[\s\S]*?)interested-parties, /,
    '$1',
    ['review/missing-inputs'],
  ],
  ['SoA approved by IT', 'isms.isms', /by HospitalDirector/, 'by HeadOfIT', ['soa/approver-not-top-management']],
  [
    'implemented without evidence',
    'annex-a/8-technological.isms',
    /(control A\.8\.8 [\s\S]*?)\n {2}evidence: [^\n]*/,
    '$1',
    ['evidence/unused', 'soa/no-evidence'],
  ],
  ['off-scale word', '06-planning/risks-people.isms', /impact: noticeable/, 'impact: medium', ['risk/off-scale']],
  [
    'exclusion unexplained',
    'annex-a/8-technological.isms',
    /(applicable: no\n {2}because: [^\n]*)\n {2}justification: [^\n]*/,
    '$1',
    ['soa/missing-justification'],
  ],
  [
    'control entry missing',
    'annex-a/8-technological.isms',
    /control A\.8\.34 [\s\S]*?\n\}\n/,
    '',
    ['soa/undecided-control'],
  ],
  ['no climate', '04-context.isms', /\n {2}climate: yes/, '', ['issue/climate-not-considered']],
  [
    'policy not approved',
    '07-support/documents.isms',
    /(SecurityPolicy[\s\S]*?)\n {2}approved: [^\n]*/,
    '$1',
    ['policy/not-approved-by-top-management'],
  ],
  [
    'audit misses controls',
    '09-evaluation/audits.isms',
    /A\.7\.11, A\.7\.12, A\.7\.13, A\.7\.14/,
    'A.7.11',
    ['audit/not-covered'],
  ],
  [
    'audit not performed',
    '09-evaluation/audits.isms',
    /(IA-2026-2[\s\S]*?)\n {2}performed: [^\n]*/,
    '$1',
    ['audit/overdue'],
  ],
  [
    'closed before action done',
    '10-improvement/findings.isms',
    /completed: 2026-07-03/,
    'completed: 2026-09-28',
    ['finding/closed-too-early'],
  ],
  [
    'major reopened',
    '10-improvement/findings.isms',
    /(F-2025-01[\s\S]*?)\n {2}closed: [^\n]*\n {2}effective: yes/,
    '$1',
    ['finding/overdue'],
  ],
  [
    'major without root cause',
    '10-improvement/findings.isms',
    /(F-2025-01[\s\S]*?)\n {2}root-cause: [^\n]*/,
    '$1',
    ['finding/no-root-cause'],
  ],
  ['method gone', '06-planning/method.isms', /[\s\S]*/, '', ['method/missing']],
  ['appetite gone', '06-planning/method.isms', /\n {2}appetite: [^\n]*/, '', ['method/no-appetite']],
  ['leaver', '05-leadership.isms', /(person UweClaasen[^\n]*?) \}/, '$1  left: 2026-08-31 }', ['role/unassigned']],
  [
    'provider without review or evidence',
    '08-operation/suppliers.isms',
    /(KuestenRZ[\s\S]*?)\n {2}reviewed: [^\n]*\n {2}evidence: [^\n]*/,
    '$1',
    ['supplier/review-overdue'],
  ],
  [
    'risk relies on control not there yet',
    'annex-a/7-physical.isms',
    /(control A\.7\.11 [\s\S]*?status: )implemented/,
    '$1planned',
    ['risk/credits-unimplemented-control'],
  ],
  [
    'accreditation unknown',
    '09-evaluation/certification.isms',
    /DAkkS/,
    'TUEV',
    ['certification/unknown-accreditation'],
  ],
  ['asset without owner', '08-operation/assets-systems.isms', /\n {2}owner: [^\n]*/, '', ['asset/no-owner']],
  [
    'reason removed from control',
    'annex-a/5-organizational.isms',
    /(control A\.5\.6 [\s\S]*?)\n {2}because: [^\n]*/,
    '$1',
    ['soa/checklist-control'],
  ],
  [
    'impossible date',
    '06-planning/risks-care.isms',
    /assessed: 2026-05-21/,
    'assessed: 2026-05-32',
    ['syntax/invalid-date'],
  ],
  [
    'inherited from nobody',
    'annex-a/8-technological.isms',
    /inherited from \w+/,
    'inherited',
    ['soa/inherited-without-provider'],
  ],
  [
    'evidence from the future',
    'annex-a/evidence.isms',
    /collected: 2026-08-31/,
    'collected: 2026-10-31',
    ['date/in-future'],
  ],
  ['exception without end', '08-operation/incidents-and-changes.isms', / until 2026-12-31/, '', ['exception/no-end']],
  [
    'exception approved by nobody',
    '08-operation/incidents-and-changes.isms',
    /\n {2}approved: 2026-07-01[^\n]*/,
    '',
    ['exception/unapproved'],
  ],
  [
    'decision without owner',
    '09-evaluation/reviews.isms',
    /owner: HospitalDirector\s+due: 2027-01-31/,
    'due: 2027-01-31',
    ['review/decision-unassigned'],
  ],
  [
    'competence of the security officer gone',
    '07-support/competence.isms',
    /competence LeadImplementer [\s\S]*?\n\}\n/,
    '',
    ['competence/missing'],
  ],
  [
    'same name twice',
    '06-planning/threats.isms',
    /threat StormSurge/,
    'threat RemoteMaintenanceAbuse',
    ['name/duplicate', 'name/unresolved'],
  ],
  [
    'action without date',
    '06-planning/risks-attacks.isms',
    /(action H-01-2[\s\S]*?)\n {4}due: [^\n]*/,
    '$1',
    ['risk/action-without-due'],
  ],
  [
    'action without owner',
    '06-planning/risks-attacks.isms',
    /(action H-01-2[\s\S]*?)\n {4}owner: [^\n]*/,
    '$1',
    ['risk/action-without-owner'],
  ],
  ['scope without statement', '04-context.isms', /statement: "{3}[\s\S]*?"{3}/, '', ['scope/no-statement']],
  [
    'document file missing',
    '07-support/documents.isms',
    /documents\/scope.md/,
    'documents/scope-2.md',
    ['document/missing-file'],
  ],
  [
    'number with a zero',
    'annex-a/5-organizational.isms',
    /control A\.5\.1 /,
    'control A.5.01 ',
    ['control/misspelt-id'],
  ],
  [
    'accepted risk as exclusion ground',
    'annex-a/8-technological.isms',
    /because: no-such-asset/,
    'because: H-01',
    ['soa/exclusion-without-ground'],
  ],
  [
    'risk without treatment',
    '06-planning/risks-premises.isms',
    /(risk H-13[\s\S]*?)\n {2}treatment: [^\n]*/,
    '$1',
    ['risk/untreated'],
  ],
  [
    'risk without impact',
    '06-planning/risks-premises.isms',
    /(risk H-13[\s\S]*?)\n {2}impact: [^\n]*/,
    '$1',
    ['risk/not-analysed'],
  ],
  [
    'risk without residual',
    '06-planning/risks-premises.isms',
    /(risk H-13[\s\S]*?)\n {2}residual \{[\s\S]*?\n {2}\}/,
    '$1',
    ['risk/residual-missing'],
  ],
  [
    'assessed before the method',
    '06-planning/risks-premises.isms',
    /assessed: 2026-05-28/,
    'assessed: 2026-01-28',
    ['method/assessed-before-approval'],
  ],
  [
    'accepted before assessed',
    '06-planning/risks-premises.isms',
    /accepted: 2026-06-18/,
    'accepted: 2026-04-18',
    ['risk/acceptance-stale'],
  ],
  [
    'treatment from outside',
    '06-planning/risks-attacks.isms',
    /\n {2}counterparty: CyberInsurer/,
    '',
    ['risk/share-without-counterparty'],
  ],
  [
    'misspelt threat',
    '06-planning/risks-attacks.isms',
    /threat: Ransomware\b/,
    'threat: Ransomeware',
    ['name/unresolved'],
  ],
  ['unknown built-in', '06-planning/risks-attacks.isms', /UnsegmentedNetwork/, 'FlatNetworks', ['name/unresolved']],
  [
    'implementation text gone',
    'annex-a/7-physical.isms',
    /\n {2}implementation: [^\n]*/,
    '',
    ['soa/missing-implementation'],
  ],
  [
    'title of another',
    'annex-a/7-physical.isms',
    /"Physical entry"/,
    '"Physical security monitoring"',
    ['control/title-mismatch'],
  ],
  [
    'stage order',
    '09-evaluation/certification.isms',
    /stage1: 2026-11-10/,
    'stage1: 2027-02-10',
    ['certification/stage-order'],
  ],
  ['reviews gone', '09-evaluation/reviews.isms', /review MR-[\s\S]*?\n\}\n/g, '', ['evidence/unused', 'review/none']],
  [
    'metric without target',
    '09-evaluation/metrics.isms',
    /(metric RedAlarms[\s\S]*?)\n {2}target: [^\n]*/,
    '$1',
    ['metric/no-target'],
  ],
  [
    'matrix falling',
    '06-planning/method.isms',
    /expected: moderate, high, extreme, extreme/,
    'expected: moderate, high, extreme, low',
    ['method/matrix-descending'],
  ],
  [
    'incident after assessment',
    '06-planning/risks-premises.isms',
    /(risk H-15[\s\S]*?assessed: )2026-05-28/,
    '$12026-05-20',
    ['risk/incident-since-assessment'],
  ],
];

/** What looks like a fault and is none, because something else in the text says it. */
const nearMisses: readonly NearMiss[] = [
  [
    'a process that the declared method describes',
    '07-support/documents.isms',
    /covers: 6\.1\.1, 6\.1\.2, 6\.1\.3/,
    'covers: 6.1.1',
  ],
  [
    'controls that the actions of the risk name',
    '06-planning/risks-premises.isms',
    /(risk H-12[\s\S]*?)\n {2}controls: [^\n]*/,
    '$1',
  ],
  [
    'a requirement that a control names as its reason',
    '04-context.isms',
    /(requirement FloodConditions[\s\S]*?)\n {4}addressed: yes/,
    '$1',
  ],
  ['an objective whose metric has the target', '06-planning/objectives.isms', /\n {2}target: [^\n]*/, ''],
  [
    'a minor incident without lessons',
    '08-operation/incidents-and-changes.isms',
    /(INC-2026-05[\s\S]*?)\n {2}lessons: [^\n]*/,
    '$1',
  ],
  [
    'a minor nonconformity that was corrected',
    '10-improvement/findings.isms',
    / {2}action CA-2026-02 [\s\S]*?\n {2}\}\n/,
    '',
  ],
  ['a change that is only planned', '08-operation/incidents-and-changes.isms', /\n {2}approved: 2026-09-08[^\n]*/, ''],
  ['a risk told by its scenario', '06-planning/risks-premises.isms', /(risk H-13[\s\S]*?)\n {2}threat: [^\n]*/, '$1'],
];

const files = exampleFiles('harbour-hospital');
const workspace = workspaceOf(files);

/** The codes that are told once a text is changed; the text is put back. */
function codesAfter(file: string, from: RegExp, to: string): string[] {
  const [uri, text] = files.find(([name]) => name.endsWith(`/harbour-hospital/${file}`)) as [string, string];
  const changed = text.replace(from, to);
  expect(changed, 'the text is no longer there').not.toBe(text);
  workspace.setFiles([[uri, changed]]);
  workspace.update();
  const codes = workspace.files().flatMap(name => workspace.diagnostics(name).map(({ code }) => code));
  workspace.setFiles([[uri, text]]);
  workspace.update();
  return [...new Set(codes)].sort();
}

test.each(faults)('%s', (_what, file, from, to, codes) => {
  expect(codesAfter(file, from, to)).toEqual(codes);
});

test.each(nearMisses)('nothing is told of %s', (_what, file, from, to) => {
  expect(codesAfter(file, from, to)).toEqual([]);
});
