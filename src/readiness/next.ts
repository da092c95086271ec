/** What to do now: the first points of the readiness that are open, in the order in which an ISMS is built. */
import { type Saying, saying } from '../wording/wording.ts';
import {
  isOpenLine,
  isSummaryLine,
  type OpenItem,
  type Place,
  progressOf,
  type Readiness,
  type ReadinessLine,
} from './readiness.ts';

export interface NextStep {
  /** The line of the checklist. */
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  /** Its place in the order of the work, from 1, and how many steps there are. */
  readonly number: number;
  readonly of: number;
  /** What is to be done first, in words. */
  readonly message: Saying;
  readonly place: Place | undefined;
  /** How many things are open in this step. */
  readonly open: number;
}

export interface NextSteps {
  readonly done: number;
  readonly total: number;
  readonly steps: readonly NextStep[];
}

/** At most so many steps; of all stages, each once. */
export function nextSteps({ stages }: Readiness, most = 3): NextSteps {
  const lines = stages.flatMap(({ lines }) => lines).filter(line => !isSummaryLine(line) && line.state !== 'nothing');
  const open = lines.flatMap((line, index) => (isOpenLine(line) ? [{ line, number: index + 1 }] : []));
  const { met, total } = progressOf(lines);
  return {
    done: met,
    total,
    steps: open.slice(0, most).map(({ line, number }) => stepOf(line, number, total)),
  };
}

function stepOf(line: ReadinessLine, number: number, of: number): NextStep {
  const first = mostUrgent(line.open);
  return {
    id: line.id,
    title: line.title,
    clause: line.clause,
    number,
    of,
    message: first?.message ?? saying(''),
    place: first?.place ?? line.place,
    open: line.open.length,
  };
}

/** What asks for the approval of the whole: it is given when nothing else is open. */
const approvals: ReadonlySet<string | undefined> = new Set(['method/not-approved', 'soa/not-approved']);

/** The first error, else what comes first; an approval last. */
function mostUrgent(open: readonly OpenItem[]): OpenItem | undefined {
  const work = open.filter(({ code }) => !approvals.has(code));
  return work.find(({ severity }) => severity === 'error') ?? work[0] ?? open[0];
}
