/** Texts that still wait for what is meant: left over from a template, or marked by the author. */

/** What stands for the whole of a text. Brackets around it do not count. */
const whole =
  /^[[(<{]{0,3}(?:t\.?b\.?[acd]|to ?do|fixme|wip|work in progress|coming soon|(?:to|will) follow|none yet|x{3,}|\?+|\.{2,}|…+|-+|(?:still |needs |has )?to be (?:added|agreed|approved|clarified|completed|confirmed|decided|defined|described|determined|documented|done|provided|specified|written)|not yet (?:decided|defined|described|determined|documented|specified|written)|pending|n\/a|n\. ?n\.|x\.y(?:\.z)?|asdf|qwert[yz]|foo(?: ?bar)?|(?:dummy|sample|placeholder) text|placeholder|(?:your|the) (?:company|organi[sz]ation)(?: name)?|(?:company|organi[sz]ation) name|(?:describe|insert|enter|write)(?: text)? here)[.!?]?[\])>}]{0,3}$/i;

/** A text that stands in brackets as a whole: what a template has for its author to fill in. */
const bracketed = /^(?:\[[^[\]]*\]|<[^<>]*>|\{\{?[^{}]*\}\}?)$/;

const letter = /\p{L}/u;

/** What printers fill pages with. */
const filler = /^[[(<{]{0,3}lorem ipsum\b/i;

/** Marks inside a text that is otherwise written, in capitals: "a todo list" is a thing; and gaps of a form that nobody filled in. */
const inside =
  /\b(?:TODO|TBD|TBC|FIXME)\b|\{\{[^{}\n]*\}\}|\[(?:[Ii]nsert|[Ee]nter|[Yy]our|[Nn]ame of) [^[\]\n]*\]|<(?:[Ii]nsert|[Ee]nter|[Yy]our) [^<>\n]*>|\[(?:[Cc]ompany|[Oo]rgani[sz]ation|COMPANY|ORGANI[SZ]ATION)(?: [Nn]ame| NAME)?\]|<(?:[Cc]ompany|[Oo]rgani[sz]ation)(?: [Nn]ame)?>|\$\{[^{}\n]*\}|%(?:COMPANY|ORGANI[SZ]ATION)%|_{4,}|\bX{2,}(?= ?%)|\bX{2}[./-]X{2}[./-]X{2,4}\b/;

/** What the templates of this tool write for names that only the author knows, and what others write for them. */
const fromTemplates: ReadonlySet<string> = new Set([
  'Our Company Ltd.',
  ...['Jane Doe', 'John Doe', 'Max Mustermann', 'Erika Mustermann'],
  ...['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(number => `${number} Person`),
]);

/** Whether a text says nothing: it is blank, or nothing but a placeholder such as "TBD" or "[to be written]". */
export function isUnwritten(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || (bracketed.test(trimmed) && letter.test(trimmed))) return true;
  return whole.test(trimmed) || filler.test(trimmed);
}

/** The placeholder that a text is or holds, as it stands there; undefined if it has none. */
export function placeholderIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return fromTemplates.has(trimmed) || isUnwritten(trimmed) ? trimmed : inside.exec(text)?.[0];
}
