import type { Span } from '../model/declaration.ts';
import type { Rule } from '../rules/rule.ts';
import type { Saying } from '../wording/wording.ts';
import type { Block } from './block.ts';

/** What a rule found in a block. Places are relative, so that an edit elsewhere leaves it as it is. */
export interface Finding extends Span {
  readonly rule: Rule;
  readonly message: Saying;
  readonly related: readonly RelatedBlock[];
  readonly data: unknown;
}

export interface RelatedBlock {
  readonly block: Block;
  readonly name: string | undefined;
  readonly message: Saying;
}
