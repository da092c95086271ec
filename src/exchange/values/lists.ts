/** Several things in one cell. */

/** The lines and the parts between semicolons, without the marks of a list. */
export const coarseParts = (text: string): string[] => text.split(/[\n;]/).map(withoutMark).filter(Boolean);

/** The same, and where that parts nothing, what commas part. */
export function fineParts(text: string): string[] {
  const parts = coarseParts(text);
  return parts.length > 1 ? parts : text.split(',').map(withoutMark).filter(Boolean);
}

const withoutMark = (part: string): string =>
  part
    .trim()
    .replace(/^(?:[-*•–]|\d{1,2}[.)])\s/, '')
    .trim();

/**
 * The things that a cell names. Commas part them only where semicolons and lines do not, and where they part short names, or names that
 * are known; a name with commas that is known stays whole.
 */
export function partsOf(
  { cell, isParted }: { readonly cell: { readonly text: string }; readonly isParted?: boolean },
  isKnown: (part: string) => boolean,
): string[] {
  const coarse = coarseParts(cell.text);
  if (coarse.length !== 1) return coarse;
  const fine = fineParts(coarse[0] as string);
  const joined = joinKnown(fine, isKnown);
  if (joined.some(isKnown)) return joined;
  const isList = !isParted && fine.every(part => part.split(' ').length <= 3 && !/\s(?:and|or|und|oder)\s/.test(part));
  return isList ? fine : coarse;
}

function joinKnown(parts: readonly string[], isKnown: (part: string) => boolean): string[] {
  const joined: string[] = [];
  for (let at = 0; at < parts.length; ) {
    let length = 1;
    for (let more = Math.min(parts.length - at, 4); more > 1; more--)
      if (isKnown(parts.slice(at, at + more).join(', '))) {
        length = more;
        break;
      }
    joined.push(parts.slice(at, at + length).join(', '));
    at += length;
  }
  return joined;
}
