/** How two judgements of readiness differ. */
import { isSummaryLine, type OpenItem, type Readiness, type ReadinessLine } from '../readiness/readiness.ts';
import { inEnglish, type Saying, withTexts } from '../wording/wording.ts';
import type { OpenData, PointChange, StageChange } from './data.ts';

/** A stage of which something is another way, with messages that can be said in any language. */
export interface StageComparison extends Omit<StageChange, 'points'> {
  readonly points: readonly PointComparison[];
}

export interface PointComparison extends Omit<PointChange, 'appeared' | 'gone'> {
  readonly appeared: readonly Open[];
  readonly gone: readonly Open[];
}

interface Open {
  readonly code: string | null;
  readonly message: Saying;
}

/** A text that the user had written before, with the names of today. */
export type Renamed = (text: string) => string;

/** The same for programs, which are told in English. */
export const stageData = ({ points, ...stage }: StageComparison): StageChange => ({
  ...stage,
  points: points.map(({ appeared, gone, ...point }) => ({
    ...point,
    appeared: appeared.map(openData),
    gone: gone.map(openData),
  })),
});

const openData = ({ code, message }: Open): OpenData => ({ code, message: inEnglish(message) });

/** The stages in which a point is another way, or something else stands against it. */
export function readinessChanges(before: Readiness, after: Readiness, renamed: Renamed): StageComparison[] {
  const old = new Map(before.stages.map(stage => [stage.stage, stage]));
  const now = new Map(after.stages.map(stage => [stage.stage, stage]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(stage => {
    const left = old.get(stage);
    const right = now.get(stage);
    const points = pointChanges(left?.lines ?? [], right?.lines ?? [], renamed);
    const change: StageComparison = {
      stage: String(stage),
      readyBefore: left?.isReady ?? null,
      readyAfter: right?.isReady ?? null,
      points,
    };
    return points.length || change.readyBefore !== change.readyAfter ? [change] : [];
  });
}

function pointChanges(
  before: readonly ReadinessLine[],
  after: readonly ReadinessLine[],
  renamed: Renamed,
): PointComparison[] {
  const old = new Map(before.map(line => [line.id, line]));
  const now = new Map(after.map(line => [line.id, line]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(id => {
    const left = old.get(id);
    const right = now.get(id);
    const { title, clause } = (right ?? left) as ReadinessLine;
    const were = openIn(left, renamed);
    const are = openIn(right, text => text);
    const appeared = without(are, were);
    const gone = without(were, are);
    const isSame = left?.state === right?.state && !appeared.length && !gone.length;
    // What only says how far the stage before is would repeat what is told of that.
    if (isSame || isSummaryLine({ id })) return [];
    return [{ id, title, clause, before: left?.state ?? null, after: right?.state ?? null, appeared, gone }];
  });
}

const openIn = (line: ReadinessLine | undefined, renamed: Renamed): Open[] =>
  (line?.open ?? []).map(({ code, message }: OpenItem) => ({
    code: code ?? null,
    message: withTexts(message, renamed),
  }));

/** What is in one list and not in the other; what is there twice has to be there twice in the other. */
function without(all: readonly Open[], others: readonly Open[]): Open[] {
  const counts = new Map<string, number>();
  const key = ({ code, message }: Open): string => `${code} ${inEnglish(message)}`;
  for (const other of others) counts.set(key(other), (counts.get(key(other)) ?? 0) + 1);
  return all.filter(one => {
    const count = counts.get(key(one)) ?? 0;
    counts.set(key(one), count - 1);
    return count <= 0;
  });
}
