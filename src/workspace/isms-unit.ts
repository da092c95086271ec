/** One ISMS of a workspace, and which files belong to it. */

import { Checker } from '../incremental/checker.ts';
import { Isms } from '../incremental/isms.ts';
import type { FaultSink } from '../model/fault.ts';
import type { ApprovalLock, Inputs, IsmsView } from '../model/view.ts';
import type { SeveritySetting } from '../rules/presets.ts';
import type { Rule } from '../rules/rule.ts';
import type { Config } from './configuration/config.ts';
import { Uses } from './uses.ts';

/** One ISMS of the workspace. */
export class IsmsUnit {
  /** The folder under which its files lie; the empty text for files without an `isms` block. */
  readonly root: string;
  readonly isms = new Isms();
  readonly checker: Checker;
  config: Config = {};
  lock: ApprovalLock | undefined;
  inputs: Inputs;
  /** What its `isms` block uses. */
  readonly uses = new Uses();
  /** The severities of rules as far as they were asked for, as the settings are now. */
  readonly severities = new Map<Rule, SeveritySetting>();

  constructor(root: string, rules: readonly Rule[], inputs: Inputs, onFault?: FaultSink) {
    this.root = root;
    this.inputs = inputs;
    this.checker = new Checker(this.isms, rules, inputs, onFault);
  }

  view(): IsmsView {
    return this.checker.view();
  }
}
