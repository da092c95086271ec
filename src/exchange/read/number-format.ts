/** What a workbook shows of a number by its format: `R-001`, `100%`, `5 days`, `04:00`. */

/** Spreadsheets allow no longer ones. */
const longest = 255;

/**
 * The text that is shown where it says more than the number: words and percent signs around it, leading zeros. Undefined where the number
 * says it all, and for formats of which that is not known. All digits of the number stay, also those that the format rounds.
 */
export function shownNumber(value: number, format: string, digitsOf: (value: number) => string): string | undefined {
  if (format.length > longest) return undefined;
  const section = sectionFor(value, sectionsOf(format));
  const parts = section === undefined ? undefined : partsOf(section.text);
  if (!parts) return undefined;
  const words = parts.map(({ literal }) => literal ?? '').join('');
  const isPercent = words.includes('%');
  const pattern = parts.find(each => each.digits !== undefined)?.digits;
  const plain = digitsOf(section?.isUnsigned ? Math.abs(value) : value);
  // A word alone, such as `[>=8]"High"`, stands for the number.
  if (pattern === undefined) return /\p{L}/u.test(words) ? `${words.trim()} (${digitsOf(value)})` : undefined;
  const number = isPercent ? digitsOf(100 * (section?.isUnsigned ? Math.abs(value) : value)) : padded(plain, pattern);
  if (!isPercent && number === plain && !/\p{L}|\p{Sc}/u.test(words)) return undefined;
  return parts
    .map(({ literal }) => literal ?? number)
    .join('')
    .trim();
}

/** `0000` gives at least four digits. */
function padded(number: string, pattern: string): string {
  const least = /^0+$/.test(pattern) ? pattern.length : 0;
  return /^\d+$/.test(number) ? number.padStart(least, '0') : number;
}

/** The parts for positive numbers, negative ones, zero and text; quoted and escaped semicolons part nothing. */
function sectionsOf(format: string): string[] {
  const sections = [''];
  for (const piece of format.match(/"[^"]*"|\\.|[^\\"]/g) ?? []) {
    if (piece === ';') sections.push('');
    else sections.push(sections.pop() + piece);
  }
  return sections;
}

const condition = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

/** The section that a number falls under; undefined where the last condition does not hold either. */
function sectionFor(value: number, sections: readonly string[]): { text: string; isUnsigned: boolean } | undefined {
  if (sections.some(section => condition.test(section))) {
    const text = sections.slice(0, 3).find(section => holds(value, condition.exec(section)));
    return text === undefined ? undefined : { text: text.replace(condition, ''), isUnsigned: false };
  }
  const [positive = '', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { text: negative, isUnsigned: true };
  return { text: value === 0 && zero !== undefined ? zero : positive, isUnsigned: false };
}

function holds(value: number, match: RegExpExecArray | null): boolean {
  if (!match) return true;
  const bound = Number(match[2]);
  if (match[1] === '<>') return value !== bound;
  return (
    (match[1]?.includes('=') && value === bound) ||
    (match[1]?.startsWith('<') && value < bound) ||
    (match[1]?.startsWith('>') && value > bound) ||
    false
  );
}

/** Literal texts, and the one place of the digits; undefined for fractions, exponents, dates and scaled numbers. */
function partsOf(section: string): { readonly literal?: string; readonly digits?: string }[] | undefined {
  const tidy = section.replace(/[_*]./g, ' ').replace(/\[(?:[a-z]+ ?\d*|\$-?[\dA-F]*)\]/gi, '');
  const currency = tidy.replace(/\[\$([^[\]-]*)(?:-[^[\]]*)?\]/g, '"$1"');
  const pieces = currency.match(/"[^"]*"|\\.|General|[#0?][#0?,.]*|./gi) ?? [];
  const parts: { literal?: string; digits?: string }[] = [];
  for (const piece of pieces) {
    if (piece.startsWith('"')) parts.push({ literal: piece.slice(1, -1) });
    else if (piece.startsWith('\\')) parts.push({ literal: piece.slice(1) });
    else if (/^(?:General|[#0?])/i.test(piece)) parts.push({ digits: piece });
    else if (/^[-+$€£¥%():!^&'~{}<>= ]$/.test(piece)) parts.push({ literal: piece });
    else return undefined;
  }
  const digits = parts.flatMap(part => part.digits ?? []);
  return digits.length > 1 || digits.some(each => each.endsWith(',')) ? undefined : parts;
}

const day = 86_400;

/**
 * What is shown of a time: `04:00`, `48:00` for a duration of two days, `2026-03-31 14:05`. Undefined for a mere date.
 * @param serial days since the beginning of the calendar of the workbook
 */
export function shownTime(serial: number, date: string, format: string): string | undefined {
  if (format.length > longest) return undefined;
  const signs = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '').toLowerCase();
  if (!/[hs]|\[m+\]/.test(signs)) return undefined;
  const seconds = Math.round(serial * day);
  const isDate = /[yd]/.test(signs);
  // A year of hours is no duration any more.
  if (/\[[hms]+\]/.test(signs) || (!isDate && serial < 366)) return clock(seconds, signs);
  return isDate && seconds % day === 0 ? undefined : `${date} ${clock(seconds % day, signs)}`;
}

/** Hours and minutes; seconds where the format shows them. */
function clock(seconds: number, signs: string): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}`;
  return signs.includes('s') && seconds % 60 ? `${time}:${two(seconds % 60)}` : time;
}
