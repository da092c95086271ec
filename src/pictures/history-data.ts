/**
 * How an ISMS was over time, as plain data that can be sent: a moment for each commit that is looked at, oldest first. What stays the same
 * from one moment to the next is held once and named by its index. Types only, as in `data.ts`; days are ISO dates, what is not known is null.
 */
import type { CoverageCounts } from '../analysis/coverage.ts';
import type { CommitData } from '../workspace/past.ts';
import type { Landscape, NamedData, RiskMark, StageName } from './data.ts';

export type { CommitData } from '../workspace/past.ts';

export interface History {
  readonly version: 1;
  readonly methods: readonly MethodState[];
  readonly risks: readonly PastRisk[];
  readonly metrics: readonly MetricState[];
  /** Oldest first. */
  readonly moments: readonly Moment[];
  /** The commits whose state cannot be shown, oldest first. */
  readonly failed: readonly FailedMoment[];
  /** How many commits were not looked at, as there are more than are shown. */
  readonly leftOut: number;
  /** Whether the repository holds only the last commits, so that earlier ones may be missing. */
  readonly isShallow: boolean;
}

/** The matrix and the levels by which risks were judged. */
export type MethodState = Pick<Landscape, 'matrix' | 'levels' | 'appetite'>;

/** A risk as it was. Where it stood in the texts of then says nothing of where it stands in those of today. */
export type PastRisk = Omit<RiskMark, 'place'>;

/** The ISMS after a commit, judged as of the commit's own day. */
export interface Moment extends CommitData {
  /** Index of `methods`. */
  readonly method: number;
  /** Indexes of `risks`, in the order of the landscape. */
  readonly risks: readonly number[];
  /** As `isms stats` counts them: by the levels of the method, lowest first, and last those without a level. */
  readonly levels: readonly LevelCount[];
  readonly soa: SoaFigures;
  /** Indexes of `metrics`. */
  readonly metrics: readonly number[];
}

/** How many risks stand at a level. */
export interface LevelCount extends Readonly<Record<StageName, number>> {
  /** Null for risks without a level. */
  readonly word: string | null;
}

/** The Statement of Applicability, of the 93 controls of Annex A, as `isms stats` counts it. */
export type SoaFigures = Omit<CoverageCounts, 'undecided'>;

export interface MetricState extends NamedData {
  readonly unit: string | null;
  /** The bounds that results are to keep to. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** What is aimed at, in words. */
  readonly target: string | null;
  /** In the order of their days. */
  readonly results: readonly MeasuredData[];
}

export interface MeasuredData {
  readonly on: string | null;
  /** As documents say it. */
  readonly words: string;
  /** Null where it was said in words only. */
  readonly value: number | null;
  readonly met: boolean | null;
}

export interface FailedMoment extends CommitData {
  /** Why it cannot be shown, in a sentence. */
  readonly reason: string;
}

/** Why there is no history: a word that the page has words of its own for, else a sentence. */
export type NoHistory = 'no-repository' | 'no-commit' | 'no-git' | 'untrusted' | 'no-files' | (string & {});

/** What a page is told that has asked for the history. */
export type HistoryNews =
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'no-history'; readonly why: NoHistory };
