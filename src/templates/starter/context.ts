/** The ISMS itself with its scope, and clause 4: who requires what of it, and what bears on it. */
import { usualFile } from '../../language/schema.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import type { Answers, Customers } from '../questions.ts';
import type { TemplateFile } from '../template.ts';
import { hasHost, hasOffice, worksRemotely } from './conclusions.ts';
import { type Demand, demand } from './demand.ts';
import { sectorOf } from './sectors.ts';

export function ismsFile(answers: Answers): TemplateFile {
  const organization = answers.organization ?? 'Our Company Ltd.';
  const headcount = answers.people === undefined ? '' : `  headcount: ${answers.people}\n`;
  return {
    path: usualFile('Isms'),
    text: `// Everything in this folder and below it is one ISMS. It is a draft: what stands in [brackets] is for you to write, what stands in
// comments is a suggestion, and nothing is decided yet. “isms next”, or “ISMS: Show Certification Readiness”, says what to do now.

isms OurIsms ${quote(answers.organization === undefined ? 'Our ISMS' : `ISMS of ${answers.organization}`)} {
  organization: ${quote(organization)}
  standard: ISO27001-2022
  version: "0.1"
  owner: SecurityLead
${headcount}  review: every 12 months
}

scope "Our scope" {
  // The certificate will say this sentence: activities, products, places.
  statement: ${quote(sentence(`[Insert what you make or do] by ${organization}${circumstances(answers)}`))}
${scopeLines(answers)}}
`,
  };
}

/** With a full stop, unless a name such as “Acme Ltd.” has brought one. */
const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** Where it is done and on what, as far as that was answered. */
function circumstances({ work, hosting }: Answers): string {
  const where = {
    office: ', in its office',
    remote: ', with people who work remotely',
    both: ', in its office and with people who work remotely',
  };
  const on = {
    cloud: ', on services of cloud providers',
    provider: ', on systems in the data centre of a provider',
    own: ', on systems on its own premises',
  };
  return `${work ? where[work] : ''}${hosting ? on[hosting] : ''}`;
}

function scopeLines(answers: Answers): string {
  const office = hasOffice(answers) ? '  locations: Office\n' : '';
  const host = hasHost(answers) ? '  dependencies: "The provider that our systems run at."\n' : '';
  return `${office}  // interfaces: "Where others work with what is in scope"\n${host}`;
}

const demands: Readonly<Record<Customers, Demand>> = {
  businesses: demand(
    'BusinessCustomers',
    'Business customers',
    'CustomerContracts',
    'Security clauses of our contracts',
  ),
  consumers: demand('Consumers', 'Private customers', 'ConsumerTrust', 'Their data is kept safe', 'business'),
  public: demand('PublicBodies', 'Public bodies', 'TenderConditions', 'Security conditions of tenders'),
  finance: demand('FinancialCustomers', 'Banks and insurers', 'IctRiskClauses', 'Clauses on ICT risk of suppliers'),
  health: demand('HealthCustomers', 'Hospitals and practices', 'PatientData', 'Clauses on the secrecy of patient data'),
};

export function contextFile(answers: Answers): TemplateFile {
  const all = (answers.customers ?? []).map(customers => demands[customers]);
  const sector = sectorOf(answers);
  const bySector = sector?.demands ?? [];
  const customers =
    all.length || bySector.length
      ? [...all, ...bySector]
      : [demand('Customers', 'Customers', 'CustomerContracts', 'Security clauses of our contracts')];
  const issues = [
    'issue Regulation "Regulation that applies to us" { kind: external }',
    '// Amendment 1:2024 asks for a decision: is climate change relevant to your ISMS? Add `climate: yes` or `climate: no`, and say why.\nissue ClimateChange "Whether climate change matters to information security here" { kind: external }',
    ...(sector?.issues ?? []).map(({ name, title, kind }) => `issue ${name} ${quote(title)} { kind: ${kind} }`),
    ...(hasHost(answers)
      ? ['issue Dependence "We depend on the provider that our systems run at" { kind: external }']
      : []),
    ...(worksRemotely(answers) ? ['issue RemoteWork "People work at home or on the move" { kind: internal }'] : []),
    ...(answers.people !== undefined && answers.people <= 50
      ? ['issue FewPeople "Few people hold many roles" { kind: internal }']
      : []),
  ];
  const parties = [
    ...customers.map(({ name, title, requirement, says, kind }) => partyOf(name, title, requirement, says, kind)),
    ...(answers.personalData === 'no'
      ? []
      : [partyOf('PrivacyAuthority', 'Data protection authority', 'PrivacyLaw', 'Data protection law', 'legal')]),
  ];
  return {
    path: usualFile('Party'),
    text: `// Clause 4: issues that bear on the ISMS, and who requires what of it. Add what is missing, delete what does not apply, and say for each
// requirement where it is written (\`source:\`) and which controls it calls for (\`controls:\`).

${[...issues, ...parties].join('\n\n')}
`,
  };
}

const partyOf = (name: string, title: string, requirement: string, says: string, kind: string): string =>
  `party ${name} ${quote(title)} {\n  requirement ${requirement} ${quote(says)} { kind: ${kind} }\n}`;
