/** Whoever does only what `isms next` says gets from a new ISMS to stage 1. */
import { expect, test } from 'vitest';
import { type NextStep, nextSteps } from '../../src/readiness/next.ts';
import { readiness } from '../../src/readiness/readiness.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { Answers } from '../../src/templates/questions.ts';
import { starter } from '../../src/templates/starter/index.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const answers: Answers = {
  organization: 'Acme B.V.',
  people: 12,
  hosting: 'cloud',
  work: 'remote',
  development: 'own',
  personalData: 'yes',
  customers: ['businesses'],
};

class Folder {
  private readonly texts = new Map(starter.files(answers).map(({ path, text }) => [path, text]));

  replace(path: string, from: string | RegExp, to: string): void {
    const before = this.texts.get(path) ?? '';
    const after = before.replace(from, to);
    expect(after, `${path}: ${from}`).not.toBe(before);
    this.texts.set(path, after);
  }

  add(path: string, text: string): void {
    this.texts.set(path, `${this.texts.get(path) ?? ''}\n${text}\n`);
  }

  /** Adds properties to each declaration of a kind, at the end of its first line. */
  give(path: string, kind: string, properties: string): void {
    this.replace(path, new RegExp(`^(${kind} .*\\{)$`, 'gm'), `$1\n  ${properties}`);
  }

  next(): { stage1: number; steps: readonly NextStep[] } {
    const workspace = new Workspace({ rules, today: '2026-06-01' });
    workspace.setFiles([...this.texts].map(([path, text]) => [`file:///new/${path}`, text]));
    workspace.update();
    const [unit] = workspace.ismss();
    if (!unit) throw new Error('There is no ISMS.');
    const report = readiness(workspace, unit);
    const open = report.stages[0]?.lines.filter(({ state }) => state !== 'met' && state !== 'nothing') ?? [];
    return { stage1: open.length, steps: nextSteps(report).steps };
  }
}

