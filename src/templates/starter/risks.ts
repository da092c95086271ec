/** The risks that companies like this one usually begin with. What they amount to and what is done about them is left open. */

import { findThreat } from '../../catalogues/threats.ts';
import { usualFile } from '../../language/schema.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import type { Answers } from '../questions.ts';
import type { TemplateFile } from '../template.ts';
import { assetNames } from './assets.ts';
import {
  always,
  develops,
  developsItself,
  hasHost,
  hasOffice,
  mayWorkRemotely,
  outsourcesDevelopment,
  worksRemotely,
} from './conclusions.ts';
import { sectorOf } from './sectors.ts';

interface Candidate {
  readonly threat: string;
  readonly title: string;
  readonly assets: readonly string[];
  readonly applies: (answers: Answers) => boolean;
}

const hosted =
  (...places: readonly Answers['hosting'][]) =>
  ({ hosting }: Answers): boolean =>
    hosting !== undefined && places.includes(hosting);

const candidate = (
  threat: string,
  title: string,
  assets: readonly string[],
  applies: Candidate['applies'] = always,
): Candidate => ({ threat, title, assets, applies });

const candidates: readonly Candidate[] = [
  candidate('Ransomware', 'Malicious software encrypts our data', ['CustomerData', 'Systems']),
  candidate('Phishing', 'Somebody gives away a password on a forged page', ['Accounts']),
  candidate('VulnerabilityExploitation', 'A known weakness is exploited before it is patched', [
    'Systems',
    'CustomerData',
  ]),
  candidate('AccidentalDeletion', 'Data is deleted by mistake', ['CustomerData']),
  candidate('BackupFailure', 'A backup cannot be restored when it is needed', ['CustomerData']),
  candidate('DeviceLoss', 'A laptop or phone is lost', ['Laptops', 'CustomerData'], mayWorkRemotely),
  candidate(
    'OverheardConversation',
    'A talk or screen is overheard or seen on the move',
    ['CustomerData'],
    worksRemotely,
  ),
  candidate('Burglary', 'Devices or papers are stolen from the office', ['Office', 'CustomerData'], hasOffice),
  candidate('LossOfSite', 'The office cannot be used', ['Office'], hasOffice),
  candidate(
    'CloudAdminTakeover',
    'A stranger takes over the administration of our cloud',
    ['Systems', 'Accounts'],
    hosted('cloud'),
  ),
  candidate(
    'CloudMisconfiguration',
    'Storage in the cloud is open to everybody',
    ['Systems', 'CustomerData'],
    hosted('cloud'),
  ),
  candidate('CloudOutage', 'A cloud service is not available', ['Systems'], hosted('cloud')),
  candidate('SupplierFailure', 'The provider ends its service', ['Systems'], hasHost),
  candidate('HardwareFailure', 'A server fails', ['Systems'], hosted('provider', 'own')),
  candidate('PowerFailure', 'Power fails where the servers stand', ['Systems'], hosted('own')),
  candidate('Fire', 'Fire where the servers stand', ['Systems'], hosted('own')),
  candidate(
    'SoftwareDefect',
    'A defect in our software gives away or damages data',
    ['Software', 'CustomerData'],
    develops,
  ),
  candidate(
    'SoftwareSupplyChainAttack',
    'A library or tool that we build with is tampered with',
    ['Software'],
    developsItself,
  ),
  candidate('SupplierBreach', 'Somebody breaks in at those who develop for us', ['Software'], outsourcesDevelopment),
  candidate(
    'MisdirectedMessage',
    'Personal data is sent to the wrong recipient',
    ['PersonalData'],
    ({ personalData }) => personalData === 'yes',
  ),
  candidate(
    'LegalBreach',
    'Personal data is used or kept against the law',
    ['PersonalData'],
    ({ personalData }) => personalData === 'yes',
  ),
  candidate(
    'KeyPersonLoss',
    'The only one who knows a system leaves',
    ['CustomerData', 'Systems'],
    ({ people }) => people !== undefined && people <= 50,
  ),
  candidate(
    'InsiderTheft',
    'Somebody who leaves takes data along',
    ['CustomerData'],
    ({ people }) => people !== undefined && people > 10,
  ),
];

export interface StartRisk {
  readonly name: string;
  readonly title: string;
  readonly threat: string;
  readonly assets: readonly string[];
  /** The controls of Annex A that usually treat its threat. */
  readonly usualControls: readonly string[];
}

export function startRisks(answers: Answers): readonly StartRisk[] {
  const there = assetNames(answers);
  return [...candidates.filter(({ applies }) => applies(answers)), ...(sectorOf(answers)?.risks ?? [])].map(
    ({ threat, title, assets }, index) => ({
      name: `R-${String(index + 1).padStart(3, '0')}`,
      title,
      threat,
      assets: assets.filter(asset => there.has(asset)),
      usualControls: findThreat(threat)?.controls ?? [],
    }),
  );
}

export function risksFile(answers: Answers): TemplateFile {
  const risks = startRisks(answers).map(({ name, title, threat, assets, usualControls }) =>
    [
      `risk ${name} ${quote(title)} {`,
      `  assets: ${assets.join(', ')}`,
      `  threat: ${threat}`,
      `  // Usual controls: ${usualControls.join(', ')}`,
      '}',
    ].join('\n'),
  );
  return {
    path: usualFile('Risk'),
    text: `// Clauses 6.1.2 and 6.1.3. Companies like yours begin with these risks; delete what cannot happen to you, add what can. For each say
// 1. who answers for it (\`owner:\`), how likely and how bad it is (\`likelihood:\`, \`impact:\`), and when you assessed it (\`assessed:\`);
// 2. what you do about it (\`treatment:\`, \`controls:\`) and what remains (\`residual { … }\`); the owner accepts that (\`accepted:\`).

${risks.join('\n\n')}
`,
  };
}
