/** Text as a terminal, a log or a message box may show it. What files hold is not ours: a control character could move the cursor or change the colours. */

/** Controls, line and paragraph separators, marks that turn the direction of writing, and halves of characters. */
const unprintable = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F\p{Cs}]/gu;

/**
 * The text on one line, with a visible sign in the place of each character that would do something else than be seen; tabs and line
 * breaks too, since a CI takes a line that begins with `::error::` for a command.
 */
export const printable = (text: string): string => text.replace(unprintable, sign);

/** The same for a text of several lines: its line feeds stay. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n');

/** The control pictures of Unicode (␀ to ␟, ␡), else the replacement character. */
function sign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}
