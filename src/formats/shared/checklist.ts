import type { Point } from '../../documents/blocks.ts';
import type { Say } from '../../wording/wording.ts';

/** In UTF-16 units, with room for the words for the rest: the cell of a workbook holds 32,767. */
const longestCell = 32_000;

/**
 * The remarks in one cell, a line each: as many as the cell of a workbook holds, and words for the rest. So that no document about an ISMS
 * that lacks much is refused, and CSV gives the same table.
 */
export function remarksCell({ remarks }: Point, say: Say): string {
  const lines: string[] = [];
  let length = 0;
  for (const { note, text, code } of remarks) {
    const line = `${note ? `${note}: ` : ''}${text}${code ? ` [${code}]` : ''}`;
    length += line.length + 1;
    if (length > longestCell) return [...lines, say('and {0} more', remarks.length - lines.length)].join('\n');
    lines.push(line);
  }
  return lines.join('\n');
}
