/** Text as a terminal may show it. What files hold is not ours: a control character could move the cursor or change the colours. */

/** Controls, line and paragraph separators, marks that turn the direction of writing, and halves of characters. */
const unshowable = /[\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\p{Cs}]/gu;

/** The text with a visible sign in the place of each character that would do something else than be seen; tabs too. */
export const visible = (text: string): string => text.replace(unshowable, sign);

/** The control pictures of Unicode (␀ to ␟, ␡), else the replacement character. */
function sign(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}