/** What somebody does at each step; one step may need several visits. */
const deeds: Readonly<Record<string, readonly ((folder: Folder) => void)[]>> = {
  sources: [
    folder => {
      folder.replace('suppliers.isms', '[Name of your hosting provider]', 'Northcloud');
      folder.replace('isms.isms', '[Insert what you make or do]', 'Development and operation of the shift planner');
    },
  ],
  context: [
    folder => {
      folder.replace('context.isms', '{ kind: contractual }', '{ kind: contractual  controls: A.5.20, A.8.24 }');
      folder.replace('context.isms', '{ kind: legal }', '{ kind: legal  controls: A.5.34 }');
    },
    folder =>
      folder.replace(
        'context.isms',
        /(issue ClimateChange .*)\{ kind: external \}/,
        '$1{ kind: external  climate: no  description: "We have no premises and no plant." }',
      ),
  ],
  scope: [
    folder =>
      folder.replace(
        'isms.isms',
        '// interfaces: "Where others work with what is in scope"',
        'interfaces: "Customers use the service by web browser."',
      ),
  ],
  roles: [
    folder =>
      folder.add(
        'people.isms',
        'person Ada "Ada Berg" { roles: TopManagement }\n\nperson Max "Max Roth" { roles: SecurityLead }\n\nperson Ida "Ida Kern" { roles: Auditor }',
      ),
  ],
  policy: [
    folder =>
      folder.add(
        'documents.isms',
        'document Policy "Information security policy" {\n  kind: policy\n  covers: 5.2, A.5.1\n  link: "https://wiki.example/policy"\n  owner: SecurityLead\n  version: "1.0"\n  approved: 2026-05-04 by TopManagement\n  review: every 12 months\n}',
      ),
  ],
  opportunities: [
    folder =>
      folder.replace(
        'context.isms',
        /(issue RemoteWork .*)\{ kind: internal \}/,
        '$1{ kind: internal  risks: R-006, R-007 }',
      ),
  ],
  method: [
    folder => folder.give('method.isms', 'method', 'appetite: medium'),
    folder =>
      folder.add(
        'documents.isms',
        'document RiskProcess "Risk assessment and treatment" {\n  kind: process\n  covers: 6.1.2, 6.1.3\n  link: "https://wiki.example/risks"\n  owner: SecurityLead\n  version: "1.0"\n  approved: 2026-05-04 by TopManagement\n  review: every 12 months\n}',
      ),
    folder => folder.give('method.isms', 'method', 'approved: 2026-05-04 by TopManagement'),
  ],
  'risk-assessment': [
    folder => folder.give('risks.isms', 'risk', 'owner: TopManagement'),
    folder => {
      folder.give('risks.isms', 'risk', 'likelihood: possible\n  impact: minor');
      folder.replace('risks.isms', 'impact: minor', 'impact: severe');
    },
    folder => folder.give('assets.isms', 'asset', 'owner: SecurityLead'),
    folder => folder.give('risks.isms', 'risk', 'affects: confidentiality'),
    folder => folder.give('risks.isms', 'risk', 'assessed: 2026-05-05'),
  ],
  'risk-treatment': [
    folder =>
      folder.replace('risks.isms', 'impact: severe', 'impact: severe\n  treatment: modify\n  controls: A.8.7, A.8.13'),
    folder =>
      folder.replace(
        'risks.isms',
        'controls: A.8.7, A.8.13',
        'controls: A.8.7, A.8.13\n  residual { likelihood: rare  impact: severe }',
      ),
    folder => folder.give('risks.isms', 'risk R-001', 'accepted: 2026-05-05 by TopManagement'),
  ],
  soa: [
    folder => {
      for (const theme of ['organizational', 'people', 'physical', 'technological'])
        folder.give(`soa/${theme}.isms`, 'control', 'applicable: yes');
    },
    folder => {
      for (const theme of ['organizational', 'people', 'physical', 'technological'])
        folder.give(
          `soa/${theme}.isms`,
          'control',
          'justification: "Good practice in our trade"\n  status: planned\n  owner: SecurityLead',
        );
    },
    folder => {
      for (const theme of ['organizational', 'people', 'physical', 'technological'])
        folder.give(`soa/${theme}.isms`, 'control', 'because: CustomerContracts');
    },
    folder => folder.give('isms.isms', 'isms', 'approved: 2026-05-06 by TopManagement'),
  ],
  objectives: [
    folder =>
      folder.add(
        'objectives.isms',
        'objective Patches "Critical patches within a week" {\n  owner: SecurityLead\n  target: "95 % within 7 days"\n  due: 2026-12-31\n  evaluation: "Monthly report"\n  resources: "One day a month"\n}',
      ),
  ],
  'changes-planned': [folder => folder.add('documents.isms', documentOf('Changes', 'process', '6.3'))],
  resources: [folder => folder.give('isms.isms', 'isms', 'resources: "Half a position and 20000 EUR a year"')],
  competence: [folder => folder.add('documents.isms', documentOf('CompetenceRecords', 'record', '7.2'))],
  awareness: [folder => folder.add('documents.isms', documentOf('Awareness', 'plan', '7.3'))],
  communication: [
    folder =>
      folder.add(
        'people.isms',
        'communication News "Changes of the rules" {\n  audience: SecurityLead\n  when: "At each change"\n  channel: "Mail"\n  owner: SecurityLead\n}',
      ),
  ],
  documents: [folder => folder.add('documents.isms', documentOf('Operation', 'record', '8.1, 9.1'))],
  'audit-programme': [
    folder =>
      folder.add(
        'audits.isms',
        'audit Audit1 "First internal audit" {\n  planned: 2026-09-01\n  auditors: Auditor\n  covers: 4, 5, 6, 7, 8, 9, 10\n}',
      ),
    folder =>
      folder.add(
        'audits.isms',
        'programme Audits "Audit programme" {\n  cycle: 3 years\n  start: 2026-01-01\n  owner: TopManagement\n  approved: 2026-05-06 by TopManagement\n}',
      ),
    folder => folder.give('audits.isms', 'audit', 'programme: Audits'),
  ],
  'review-planned': [
    folder =>
      folder.add(
        'audits.isms',
        'review Review1 "First management review" {\n  planned: 2026-10-01\n  attendees: TopManagement\n}',
      ),
  ],
  'certification-body': [
    folder => folder.add('audits.isms', 'certification {\n  body: "Pennine Cert"\n  accredited-by: UKAS\n}'),
  ],
};

/** A document under control that covers a clause. */
function documentOf(name: string, kind: string, covers: string): string {
  return `document ${name} "${name}" {\n  kind: ${kind}\n  covers: ${covers}\n  link: "https://wiki.example/${name}"\n  owner: SecurityLead\n  version: "1.0"\n  approved: 2026-05-06 by TopManagement\n  review: every 12 months\n}`;
}

