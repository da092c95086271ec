/** What is wrong with the comments that silence rules. */

import type { Block } from '../incremental/block.ts';
import { nearest } from '../language/nearest.ts';
import type { Span } from '../model/declaration.ts';
import { suppressions } from '../syntax/suppressions.ts';
import { type Saying, saying } from '../wording/wording.ts';

export interface SuppressionProblem extends Span {
  readonly code:
    | 'suppression/no-reason'
    | 'suppression/renamed-code'
    | 'suppression/unknown-code'
    | 'suppression/unused';
  readonly message: Saying;
  /** For the fixes. */
  readonly data: unknown;
}

/**
 * The problems of the suppressions in and before a declaration; places are relative to it, as those of findings.
 * @param known the codes of all rules
 * @param renamed the code of today for each former code
 * @param found the codes of all findings in the block
 */
export function suppressionProblems(
  block: Block,
  known: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
  found: ReadonlySet<string>,
): SuppressionProblem[] {
  const { bodyStart } = block.chunk;
  return suppressions(block.chunk).flatMap(({ code, reason, start, end, comment }): SuppressionProblem[] => {
    const at = { start: start - bodyStart, end: end - bodyStart };
    if (!code) {
      const message = saying(
        'This comment names no rule; write `isms-ignore`, a code such as risk/no-owner, a colon and the reason.',
      );
      return [{ code: 'suppression/unknown-code', message, data: undefined, ...at }];
    }
    if (!code.includes('/')) {
      const message = saying(
        '{0} is no code of a rule; write area and name, as in `isms-ignore risk/no-owner: why`.',
        code,
      );
      return [{ code: 'suppression/unknown-code', message, data: undefined, ...at }];
    }
    const today = renamed.get(code);
    if (!known.has(code) && !today) {
      const meant = nearest(code, known, 2);
      const message = meant[0]
        ? saying('No rule is called {0}; did you mean {1}?', code, meant[0])
        : saying('No rule is called {0}; `isms explain` lists all of them.', code);
      return [{ code: 'suppression/unknown-code', message, data: meant, ...at }];
    }
    if (!reason) {
      const message = saying(
        'This comment gives no reason, so it has no effect; add one behind a colon: `isms-ignore {0}: why`.',
        code,
      );
      return [{ code: 'suppression/no-reason', message, data: undefined, ...at }];
    }
    // What a damaged declaration would show is not known.
    const isUsed = found.has(today ?? code) || !block.declaration?.$intact;
    if (isUsed && !today) return [];
    if (isUsed) {
      const renaming = saying('{0} is called {1} now; it still counts, but write the new code.', code, today ?? '');
      return [{ code: 'suppression/renamed-code', message: renaming, data: today, ...at }];
    }
    const message = saying('{0} finds nothing here; delete the comment.', code);
    const whole = { start: comment.start - bodyStart, end: comment.end - bodyStart };
    return [{ code: 'suppression/unused', message, data: whole, ...at }];
  });
}
