/** Several things in one cell. */

/** The lines and the parts between semicolons, without the marks of a list. */
export const coarseParts = (text: string): string[] => text.split(/[\n;]/).map(withoutMark).filter(Boolean);

/** The same, and where that parts nothing, what commas part. */
export function fineParts(text: string): string[] {
  const parts = coarseParts(text);
  return parts.length > 1 ? parts : text.split(',').map(withoutMark).filter(Boolean);
}

const withoutMark = (part: string): string => part.trim().replace(/^(?:[-*•–]|\d{1,2}[.)])\s/, '').trim();
