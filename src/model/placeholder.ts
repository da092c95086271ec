/** Texts that still wait for what is meant: left over from a template, or marked by the author. */

/** What stands for the whole of a text. */
const whole =
  /^(?:tb[acd]|to ?do|fixme|x{3,}|\?+|\.{2,}|…+|-+|to be (?:added|agreed|completed|confirmed|decided|defined|determined|done|written)|lorem ipsum\b.*|pending|n\/a|n\. ?n\.|x\.y(?:\.z)?|(?:your|the) (?:company|organi[sz]ation)(?: name)?|(?:company|organi[sz]ation) name|(?:describe|insert|enter|write)(?: text)? here)[.!?]?$/is;

/** A text that stands in brackets as a whole: what a template has for its author to fill in. */
const bracketed = /^(?:\[[^[\]]*\]|<[^<>]*>|\{\{?[^{}]*\}\}?)$/;

/** Brackets around it do not count. */
const brackets = /^[[(<{]{1,3}|[\])>}]{1,3}$/g;

/** Longer texts are only looked through for marks inside them. */
const longest = 60;

/** Marks inside a text that is otherwise written, in capitals: "a todo list" is a thing. */
const inside =
  /\b(?:TODO|TBD|TBC|FIXME)\b|\{\{[^{}\n]*\}\}|\[(?:[Ii]nsert|[Ee]nter|[Yy]our|[Nn]ame of) [^[\]\n]*\]|<(?:[Ii]nsert|[Ee]nter|[Yy]our) [^<>\n]*>|\bX{2,}(?= ?%)/;

/** What the templates write for names that only the author knows. */
const fromTemplates: ReadonlySet<string> = new Set([
  'Our Company Ltd.',
  ...['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(number => `${number} Person`),
]);

/** Whether a text says nothing: it is blank, or nothing but a placeholder such as "TBD" or "[to be written]". */
export function isUnwritten(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || bracketed.test(trimmed)) return true;
  return (trimmed.length <= longest || /^\W*lorem /i.test(trimmed)) && whole.test(trimmed.replace(brackets, ''));
}

/** The placeholder that a text is or holds, as it stands there; undefined if it has none. */
export function placeholderIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return fromTemplates.has(trimmed) || isUnwritten(trimmed) ? trimmed : inside.exec(text)?.[0];
}
