/** Values as OSCAL has them: tokens, lines, texts, days and properties. */
import { isDate } from '../../model/dates.ts';
import { oneLine } from '../../syntax/text/one-line.ts';

/** The namespace of the properties that OSCAL has no name for. */
export const ownNamespace = 'urn:isms-as-code:oscal:1';

/** What a token may not begin with, or hold. The mark of an escape is escaped itself, so that no two names become one. */
const notInToken = /^[^\p{L}_]|[^\p{L}\p{N}._-]|_x/gu;

/** A name as a token of OSCAL: `A.8.13` as it stands, others with what may not be in a token as its number. */
export const token = (name: string): string =>
  name.replace(notInToken, found => {
    const [first, ...rest] = found;
    return `_x${(first as string).codePointAt(0)?.toString(16)}_${rest.join('')}`;
  }) || '_';

/** The name that a token stands for. */
export const nameOfToken = (written: string): string =>
  written.replace(/_x([0-9a-f]{1,6})_/g, (whole, digits: string) => {
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** A clause beside controls, whose token does not begin with a digit: `clause-9.2`. */
export const clauseToken = (clause: string): string => token(`clause-${clause}`);

/** What would be markup of another kind than the texts of an ISMS have: HTML, character references, links and pictures. */
export const asMarkup = (text: string): string => text.replace(/[\\<&[]/g, '\\$&');

/** What `asMarkup` was given. */
export const fromMarkup = (text: string): string => text.replace(/\\([\\<&[])/g, '$1');

/** A text of any length; `otherwise` where there is none, since OSCAL asks for one. */
export const text = (value: string | null | undefined, otherwise: string): string =>
  value?.trim() ? asMarkup(value) : otherwise;

/** A text in one line. */
export const line = (value: string | null | undefined, otherwise: string): string =>
  asMarkup(oneLine(value ?? '') || otherwise);

/** A day as OSCAL writes it: its beginning, in universal time. */
export const moment = (day: string): string => `${day}T00:00:00Z`;

/** The day, if what was written is one of the centuries that OSCAL knows. */
export const dayIn = (written: string | null): string | undefined =>
  written !== null && isDate(written) && /^(?:19|2)/.test(written) ? written : undefined;

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
  readonly remarks?: string;
}

/** A property of our own; none without a value. */
export function property(name: string, value: string | null | undefined): Property[] {
  const said = oneLine(value ?? '');
  return said === '' ? [] : [{ name, ns: ownNamespace, value: said }];
}

/** The part of an object under a key; nothing for an empty list, which OSCAL does not take. */
export const list = <K extends string, T>(key: K, values: readonly T[]): { readonly [key in K]?: readonly T[] } =>
  values.length ? ({ [key]: values } as { readonly [key in K]: readonly T[] }) : {};

/** Stands where nobody describes how a control is implemented: OSCAL asks for a description. */
export const noDescription = 'Not described.';
