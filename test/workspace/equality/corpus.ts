/**
 * The files that random work is done on: two ISMSs in folders, of which the second uses the first and the first may have a third inside, and files that belong to none.
 * Small, but with something of all that one declaration may read of another. The names are those of the rules' examples, so that an
 * example that is put in has something to do with what is there.
 */
import { rules } from '../../../src/rules/generated/registry.ts';

/** What a file holds at first and when it is put back; the folders of some are the roots of ISMSs. */
export const files: Readonly<Record<string, string>> = {
  'file:///w/a/isms.isms': `isms Acme "Acme" {
  organization: "Acme B.V."
  version: "1.0"
  owner: Ciso
  approved: 2026-03-01 by Ceo
}
method "Ours" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
  review: every 12 months
  approved: 2026-01-22 by Ceo
}
scope "Platform" { statement: "The platform" excludes: OfficeServer because "old" }
`,
  'file:///w/a/people.isms': `// who is who
role Ceo "Chief executive" { top-management }
role Ciso "Security officer"
role Cto "Technology officer" { reports-to: Ceo }
person JaneDoe "Jane" { roles: Ciso, Cto left: 2026-04-30 }
person Ben "Ben" { roles: Ceo }
person Ann "Ann" { roles: Auditor }
role Auditor "Auditor"
competence LeadAuditor "Lead auditor" { person: Ben acquired: 2025-03-01 valid: 3 years }
audit IA-1 "Internal audit" { planned: 2026-09-10 auditors: Ben, Auditor covers: 9.2, A.8.13 }
programme Audits "Audits" { cycle: 3 years start: 2025-01-01 }
`,
  'file:///w/a/risks.isms': `asset CustomerDb "Customer database" { owner: Ciso depends-on: OfficeServer }
asset OfficeServer "Server" {}
risk R-1 "Loss" {
  assets: CustomerDb
  owner: Ceo
  likelihood: likely
  impact: severe
  treatment: modify
  controls: A.8.13, A.8.7
  assessed: 2025-11-03
  residual { likelihood: rare impact: minor }
  action "Back up" { owner: Cto due: 2026-03-31 controls: A.8.13 }
  accepted: 2026-02-01 by Ciso until 2026-12-01
}

// isms-ignore risk/no-owner: known
risk R-2 "Theft" { assets: CustomerDb likelihood: rare impact: minor treatment: retain }
incident INC-1 "Encrypted" { occurred: 2026-01-14 risks: R-1 }
`,
  'file:///w/a/soa.isms': `control A.8.13 "Information backup" {
  applicable: yes
  because: R-1, Gdpr
  justification: "Needed"
  status: implemented
  owner: Ciso
  evidence: RestoreTest
}
control A.8.7 { applicable: no because: covered-by A.8.13 justification: "None" }
/* two at once */
control A.7.1, A.7.2 { applicable: inherited from HostingProvider }
supplier HostingProvider "Host" { owner: Ciso reviewed: 2025-03-01 review: every 12 months }
party Law "Law" { requirement Gdpr "GDPR" { kind: legal } }
evidence RestoreTest "Report" { file: "restore.pdf" collected: 2026-01-01 valid: 6 months }
evidence Spare "Of nothing" { collected: 2026-01-01 }
document AccessPolicy "Policy" { kind: policy file: "docs/policy.md" owner: Ciso approved: 2025-01-10 by Ceo }
`,
  'file:///w/a/sub/unit.isms': `role Ciso "Of the unit"
risk R-1 "Of the unit" { owner: Ciso likelihood: likely }
risk R-3 "Own" { owner: Ceo controls: A.8.13 }
`,
  'file:///w/b/isms.isms': `isms Other "Other" { uses: "../a" version: "1.0" approved: 2026-03-01 by JaneDoe }
risk R-1 "Elsewhere" { owner: Ceo likelihood: likely impact: severe accepted: 2026-03-01 by Ciso until 2026-12-01 }
control A.8.13 { applicable: yes evidence: RestoreTest because: Gdpr }
control A.7.1 { applicable: inherited from HostingProvider owner: Cto }
evidence RestoreTest "Report" { file: "restore.pdf" }
`,
  'file:///w/loose.isms': `role Ceo "Nowhere"
risk R-9 "Nowhere" { owner: Ceo }
`,
};

/** Where a file may be, or be moved to. */
export const places: readonly string[] = [
  ...Object.keys(files),
  'file:///w/a/aaa.isms',
  'file:///w/a/sub/deep/more.isms',
  'file:///w/b/zzz.isms',
  'file:///w/c/c.isms',
];

