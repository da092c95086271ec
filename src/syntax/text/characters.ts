/*
 * The characters that the splitter tells apart. They agree with the terminals of the grammar (ID, WS); line ends are those of LSP:
 * `\n`, `\r\n` and a lone `\r`. All functions take UTF-16 code units and answer false to NaN, which is what lies behind the end of a text.
 */
export const TAB = 9;
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const OPEN_PARENTHESIS = 40;
export const CLOSE_PARENTHESIS = 41;
export const STAR = 42;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;
export const BACKSLASH = 92;
export const OPEN_BRACE = 123;
export const BAR = 124;
export const CLOSE_BRACE = 125;

/** Whether a code unit ends a line. */
export function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

/** Whether a code unit is white space (`\s` or a byte order mark) that does not end a line. */
export function isBlank(code: number): boolean {
  if (code > SPACE && code < 0xa0) return false;
  if (code < 128) return code === SPACE || code === TAB || code === 11 || code === 12;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Whether a code unit is a decimal digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a code unit may begin a name. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return (
    (code >= 0xc0 && code <= 0x2af && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff) ||
    (code >= 0x3040 && code <= 0xd7ff)
  );
}

/** Whether a code unit may go on in a name: also a combining mark, and what cannot be seen, which is reported. */
export function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || (code >= 0x300 && code <= 0x36f) || isInvisible(code);
}

const isInvisible = (code: number): boolean => code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060;
