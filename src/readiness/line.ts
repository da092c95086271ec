/** A line of a checklist: what it asks for, and which findings speak against it. */

import type { Declaration, Kind } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Saying } from '../wording/wording.ts';

/** The two stages of the initial certification; then surveillance and recertification, once a certificate is issued. */
export type Stage = 1 | 2 | 'surveillance';

const stages: readonly Stage[] = [1, 2, 'surveillance'];

/** The stages as one names them: `1`, `2`, `surveillance`. */
export const stageNames: readonly string[] = stages.map(String);

export const stageNamed = (name: string | undefined): Stage | undefined => stages.find(stage => String(stage) === name);

/** How much of what there is to do is done. */
export interface Count {
  readonly done: number;
  readonly total: number;
  /** What is counted and when it is done, such as `controls decided`. */
  readonly what: string;
}

/** What a line finds in the ISMS itself, beside the findings. */
export interface Judged {
  /** Where it is declared; undefined where it is not. */
  readonly at?: Declaration | undefined;
  /** Whether it is there; if left out, whether `at` is. */
  readonly exists?: boolean;
  readonly count?: Count;
  /** What else a reader wants to know, in a few words each. */
  readonly facts?: readonly Saying[];
  /** What stands against the line although no rule reports it. */
  readonly open?: readonly { readonly at: Declaration; readonly message: Saying }[];
}

export interface Line {
  readonly id: string;
  readonly stage: Stage;
  readonly title: string;
  readonly clause: string;
  /** The codes and areas whose findings speak against it. */
  readonly findings: readonly string[];
  /** Which missing documented information speaks against it: keys of the catalogue; `*` for what no other line takes. */
  readonly documents?: readonly string[];
  /** Of declarations of this kind it is counted how many have none of these findings. */
  readonly counts?: Kind;
  /** What to do where the thing is not there. */
  readonly remedy: string;
  readonly judge: (view: IsmsView) => Judged;
}