/** What a file holds that has no text of its own. */
export const otherText = 'role Cto "Technology officer"\nrisk R-2 "Moved in" { owner: Cto }\n';

/** Folders that may be the root of an ISMS, for the files beside an `isms` block. */
export const folders: readonly string[] = ['file:///w/a', 'file:///w/a', 'file:///w/b', 'file:///w/a/sub', 'file:///w'];

/** Files that are no part of an ISMS but are named in one, and come and go. */
export const attachments: readonly string[] = [
  'file:///w/a/restore.pdf',
  'file:///w/a/docs/policy.md',
  'file:///w/b/restore.pdf',
];

export const configs: readonly (string | undefined)[] = [
  undefined,
  undefined,
  '{ "asOf": "2026-11-01" }',
  '{ "rules": { "risk": "hint", "soa/checklist-control": "off" } }',
  '{ "preset": "draft", "rules": { "risk/no-owner": "error" } }',
  '{ "asOf": 3, "rules": { "risks": "off" } }',
  '{ "asOf": ',
];

export const locks: readonly (string | undefined)[] = [
  undefined,
  '{ "version": "1.0", "approved": "2026-03-01", "controls": { "A.8.13": "yes planned - d5501d12c0d53ad6", "A.8.7": "no - - -" } }',
  '{ "approved": "2025-01-01", "controls": {} }',
  '{',
];

export const days: readonly string[] = ['2026-06-01', '2027-06-01', '2025-12-31'];

export const settings = [
  {},
  { preset: 'draft' },
  { preset: 'strict', rules: { name: 'hint' } },
  { rules: { 'risk/no-owner': 'error', 'name/unresolved': 'off', soa: 'info' } },
  { asOf: '2026-12-31' },
] as const;

/** Names to put in the place of others. */
export const names: readonly string[] = [
  ...[
    'Ceo',
    'Ciso',
    'Cto',
    'Auditor',
    'Ben',
    'JaneDoe',
    'R-1',
    'R-2',
    'A.8.13',
    'A.8.7',
    'A.7.1',
    'Gdpr',
    'CustomerDb',
  ],
  ...['OfficeServer', 'RestoreTest', 'Spare', 'HostingProvider'],
];

/** Other words, that stand for something or are near to a name. */
export const words: readonly string[] = [
  ...['Audits', 'nobody', 'ceo', 'yes', 'no', 'likely', 'rare', 'medium', 'implemented', 'planned', 'done', 'owner'],
  ...['2026-01-01', '2026-12-31', '2025-02-30', 'role', 'person', 'risk', 'control', 'isms'],
];

/** Comments that silence rules, each on a line of its own. */
export const comments: readonly string[] = [
  '// isms-ignore name/unresolved: because\n',
  '// isms-ignore risk: because\n',
  '// isms-ignore soa: because\n',
];

/** Pieces of text to put anywhere: above all those that move the borders of declarations. */
export const fragments: readonly string[] = [
  ...['{', '}', '"', '"""', '/*', '*/', '//', '\n', '\r\n', '\r', ':', ',', ' ', 'x', '\\', '\uFEFF', '😀é'],
  ...[
    '\n/* open\n',
    '\n*/\n',
    '<<<<<<< ours\n',
    '\n=======\n',
    '\n>>>>>>> theirs\n',
    '\n// isms-ignore risk: because\n',
  ],
  '// isms-ignore name/unresolved: because\n',
  '  owner: Ciso\n',
  ' owner: Ceo ',
  ' evidence: RestoreTest ',
  ' controls: A.8.13 ',
  ' assets: OfficeServer ',
  ' uses: "../b" ',
  ' uses: "../a", ".." ',
  'supplier HostingProvider "Twice" {}\n',
  'isms Second "S" {}\n',
  'role Ceo\n',
  'role Ceo "x" role Ciso "y" {',
  'risk R-1 "Again" {\n  owner: Nobody\n}\n',
  'risk R-2, R-1 "Both" { owner: Ceo }\n',
  'control A.8.7 { applicable: yes }\n',
  'method "Another" { likelihood { 1: likely 2: rare } }\n',
  'party P "P" { requirement R-2 "x" }\n',
  'person Ann "Ann" { roles: Ciso }\n',
  'risk R-1 "x"\n',
  'scope "Second" {}\n',
];

/** What the rules' pages show, with line ends of their own for each; every rule has something to find in one of them. */
export const examples: readonly string[] = rules.flatMap(({ example }) =>
  [example.bad, example.good].flatMap(text => (text.startsWith('//-') ? [] : [`${text.split('\n//-')[0]}\n`])),
);
