/** Texts that still wait for what is meant: left over from a template, or marked by the author. */
import { gapIn } from './placeholder/inside.ts';
import { isNothing, isPlaceholder } from './placeholder/whole.ts';

/** What fixes write for a day that only the author knows. It is no day of the calendar, and is told until one stands there. */
export const openDate = '0000-00-00';

/** What fixes write for a text that is still to be written; told until another one stands there. */
export const openText = '[to be written]';

/** What the templates of this tool write for names that only the author knows, and what others write for them. */
const fromTemplates: ReadonlySet<string> = new Set([
  'Our Company Ltd.',
  ...['Jane Doe', 'John Doe', 'Max Mustermann', 'Erika Mustermann', 'Max Muster', 'Erika Musterfrau'],
  ...['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(number => `${number} Person`),
]);

/** Companies of sample forms, with their legal form. */
const sampleCompany =
  /^(?:muster|beispiel|example|sample|your|my|xy|xyz)[ -]?(?:firma|unternehmen|betrieb|organisation|company|organi[sz]ation|corporation)?,? (?:GmbH|gGmbH|AG|UG|SE|KG|e\. ?V|B\.?V|N\.?V|Ltd|Limited|Inc|LLC|Corp|Co|plc|S\.?A|AS|AB|ApS|Oy|GmbH & Co\. KG)\.?$|^(?:company|firma) [xy]{1,2}$|^(?:muster|beispiel)(?:firma|unternehmen|betrieb|organisation)$/i;

/** Whether a text says nothing: it is blank, or nothing but a placeholder such as "TBD" or "[to be written]". */
export function isUnwritten(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || isPlaceholder(trimmed);
}

/** Whether a text answers that there is nothing: "None", "n/a". */
export const isNone = (text: string): boolean => isNothing(text.trim());

/** Whether a text says nothing or that there is nothing, such as "None": where something is owed, it is missing. */
export const saysNothing = (text: string): boolean => isUnwritten(text) || isNone(text);

/** The placeholder that a text is or holds, as it stands there; undefined if it has none. */
export function placeholderIn(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (fromTemplates.has(trimmed) || sampleCompany.test(trimmed) || isPlaceholder(trimmed)) return trimmed;
  return gapIn(text);
}
