/** The headings of tables that say how risks are assessed, and those that only registers have. */
import type { GridRow, SourceCell } from '../cells.ts';
import { headingsOf } from './headings.ts';
import { comparable, comparableWhole } from './normalise.ts';

const subjects = {
  likelihood: [
    'likelihood',
    'eintrittswahrscheinlichkeit',
    'wahrscheinlichkeit',
    'probability',
    'häufigkeit',
    'eintrittshäufigkeit',
    'frequency',
  ],
  impact: [
    'impact',
    'auswirkung',
    'auswirkungen',
    'schadenshöhe',
    'schadensausmass',
    'severity',
    'consequence',
    'schaden',
    'schadensauswirkung',
  ],
  level: [
    'level',
    'levels',
    'risk level',
    'risk levels',
    'risikostufe',
    'risikostufen',
    'risikoklasse',
    'risikoklassen',
    'rating',
    'risk rating',
    'risk class',
  ],
  range: [
    'score',
    'range',
    'from',
    'von',
    'scores',
    'bereich',
    'risk score',
    'risikowert',
    'punkte',
    'score range',
    'wert',
    'risk value',
  ],
} as const;

export type Subject = keyof typeof subjects;

/** Whether a heading or a caption speaks of it. */
export function has(text: string, subject: Subject): boolean {
  return placeOf(text, subject) >= 0;
}

/** Where the first word of the subject that a text has stands among them; -1 for none. */
function placeOf(text: string, subject: Subject): number {
  const words = ` ${comparableWhole(text)} `;
  return subjects[subject].findIndex(
    word => words.includes(` ${word} `) || (subject !== 'range' && word.length > 8 && words.includes(word)),
  );
}

/** The columns whose headings speak of the subject, those that call it by its usual name first. */
export const columnsNaming = (head: GridRow, subject: Subject): number[] =>
  head
    .flatMap((cell, x) => {
      const place = cell ? placeOf(cell.text, subject) : -1;
      return place < 0 ? [] : [{ x, place }];
    })
    .sort((a, b) => a.place - b.place)
    .map(({ x }) => x);

/** `Level` and `Risk level`, and no `Access level`. */
export function isLevelHeading(text: string): boolean {
  const word = comparable(text);
  return ['level', 'levels', 'rating'].includes(word) || (/ris[ki]/.test(word) && has(text, 'level'));
}

/** `Risk` alone may be the heading of risks and of levels. */
export const isRisk = (text: string): boolean => ['risk', 'risiko'].includes(comparable(text));

/** Headings that scales have as well as registers. */
const general = new Set([
  ...['id', 'no', 'nr', '#', 'ref', 'reference', 'number', 'nummer', 'lfd nr', 'laufende nummer', 'kennung'],
  ...['name', 'title', 'titel', 'bezeichnung', 'description', 'beschreibung', 'details', 'narrative', 'erläuterung'],
  ...['wert', 'consequence', 'consequences', 'folgen', 'konsequenzen', 'impact description', 'description of impact'],
  ...['auswirkungsbeschreibung', 'schadensszenario'],
]);

/** Whether a heading could be that of a label or a description in any table. */
export const isGeneral = (text: string): boolean => general.has(comparable(text));

/** The fields by which registers say what a row is about. */
const things = {
  risk: ['id', 'title', 'scenario', 'asset', 'threat', 'vulnerability'],
  asset: ['id', 'title'],
  supplier: ['id', 'title', 'agreement', 'reviewed'],
  person: ['title', 'role', 'email', 'left'],
} as const;

function namesThing({ text }: SourceCell): boolean {
  const word = comparable(text);
  if (general.has(word)) return false;
  return Object.entries(things).some(([kind, fields]) => {
    const field = headingsOf(kind as keyof typeof things).get(word);
    return field !== undefined && (fields as readonly string[]).includes(field);
  });
}

/** Whether the rows are about risks, assets, suppliers or people. */
export const areThings = (head: GridRow): boolean => head.some(cell => cell && namesThing(cell));

const registerFields = [
  ...['owner', 'treatment', 'controls', 'action', 'existingControls', 'residualLikelihood'],
  ...['assessed', 'acceptedOn', 'acceptedBy', 'acceptedUntil', 'due', 'actionOwner', 'actionStatus'],
];

/** Columns that only registers have; `numbers` is the one that counts, if there is one. */
export function looksLikeRegister(head: GridRow, numbers = -1): boolean {
  if (areThings(head)) return true;
  const all = headingsOf('risk');
  const fields = new Set(head.map(cell => cell && all.get(comparable(cell.text))));
  if (registerFields.some(field => fields.has(field))) return true;
  // `No, Name, Likelihood, Impact` counts rows, `Value, Name, Likelihood, Impact` counts steps.
  const isAssessed = ['title', 'likelihood', 'impact'].every(field => fields.has(field));
  return isAssessed && !countsSteps(head, numbers);
}

/** Whether the column of numbers is one of steps, not of rows. */
export function countsSteps(head: GridRow, numbers: number): boolean {
  if (numbers < 0) return false;
  const field = headingsOf('risk').get(comparable(head[numbers]?.text ?? ''));
  return !['id', 'likelihood', 'impact'].includes(field ?? '');
}
