/**
 * A text without the characters of a set that it ends with. An expression such as `/[.-]+$/` would begin anew at each run of them, and take
 * quadratic time on a text full of runs.
 * @param characters each a UTF-16 code unit
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
