import { annexA, type Theme, themes } from '../catalogues/annex-a.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { draftConfig } from './config.ts';
import type { Template, TemplateFile } from './template.ts';

/** A skeleton for a real ISMS: a file for each subject and an entry for each of the 93 controls, all undecided. */
export const starter: Template = {
  id: 'starter',
  label: 'Starter',
  description:
    'A skeleton for your own ISMS: a file for each subject and an entry for each of the 93 controls, to be decided.',
  files: () => [
    ...subjects.map(({ path, lines }) => ({ path, text: `${lines.join('\n')}\n` })),
    ...themes.map(controlFile),
    draftConfig,
  ],
};

/** Stubs of the controls of a theme. Beyond the draft each of them is a finding until it is decided: the list of what is left to do. */
function controlFile(theme: Theme): TemplateFile {
  const head = [
    `// ${theme.title}. Decide each: applicable: yes, no, or inherited from a supplier; and say why.`,
    '// Begin with your risks: a control that treats one has its reason already.',
  ];
  const stubs = annexA
    .filter(control => control.theme === theme.id)
    .map(({ id, title }) => `control ${id} ${quote(title)} {\n}`);
  return { path: `soa/${theme.id}.isms`, text: `${head.join('\n')}\n\n${stubs.join('\n\n')}\n` };
}

const subjects: readonly { readonly path: string; readonly lines: readonly string[] }[] = [
  {
    path: 'isms.isms',
    lines: [
      '// Everything in this folder and below it is one ISMS. The preset in isms.config.json says how much of what is missing',
      '// is reported while you write; the command “ISMS: Show Certification Readiness” lists all of it.',
      '',
      'isms OurIsms "Our ISMS" {',
      '  organization: "Our Company Ltd."',
      '  standard: ISO27001-2022',
      '  version: "0.1"',
      '  owner: SecurityLead',
      '  review: every 12 months',
      '}',
      '',
      'scope "Our scope" {',
      '  statement: ""',
      '}',
    ],
  },
  {
    path: 'context.isms',
    lines: [
      '// Clause 4: issues that bear on the ISMS, and who requires what of it.',
      '',
      'issue Regulation "Regulation that applies to us" {',
      '  kind: external',
      '}',
      '',
      'issue ClimateChange "Whether climate change matters to information security here" {',
      '  kind: external',
      '}',
      '',
      'party Customers "Customers" {',
      '  requirement CustomerContracts "Security clauses of our contracts" { kind: contractual }',
      '}',
      '',
      'party Regulators "Regulators" {',
      '  requirement PrivacyLaw "Data protection law" { kind: legal }',
      '}',
    ],
  },
  {
    path: 'people.isms',
    lines: [
      '// Clause 5.3: roles, and who holds them.',
      '',
      'role TopManagement "Managing director" { top-management }',
      'role SecurityLead "Security lead"',
      'role Auditor "Internal auditor" { external }',
    ],
  },
  {
    path: 'method.isms',
    lines: [
      '// Clause 6.1.2: how risks are assessed. Add `appetite:`, the level that is accepted without treatment.',
      '',
      'method "5×5, after ISO/IEC 27005" {',
      '  likelihood { 1: rare  2: unlikely  3: possible  4: likely  5: certain }',
      '  impact { 1: minor  2: moderate  3: serious  4: major  5: severe }',
      '  levels { low: 1..4  medium: 5..9  high: 10..16  critical: 20..25 }',
      '  review: every 12 months',
      '}',
    ],
  },
  {
    path: 'assets.isms',
    lines: [
      '// Annex A.5.9: what is to be protected, and who is accountable for it.',
      '',
      'asset CustomerData "Customer data" {',
      '  type: information',
      '  owner: TopManagement',
      '}',
    ],
  },
  {
    path: 'risks.isms',
    lines: [
      '// Clauses 6.1.2 and 6.1.3: what may happen, how bad that is (`likelihood:`, `impact:`), and what is done about it (`treatment:`).',
      '',
      'risk R-001 "Ransomware encrypts customer data" {',
      '  assets: CustomerData',
      '  threat: Ransomware',
      '  affects: integrity, availability',
      '  owner: TopManagement',
      '}',
    ],
  },
];
