/** What differs between two states of an ISMS, for programs. */

export interface Difference {
  readonly $schema: 'urn:isms-as-code:schema:difference:1';
  readonly before: StateData;
  readonly after: StateData;
  /**
   * The day as of which both were judged.
   * @format date
   */
  readonly asOf: string;
  /** How much there is of everything; nothing has changed if all of it is 0. */
  readonly totals: DifferenceTotals;
  /** The parts in which something differs, in a fixed order. */
  readonly sections: readonly SectionData[];
  readonly readiness: readonly StageChange[];
}

export interface StateData {
  /** How it was asked for, such as `HEAD~1`. */
  readonly name: string;
  readonly organization: string | null;
  /** The name of the ISMS. */
  readonly isms: string | null;
  /** The version that the `isms` block states. */
  readonly version: string | null;
}

export interface DifferenceTotals {
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly changed: number;
  /** Points of the readiness that are another way. */
  readonly readiness: number;
}

export interface SectionData {
  readonly id: 'soa' | 'risks' | 'treatment' | 'acceptances' | 'evidence' | 'others';
  readonly title: string;
  readonly changes: readonly ChangeData[];
}

export interface ChangeData {
  /** What it is, such as `risk`. */
  readonly kind: string;
  readonly id: string;
  readonly title: string | null;
  /** `renamed` may have changed besides. */
  readonly change: 'added' | 'removed' | 'renamed' | 'changed';
  /** What it was called before it was renamed. */
  readonly formerly: string | null;
  readonly facts: readonly FactChange[];
}

export interface FactChange {
  /** Its key, after that of the block it stands in: `residual likelihood`. */
  readonly key: string;
  /** Null where it was not stated. */
  readonly before: readonly string[] | null;
  /** Null where it is stated no more. */
  readonly after: readonly string[] | null;
}

export interface StageChange {
  /** `1`, `2` or `surveillance`. */
  readonly stage: string;
  /** Null where the stage was not judged then. */
  readonly readyBefore: boolean | null;
  /** Null where the stage is judged no more. */
  readonly readyAfter: boolean | null;
  /** The points that are another way. */
  readonly points: readonly PointChange[];
}

export interface PointChange {
  readonly id: string;
  readonly title: string;
  readonly clause: string;
  /** `met`, `missing`, `incomplete`, `late` or `nothing`; null where there was no such point. */
  readonly before: string | null;
  readonly after: string | null;
  /** What stands against it now and did not before. */
  readonly appeared: readonly OpenData[];
  /** What stood against it and does no more. */
  readonly gone: readonly OpenData[];
}

export interface OpenData {
  /** The code of the diagnostic that says it. */
  readonly code: string | null;
  readonly message: string;
}

/** Whether anything differs. */
export const isDifferent = ({ totals }: Pick<Difference, 'totals'>): boolean =>
  Object.values(totals).some(count => count > 0);
