/** What the risk register and the risk treatment plan have in common. */

import { exceedsAppetite, type RiskMethod, riskMethod } from '../../analysis/method.ts';
import { nameOf } from '../../analysis/named.ts';
import type { ActionLine, RiskLine, RiskMatrix } from '../../analysis/risk-register.ts';
import type { IsmsView } from '../../model/view.ts';
import { say, word } from '../../wording/wording.ts';
import type { Column, ColumnKind, Fact, MatrixFigure, Row, Tone } from '../blocks.ts';
import { fact } from './_facts.ts';
import { column } from './_headings.ts';

/** What is accepted without treatment. */
export const appetiteFact = (view: IsmsView): Fact =>
  fact('appetite', 'Highest level accepted without treatment', view.get(riskMethod)?.appetite);

/** Where a risk stands: what follows from the words by the method. */
interface Rated {
  readonly level?: string | null | undefined;
  readonly score?: number | null | undefined;
}

/** `high (16)`; the score only where one counts. */
export const standingText = (standing: Rated | null | undefined): string | undefined =>
  typeof standing?.level !== 'string'
    ? undefined
    : typeof standing.score !== 'number'
      ? standing.level
      : `${standing.level} (${standing.score})`;

/** What levels mean to a reader, by the texts that `standingText` makes of these standings. */
export function levelTones(view: IsmsView, standings: readonly (Rated | null | undefined)[]): Record<string, Tone> {
  const method = view.get(riskMethod);
  return Object.fromEntries(
    standings.flatMap(standing => {
      const text = standingText(standing);
      const tone = levelTone(method, standing?.level ?? undefined);
      return text !== undefined && tone ? [[text, tone] as const] : [];
    }),
  );
}

/** Levels up to the appetite are good, those above it call for attention, the highest of them most. */
function levelTone(method: RiskMethod | undefined, word: string | undefined): Tone | undefined {
  const level = method?.levels.find(candidate => candidate.label === word);
  if (!method || !level || method.appetite === undefined) return undefined;
  if (!exceedsAppetite(method, { score: 0, level })) return 'good';
  return level.rank === method.levels.length - 1 ? 'bad' : 'attention';
}

/** Words of impact, each with the property or dimension that it is stated for. */
export const impactCell = (
  standing:
    | { readonly impact: readonly { readonly property?: string | null; readonly level: string }[] }
    | null
    | undefined,
): string[] | undefined =>
  standing?.impact.map(({ property, level }) => (property ? `${word(property)} ${level}` : level));

/** An impact is a word, several of one risk are short names below each other. */
export const impactKind = (cells: readonly (readonly string[] | undefined)[]): ColumnKind =>
  cells.some(cell => cell && cell.length > 1) ? 'ids' : 'word';

/** What the register states beside what follows by the method: `high (16)`; undefined where it states nothing. */
export const statedText = (
  standing: { readonly statedScore?: number | null; readonly statedLevel?: string | null } | null | undefined,
): string | undefined => {
  const level = standing?.statedLevel ?? undefined;
  const score = standing?.statedScore ?? undefined;
  if (level === undefined) return score === undefined ? undefined : String(score);
  return score === undefined ? level : `${level} (${score})`;
};

export const treatmentText = (treatment: readonly string[]): string | undefined =>
  treatment.map(one => word(one)).join(', ') || undefined;

/** When what remains was accepted, by whom and until when: the columns, and a cell for each. */
export const acceptanceColumns = (): readonly Column[] => [
  column('accepted', 'Accepted', 'date'),
  column('accepted-by', 'Accepted by', 'name'),
  column('accepted-until', 'Accepted until', 'date'),
];

export const acceptanceCells = ({ accepted }: RiskLine): Row => [
  accepted?.on,
  accepted?.by.map(nameOf).join(', ') || undefined,
  accepted?.until,
];

/** The status of an action in a word. */
export const actionStatus = ({ status, isOverdue }: ActionLine): string => (isOverdue ? say('overdue') : word(status));

export const actionTones: Readonly<Record<string, Tone>> = {
  done: 'good',
  open: 'attention',
  planned: 'attention',
  'in progress': 'attention',
  overdue: 'bad',
  cancelled: 'muted',
};

/** The highest likelihood is at the top. */
export function matrixFigure(view: IsmsView, id: string, title: string, matrix: RiskMatrix): MatrixFigure {
  const method = view.get(riskMethod);
  return {
    type: 'figure',
    kind: 'matrix',
    id,
    title,
    across: { title: say('Impact'), labels: matrix.impact },
    none: say('None'),
    down: { title: say('Likelihood'), labels: [...matrix.likelihood].reverse() },
    cells: [...matrix.cells].reverse().map(row =>
      row.map(({ count, level }) => {
        const tone = levelTone(method, level);
        return { count, ...(level && { word: level }), ...(tone && { tone }) };
      }),
    ),
  };
}
