/** What there usually is to protect in such a company, where it is, and who provides it. */
import { usualFile } from '../../language/schema.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import type { Answers } from '../questions.ts';
import type { TemplateFile } from '../template.ts';
import {
  always,
  develops,
  developsItself,
  hasHost,
  hasOffice,
  mayWorkRemotely,
  outsourcesDevelopment,
} from './conclusions.ts';
import { sectorOf } from './sectors.ts';

interface Asset {
  readonly name: string;
  readonly title: (answers: Answers) => string;
  readonly type: string;
  readonly exists: (answers: Answers) => boolean;
  /** More properties. */
  readonly has?: (answers: Answers) => readonly string[];
}

const assets: readonly Asset[] = [
  {
    name: 'CustomerData',
    title: answers => sectorOf(answers)?.dataTitle ?? 'Data of customers',
    type: 'information',
    exists: always,
  },
  {
    name: 'PersonalData',
    title: () => 'Personal data of customers and staff',
    type: 'information',
    exists: ({ personalData }) => personalData === 'yes',
    has: () => ['personal-data: yes'],
  },
  { name: 'Accounts', title: () => 'Accounts and passwords', type: 'information', exists: always },
  {
    name: 'Systems',
    title: ({ hosting }) =>
      ({ cloud: 'Cloud services', provider: 'Servers at the provider', own: 'Servers on our premises' })[
        hosting ?? 'own'
      ],
    type: 'service',
    exists: ({ hosting }) => hosting !== undefined,
    has: answers => [
      ...(hasHost(answers) ? ['supplier: Hosting'] : []),
      ...(answers.hosting === 'own' && hasOffice(answers) ? ['location: Office'] : []),
    ],
  },
  { name: 'Software', title: () => 'Software that we develop or have developed', type: 'software', exists: develops },
  { name: 'Laptops', title: () => 'Laptops and phones', type: 'hardware', exists: mayWorkRemotely },
  {
    name: 'Office',
    title: () => 'Office rooms',
    type: 'facility',
    exists: hasOffice,
    has: () => ['location: Office'],
  },
];

const allAssets = (answers: Answers): readonly Asset[] => [
  ...assets.filter(({ exists }) => exists(answers)),
  ...(sectorOf(answers)?.assets ?? []).map(({ name, title, type }) => ({
    name,
    title: () => title,
    type,
    exists: always,
  })),
];

export const assetNames = (answers: Answers): ReadonlySet<string> =>
  new Set(allAssets(answers).map(({ name }) => name));

export function assetsFile(answers: Answers): TemplateFile {
  const declarations = [
    ...(hasOffice(answers) ? ['location Office "Our office" {\n  // address: "Where it is"\n}'] : []),
    ...allAssets(answers).map(({ name, title, type, has }) =>
      [
        `asset ${name} ${quote(title(answers))} {`,
        ...[`type: ${type}`, ...(has?.(answers) ?? [])].map(line => `  ${line}`),
        '}',
      ].join('\n'),
    ),
  ];
  const hint = developsItself(answers) ? ' Name the parts of your product where they differ in owner or value.' : '';
  return {
    path: usualFile('Asset'),
    text: `// A.5.9: what is to be protected, and who is accountable for it: add \`owner:\` to each.${hint}\n\n${declarations.join('\n\n')}\n`,
  };
}

/** Who provides what, if anybody does. */
export function supplierFiles(answers: Answers): TemplateFile[] {
  const declarations = [
    ...(hasHost(answers)
      ? [supplier('Hosting', '[Name of your hosting provider]', 'Runs the machines that our systems are on')]
      : []),
    ...(outsourcesDevelopment(answers)
      ? [supplier('Developers', '[Name of who develops for you]', 'Develops software for us')]
      : []),
  ];
  const head = '// A.5.19 to A.5.23: who provides what, and under which contract.';
  return declarations.length
    ? [{ path: usualFile('Supplier'), text: `${head}\n\n${declarations.join('\n\n')}\n` }]
    : [];
}

const supplier = (name: string, title: string, service: string): string =>
  `supplier ${name} ${quote(title)} {\n  service: ${quote(service)}\n  // agreement: "The contract"\n}`;
