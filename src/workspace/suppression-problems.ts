/** What is wrong with the comments that silence rules. */

import type { Block } from '../incremental/block.ts';
import { nearest } from '../language/nearest.ts';
import type { Span } from '../model/declaration.ts';
import { suppressions } from '../syntax/suppressions.ts';

export interface SuppressionProblem extends Span {
  readonly code:
    | 'suppression/no-reason'
    | 'suppression/renamed-code'
    | 'suppression/unknown-code'
    | 'suppression/unused';
  readonly message: string;
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
      const message =
        'This comment names no rule; write `isms-ignore`, a code such as risk/no-owner, a colon and the reason.';
      return [{ code: 'suppression/unknown-code', message, data: undefined, ...at }];
    }
    if (!code.includes('/')) {
      const message = `${code} is no code of a rule; write area and name, as in \`isms-ignore risk/no-owner: why\`.`;
      return [{ code: 'suppression/unknown-code', message, data: undefined, ...at }];
    }
    const today = renamed.get(code);
    if (!known.has(code) && !today) {
      const meant = nearest(code, known, 2);
      const message = `No rule is called ${code}; ${meant.length ? `did you mean ${meant[0]}?` : '`isms explain` lists all of them.'}`;
      return [{ code: 'suppression/unknown-code', message, data: meant, ...at }];
    }
    if (!reason) {
      const message = `This comment gives no reason, so it has no effect; add one behind a colon: \`isms-ignore ${code}: why\`.`;
      return [{ code: 'suppression/no-reason', message, data: undefined, ...at }];
    }
    // What a damaged declaration would show is not known.
    const isUsed = found.has(today ?? code) || !block.declaration?.$intact;
    if (isUsed && !today) return [];
    if (isUsed) {
      const renaming = `${code} is called ${today} now; it still counts, but write the new code.`;
      return [{ code: 'suppression/renamed-code', message: renaming, data: today, ...at }];
    }
    const message = `${code} finds nothing here; delete the comment.`;
    const whole = { start: comment.start - bodyStart, end: comment.end - bodyStart };
    return [{ code: 'suppression/unused', message, data: whole, ...at }];
  });
}
