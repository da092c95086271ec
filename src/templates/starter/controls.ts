/** The Statement of Applicability to be decided: an entry for each control, with what speaks for a decision as a comment. */
import { annexA, type Theme, themes } from '../../catalogues/annex-a.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import type { Answers } from '../questions.ts';
import type { TemplateFile } from '../template.ts';
import { hasHost, outsourcesDevelopment, worksRemotely } from './conclusions.ts';
import { startRisks } from './risks.ts';

/** Beyond the draft each entry is a finding until it is decided: the list of what is left to do. */
export function controlFiles(answers: Answers): TemplateFile[] {
  const treats = risksOfControls(answers);
  return themes.map(theme => controlFile(theme, answers, treats));
}

function controlFile(theme: Theme, answers: Answers, treats: ReadonlyMap<string, readonly string[]>): TemplateFile {
  const head = [
    `// ${theme.title}. Decide each: applicable: yes, no, or inherited from a supplier; and say why.`,
    '// Begin with your risks: a control that treats one has its reason already.',
  ];
  const entries = annexA
    .filter(control => control.theme === theme.id)
    .map(({ id, title }) =>
      [
        `control ${id} ${quote(title)} {`,
        ...hints(id, answers, treats.get(id) ?? []).map(hint => `  // ${hint}`),
        '}',
      ].join('\n'),
    );
  return { path: `soa/${theme.id}.isms`, text: `${head.join('\n')}\n\n${entries.join('\n\n')}\n` };
}

function risksOfControls(answers: Answers): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, usualControls } of startRisks(answers))
    for (const control of usualControls) found.set(control, [...(found.get(control) ?? []), name]);
  return found;
}

/** Controls of buildings and machines, which the host of the machines performs for its data centre. */
const ofTheDataCentre = new Set([
  'A.7.1',
  'A.7.2',
  'A.7.3',
  'A.7.4',
  'A.7.5',
  'A.7.6',
  'A.7.8',
  'A.7.11',
  'A.7.12',
  'A.7.13',
]);
/** Controls that have no object where no software is developed. */
const ofDevelopment = new Set([
  'A.8.4',
  'A.8.25',
  'A.8.26',
  'A.8.27',
  'A.8.28',
  'A.8.29',
  'A.8.30',
  'A.8.31',
  'A.8.33',
]);

/** What speaks for a decision, in a line each. */
function hints(id: string, answers: Answers, risks: readonly string[]): string[] {
  return [
    ...(risks.length ? [`Usually treats ${risks.join(', ')}.`] : []),
    ...(hasHost(answers) && ofTheDataCentre.has(id) ? [hostHint(answers)] : []),
    ...(answers.development === 'none' && ofDevelopment.has(id)
      ? ['You answered that nobody develops software for you; if so: applicable: no, because: no-such-activity.']
      : []),
    ...(id === 'A.8.30' && answers.development === 'own'
      ? ['You answered that nobody else develops for you; if so: applicable: no, because: no-such-activity.']
      : []),
    ...(id === 'A.8.30' && outsourcesDevelopment(answers) ? ['Others develop for you (Developers).'] : []),
    ...(id === 'A.5.34' && answers.personalData === 'yes' ? ['PrivacyLaw calls for it: because: PrivacyLaw.'] : []),
    ...(id === 'A.6.7' && worksRemotely(answers) ? ['Your people work remotely.'] : []),
  ];
}

const hostHint = (answers: Answers): string =>
  answers.work === 'remote'
    ? 'Your provider does this for its data centre: applicable: inherited from Hosting.'
    : 'Your provider does this for its data centre; you do it for your own rooms: applicable: shared with Hosting.';