test('doing what is next leads to stage 1', () => {
  const folder = new Folder();
  const visits = new Map<string, number>();
  const told: string[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const { stage1, steps } = folder.next();
    const [step] = steps;
    if (!stage1 || !step) break;
    told.push(`${step.id}: ${inEnglish(step.message)}${step.open > 1 ? ` (+${step.open - 1})` : ''}`);
    const visit = visits.get(step.id) ?? 0;
    visits.set(step.id, visit + 1);
    const deed = deeds[step.id]?.[visit];
    if (!deed)
      throw new Error(`Stuck:\n${told.join('\n')}\n${steps.map(({ message }) => inEnglish(message)).join('\n')}`);
    deed(folder);
  }
  expect(folder.next().stage1).toBe(0);
  expect(told).toMatchInlineSnapshot(`
    [
      "sources: “Our scope” still has a placeholder ([Insert what you make or do]); write what is meant. (+1)",
      "context: Nothing shows how CustomerContracts is met; name the controls that meet it in its \`controls:\`, or decide with \`addressed:\` and a description. (+2)",
      "context: No issue says whether climate change is relevant (Amendment 1:2024); declare one with \`climate: yes\` or \`no\`.",
      "roles: Nobody holds any of the 3 roles of OurIsms; declare each \`person\` with the \`roles:\` he or she holds.",
      "policy: OurIsms has no information security policy; declare a document with \`kind: policy\` and \`covers: 5.2\`.",
      "opportunities: Say in \`risks:\` of the issues through which risks they are addressed, and declare what could improve as an \`opportunity\`.",
      "method: “5×5, after ISO/IEC 27005” does not say what is acceptable; add \`appetite:\` with the highest level accepted without treatment. (+2)",
      "method: OurIsms shows no risk treatment process; declare a \`document\` that \`covers: 6.1.3\`. (+1)",
      "method: “5×5, after ISO/IEC 27005” is not approved; add \`approved:\` with date and approver once it is given.",
      "risk-assessment: R-001 has no owner; add \`owner:\` with the role that is accountable for it. (+39)",
      "risk-assessment: R-001 is not analysed; add \`likelihood:\` and \`impact:\` with a word of the method's scales. (+22)",
      "risk-assessment: CustomerData has no owner; add \`owner:\` with the role that is accountable for it. (+5)",
      "risk-treatment: R-001 is high, above the appetite medium, and not treated; add \`treatment:\` modify, avoid, share or retain.",
      "risk-treatment: R-001 is treated, but it is not said what remains; add \`residual\` with likelihood and impact.",
      "risk-treatment: Nobody has accepted what remains of R-001; record the owner's acceptance in \`accepted:\`.",
      "soa: A.5.1 is not decided; add \`applicable:\` yes, no or inherited from a supplier. (+93)",
      "soa: Nothing says why A.5.1 is included: no risk, no requirement and no sentence. Add \`because:\` or \`justification:\`. (+181)",
      "soa: No risk or requirement calls for A.5.1; name it in a risk, add \`because:\`, or exclude it as not-necessary. (+88)",
      "soa: The Statement of Applicability of OurIsms has no approval; add \`approved:\` with date and approver once it is given.",
      "objectives: OurIsms shows no statement of objectives; declare \`objective\`s, or a \`document\` that \`covers: 6.2\`.",
      "changes-planned: Declare the \`change\`s of the ISMS, or a \`document\` that \`covers: 6.3\`.",
      "resources: Say in \`resources:\` of the \`isms\` what people, time and money it has, or declare a \`document\` that \`covers: 7.1\`.",
      "competence: OurIsms shows no evidence of competence; declare \`competence\` records, or a \`document\` of \`kind: record\` that \`covers: 7.2\`.",
      "awareness: Decide about A.6.3 and say how it is implemented, or declare a \`document\` that \`covers: 7.3\`.",
      "communication: Declare what is communicated as \`communication\`, or a \`document\` that \`covers: 7.4\`.",
      "documents: OurIsms shows no evidence that processes ran as planned; declare \`evidence\` of its controls, or a \`document\` of \`kind: record\` that \`covers: 8.1\`. (+1)",
      "audit-programme: OurIsms has no internal audit; declare an \`audit\` with its date, auditors and what it covers.",
      "audit-programme: OurIsms shows no audit programme; declare a \`programme\`, or a \`document\` that \`covers: 9.2.2\`.",
      "review-planned: OurIsms has no management review; declare a \`review\` with \`planned:\` and let top management hold it.",
      "certification-body: Declare a \`certification\` with its \`body:\` and \`accredited-by:\`.",
    ]
  `);
});
