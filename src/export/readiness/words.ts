/** How the readiness of an ISMS is said in words; the same in every format. */
import type { LineState, Readiness, ReadinessLine, StageReadiness } from '../../readiness/readiness.ts';

export const title = 'Certification readiness';

/** Signs beside the words, so that a list can be looked over; never instead of them. */
export const signs: Readonly<Record<LineState, string>> = { met: '✔', missing: '✘', incomplete: '✘', late: '⏲' };

export const stageTitle = ({ stage }: StageReadiness): string =>
  stage === 1 ? 'Stage 1: review of documents' : 'Stage 2: implemented and effective';

/** `ready`, or how much is. */
export function verdict({ isReady, lines }: StageReadiness): string {
  const met = lines.filter(({ state }) => state === 'met').length;
  return isReady ? `ready: all ${lines.length} points are met` : `not ready: ${met} of ${lines.length} points are met`;
}

/** A verdict standing alone. */
export const sentence = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}.`;

/** The count and the facts of a line. */
export const details = ({ count, facts }: ReadinessLine): string =>
  [...(count && count.total > 0 ? [`${count.done} of ${count.total} ${count.what}`] : []), ...facts].join(', ');

/** What the reader has to know if the editor shows less than the report. */
export const hidingNote = ({ hidingPreset }: Readiness): string | undefined =>
  hidingPreset &&
  `The preset "${hidingPreset}" hides some of these findings while you write; isms.config.json or the setting isms.preset changes it.`;

export const informationTitle = 'Mandatory documented information';

export const informationStates = {
  there: 'there',
  missing: 'missing',
  'none-yet': 'none yet, as there is no finding',
} as const;

/** So many items of a line are written out; the rest is only counted. JSON has them all. */
export const mostItems = 10;

export const andMore = (line: ReadinessLine): string | undefined =>
  line.open.length > mostItems ? `and ${line.open.length - mostItems} more` : undefined;
