/** What the risk register and the risk treatment plan have in common. */
import { exceedsAppetite, type RiskMethod, riskMethod } from '../../analysis/method.ts';
import { nameOf } from '../../analysis/named.ts';
import type { ActionLine, RiskLine, RiskMatrix, Standing } from '../../analysis/risk-register.ts';
import { label } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import type { Column, Fact, MatrixFigure, Row, Tone } from '../blocks.ts';

/** Whose document it is, and as of when. */
export function ismsFacts(view: IsmsView): Fact[] {
  const { isms } = view;
  return [
    { id: 'organisation', label: 'Organisation', value: isms?.organization?.value ?? '' },
    { id: 'isms', label: 'ISMS', value: isms?.title?.value ?? (isms ? label(isms) : '') },
    { id: 'version', label: 'Version', value: isms?.version?.value ?? '' },
    { id: 'as-of', label: 'As of', value: view.asOf },
    {
      id: 'appetite',
      label: 'Highest level accepted without treatment',
      value: view.get(riskMethod)?.appetite ?? 'not stated',
    },
  ];
}

/** `high (16)`; the score only where one counts. */
export const standingText = (standing: Standing | undefined): string | undefined =>
  standing?.level === undefined
    ? undefined
    : standing.score === undefined
      ? standing.level
      : `${standing.level} (${standing.score})`;

/** What levels mean to a reader, by the texts that `standingText` makes of these standings. */
export function levelTones(view: IsmsView, standings: readonly (Standing | undefined)[]): Record<string, Tone> {
  const method = view.get(riskMethod);
  return Object.fromEntries(
    standings.flatMap(standing => {
      const text = standingText(standing);
      const tone = levelTone(method, standing?.level);
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

export const treatmentText = (treatment: readonly string[]): string | undefined => treatment.join(', ') || undefined;

/** When what remains was accepted, by whom and until when: the columns, and a cell for each. */
export const acceptanceColumns: readonly Column[] = [
  { id: 'accepted', title: 'Accepted', kind: 'date' },
  { id: 'accepted-by', title: 'Accepted by', kind: 'name' },
  { id: 'accepted-until', title: 'Accepted until', kind: 'date' },
];

export const acceptanceCells = ({ accepted }: RiskLine): Row => [
  accepted?.on,
  accepted?.by.map(nameOf).join(', ') || undefined,
  accepted?.until,
];

/** The status of an action in a word. */
export const actionStatus = ({ status, isOverdue }: ActionLine): string =>
  isOverdue ? 'overdue' : status.replaceAll('-', ' ');

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
    across: { title: 'Impact', labels: matrix.impact },
    down: { title: 'Likelihood', labels: [...matrix.likelihood].reverse() },
    cells: [...matrix.cells].reverse().map(row =>
      row.map(({ count, level }) => {
        const tone = levelTone(method, level);
        return { count, ...(level && { word: level }), ...(tone && { tone }) };
      }),
    ),
  };
}
