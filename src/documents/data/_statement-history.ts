/** How the Statement of Applicability came to be what it is, commit by commit, as part of its data. */

/** Absent values are null. Persons are not named. */
export interface StatementHistory {
  /** The revision after which it begins, as it was asked for; null where it begins with the first commit, or where it was cut. */
  readonly since: string | null;
  /** Whether older commits were left out, because there are too many. */
  readonly isCut: boolean;
  /** Whether older commits may be missing, as in a shallow clone. */
  readonly isShallow: boolean;
  /** How many commits changed files of the ISMS and were looked at. */
  readonly commits: number;
  /** How many of them hold no ISMS that could be read, so that what they changed is told with the next one. */
  readonly unread: number;
  /** What is decided otherwise than when the approval was stated; null where no commit of this history states it first. */
  readonly sinceApproval: SinceApproval | null;
  /** What was decided otherwise and what was approved, newest first; other commits are left out. */
  readonly entries: readonly HistoryEntry[];
}

export interface SinceApproval {
  /** The day of the approval, as the `isms` block states it. */
  readonly approved: string;
  /** The commit that states it first. */
  readonly commit: string;
  readonly decisions: readonly DecisionChange[];
}

export interface HistoryEntry {
  /** The id of the commit; null for what is not committed. */
  readonly commit: string | null;
  /** The ISO day of the commit, where its author was. */
  readonly on: string | null;
  /** The first line of its message. */
  readonly subject: string | null;
  /** Whether nothing is known before, so that what was decided then is no change. */
  readonly isFirst: boolean;
  /** The version of the statement, where this commit stated it first. */
  readonly version: string | null;
  /** The day of the approval, where this commit stated it first. */
  readonly approved: string | null;
  readonly decisions: readonly DecisionChange[];
}

export interface DecisionChange {
  /** The id of the control. */
  readonly control: string;
  readonly title: string | null;
  readonly part: 'decision' | 'status' | 'reasons' | 'justification';
  /** Null where nothing was said. */
  readonly before: readonly string[] | null;
  /** Null where nothing is said any more. */
  readonly after: readonly string[] | null;
}
