/** What a board wants to know on one page, for programs: figures, what is missing, and until when. */
import { soaCoverage } from '../../analysis/coverage.ts';
import { riskLines } from '../../analysis/risk-register.ts';
import { addDays } from '../../model/dates.ts';
import type { IsmsView } from '../../model/view.ts';
import { isSummaryLine, type LineState, progressOf, type Readiness } from '../../readiness/readiness.ts';
import { type DueData, dueEntries } from './calendar.ts';
import { findingsData } from './corrective-actions.ts';

export interface BoardSummaryData {
  readonly controls: ControlFigures;
  readonly risks: RiskFigures;
  readonly findings: FindingFigures;
  /** How far each stage of the certification is, by points of its checklist. */
  readonly stages: readonly StageFigures[];
  /** The points of these checklists that are not met, in their order; the points about the stage before are left out. */
  readonly missing: readonly MissingData[];
  /** What is overdue, and what is due within the next 90 days, by day. */
  readonly due: readonly DueData[];
}

/** Controls of Annex A and beyond. */
export interface ControlFigures {
  readonly total: number;
  readonly undecided: number;
  readonly applicable: number;
  readonly implemented: number;
  readonly partial: number;
  readonly planned: number;
}

export interface RiskFigures {
  readonly total: number;
  readonly withoutTreatment: number;
  /** Above what is accepted without treatment, before and after treatment. */
  readonly aboveBefore: number;
  readonly aboveAfter: number;
  readonly accepted: number;
}

export interface FindingFigures {
  readonly open: number;
  readonly overdue: number;
}

export interface StageFigures {
  /** `1`, `2` or `surveillance`. */
  readonly stage: string;
  readonly met: number;
  readonly total: number;
}

export interface MissingData {
  readonly stage: string;
  readonly title: string;
  readonly clause: string;
  readonly state: 'missing' | 'incomplete' | 'late';
}

/** So many days ahead a board looks. */
export const boardDays = 90;

export function boardSummaryData(view: IsmsView, { stages }: Readiness): BoardSummaryData {
  const { total, own } = view.get(soaCoverage);
  const risks = riskLines(view);
  const findings = findingsData(view, view.all('Finding'));
  const last = addDays(view.asOf, boardDays);
  return {
    controls: {
      total: total.total + own.total,
      undecided: total.undecided.length + own.undecided.length,
      applicable: total.applicable + own.applicable,
      implemented: total.implemented + own.implemented,
      partial: total.partial + own.partial,
      planned: total.planned + own.planned,
    },
    risks: {
      total: risks.length,
      withoutTreatment: risks.filter(({ treatment }) => !treatment.length).length,
      aboveBefore: risks.filter(({ inherent }) => inherent?.isAboveAppetite === true).length,
      aboveAfter: risks.filter(({ residual }) => residual?.isAboveAppetite === true).length,
      accepted: risks.filter(({ accepted }) => accepted?.on !== undefined).length,
    },
    findings: {
      open: findings.filter(({ state }) => state !== 'closed').length,
      overdue: findings.filter(({ state }) => state === 'overdue').length,
    },
    stages: stages.map(({ stage, lines }) => ({ stage: String(stage), ...progressOf(lines) })),
    missing: stages.flatMap(({ stage, lines }) =>
      lines.flatMap(line => {
        const { title, clause, state } = line;
        return isOpen(state) && !isSummaryLine(line) ? [{ stage: String(stage), title, clause, state }] : [];
      }),
    ),
    due: dueEntries(view).flatMap(({ entry }) => (entry.due <= last && entry.keptIn === null ? [entry] : [])),
  };
}

const isOpen = (state: LineState): state is MissingData['state'] => state !== 'met' && state !== 'nothing';
