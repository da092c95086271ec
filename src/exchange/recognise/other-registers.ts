/** Registers of something else than what is imported: by their headings they look like risks, treatments or assets. */
import { later } from '../../wording/wording.ts';
import { comparableWhole } from './normalise.ts';

/** Of the standard as of laws: a list of controls may have such a column too. */
export const requirements = later('requirements');

/** What a heading or a name says, by the words in it. Those that registers of risks have too are not here. */
const registers: readonly (readonly [what: string, words: readonly string[]])[] = [
  [later('incidents'), ['incident', 'incidents', 'vorfall', 'vorfälle', 'sicherheitsvorfall', 'sicherheitsvorfälle']],
  [
    later('nonconformities'),
    [
      ...['nonconformity', 'nonconformities', 'non conformity', 'non conformities', 'nc', 'nc no', 'nc id', 'capa'],
      ...['root cause', 'corrective action', 'corrective actions', 'abweichung', 'abweichungen', 'korrekturmassnahme'],
    ],
  ],
  [
    later('audit findings'),
    [
      ...['finding', 'findings', 'audit finding', 'audit findings', 'feststellung', 'feststellungen'],
      ...['auditfeststellung', 'auditfeststellungen'],
    ],
  ],
  [later('metrics'), ['kpi', 'kpis', 'metric', 'metrics']],
  [later('objectives'), ['objective', 'objectives']],
  [
    requirements,
    [
      ...['law', 'laws', 'legal register', 'requirement', 'requirements', 'legal requirement', 'legal requirements'],
      ...['gesetz', 'rechtskataster', 'rechtsgrundlage', 'anforderung', 'anforderungen', 'baustein'],
    ],
  ],
  [
    later('processing activities'),
    [
      ...['data categories', 'categories of data', 'recipients', 'data subjects', 'ropa'],
      ...['datenkategorien', 'kategorien von daten', 'empfänger', 'verarbeitungstätigkeit', 'verarbeitungstätigkeiten'],
    ],
  ],
  [later('a business impact analysis'), ['rto', 'rpo', 'mtpd', 'mta', 'bia']],
  [later('vulnerabilities that a scan found'), ['cve', 'cve id', 'cvss', 'cvss score']],
];

const known = new Map(registers.flatMap(([what, words]) => words.map(word => [word, what] as const)));

/** Beside such a word the other one only says what a risk comes of. */
const saysRisk = /risk|risi[ck]/i;

/** What the headings of a table list instead, as a text that is said later; undefined for what may be imported. */
export function otherRegister(headings: readonly string[]): string | undefined {
  if (headings.some(heading => saysRisk.test(heading))) return undefined;
  for (const heading of headings) {
    const words = comparableWhole(heading);
    const what = known.get(words) ?? known.get(withoutCount(words));
    if (what !== undefined) return what;
  }
  return undefined;
}

/** The same of the name of a sheet, a file or a heading above a table, which has other words beside it. */
export function otherRegisterNamed(name: string): string | undefined {
  if (saysRisk.test(name)) return undefined;
  const words = comparableWhole(name).split(' ');
  const pairs = words.map((word, at) => `${word} ${words[at + 1] ?? ''}`);
  return [...words, ...pairs].map(word => known.get(word)).find(Boolean);
}

/** `Finding no` and `Incident ID` without what counts. */
const withoutCount = (words: string): string => words.replace(/ (?:id|no|nr|number|nummer|ref|name|title|date)$/, '');
