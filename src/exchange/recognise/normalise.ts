/** Headings and words in a form that compares. */

/** Without case, bracketed parts, punctuation and signs; `ß` as `ss`; a plus and the letters of any language stay. */
export function comparable(text: string): string {
  return words(withoutBrackets(text)) || words(text);
}

/** The same with what is in brackets. */
export const comparableWhole = (text: string): string => words(text);

const words = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\uFE0E\uFE0F\u200B-\u200D\u2060\u00AD]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .split(/[^\p{L}\p{N}\p{M}%+#✓✔☑✅✗✘☒❌]+/u)
    .filter(Boolean)
    .join(' ');

/** As it stands, but for case and blanks. */
export const exactly = (text: string): string =>
  text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');

const withoutBrackets = (text: string): string => bracketsOf(text).outside;

/** What stands outside of brackets, and in each of them, also in one that is never closed. */
export function bracketsOf(text: string): { readonly outside: string; readonly inside: readonly string[] } {
  let depth = 0;
  let outside = '';
  const inside: string[] = [];
  for (const character of text) {
    if (character === '(' || character === '[') {
      if (depth === 0) inside.push('');
      depth++;
    } else if ((character === ')' || character === ']') && depth > 0) depth--;
    else if (depth === 0) outside += character;
    else inside.push(inside.pop() + character);
  }
  return { outside, inside };
}
