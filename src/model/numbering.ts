/**
 * Names that are counted up, as `R-041` after `R-040`. A number in a name may have any number of digits (`R-20260601093000000` is a
 * date and a time), so it is counted as text and never as a number of the machine, which does not change beyond 2^53.
 */

export interface NumberedName {
  readonly stem: string;
  /** The digits that the name ends with; empty if it ends with none. */
  readonly digits: string;
}

/** A name as its stem and the digits at its end. */
export function numbered(name: string): NumberedName {
  let start = name.length;
  while (start > 0 && isDigit(name.charCodeAt(start - 1))) start--;
  return { stem: name.slice(0, start), digits: name.slice(start) };
}

/** The digits of the next number, with as many zeros before it. */
export function nextNumber(digits: string): string {
  let at = digits.length - 1;
  while (at >= 0 && digits[at] === '9') at--;
  const zeros = '0'.repeat(digits.length - 1 - at);
  return at < 0 ? `1${zeros}` : `${digits.slice(0, at)}${Number(digits[at]) + 1}${zeros}`;
}

/**
 * The first free name of a numbering that comes after some digits. Of the free ones some may be left to others.
 * It ends as soon as it has passed the names that are taken, so their number is its bound.
 */
export function freeNameAfter(
  { stem, digits }: NumberedName,
  isTaken: (name: string) => boolean,
  leftToOthers = 0,
): string {
  let left = leftToOthers;
  let number = digits;
  for (;;) {
    number = nextNumber(number);
    const name = stem + number;
    if (!isTaken(name) && left-- <= 0) return name;
  }
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
