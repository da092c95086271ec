/** One ISMS of a workspace, and which files belong to it. */

import { Checker } from '../incremental/checker.ts';
import { Isms } from '../incremental/isms.ts';
import { kindKeywords } from '../language/schema.ts';
import type { FaultSink } from '../model/fault.ts';
import type { ApprovalLock, Inputs, IsmsView } from '../model/view.ts';
import type { SeveritySetting } from '../rules/presets.ts';
import type { Rule } from '../rules/rule.ts';
import { readDeclaration } from '../syntax/read.ts';
import { ChunkedText } from '../syntax/text/chunked-text.ts';
import type { Config } from './configuration/config.ts';

/** One ISMS of the workspace. */
export class IsmsUnit {
  /** The folder under which its files lie; the empty text for files without an `isms` block. */
  readonly root: string;
  readonly isms = new Isms();
  readonly checker: Checker;
  config: Config = {};
  lock: ApprovalLock | undefined;
  inputs: Inputs;
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

/** Whether a text declares an ISMS, as reading the whole file would find it. */
export function declaresIsms(text: string): boolean {
  // Most files do not even hold the word, and to look for that is quick.
  if (!text.includes('isms') || !/(?:^|\W)isms(?!\w|-(?!>))/.test(text)) return false;
  return new ChunkedText(text, kindKeywords).chunks.some(chunk => {
    const body = chunk.text.slice(chunk.bodyStart, chunk.bodyEnd);
    return body.startsWith('isms') && readDeclaration(body).declaration?.$type === 'Isms';
  });
}
