import { CLOSE_PARENTHESIS, isDigit, isLetter, OPEN_PARENTHESIS } from './characters.ts';

/** The end of the parts in parentheses that an id of another framework ends with: behind `(1)(a)`; where they would begin if there are none. */
export function afterParentheses(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === OPEN_PARENTHESIS) {
    let at = end + 1;
    while (isAsciiWord(text.charCodeAt(at))) at++;
    if (at === end + 1 || text.charCodeAt(at) !== CLOSE_PARENTHESIS) return end;
    end = at + 1;
  }
  return end;
}

const isAsciiWord = (code: number): boolean => code < 128 && code !== 95 && (isLetter(code) || isDigit(code));
