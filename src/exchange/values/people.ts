/** Names of people as lists have them: `Müller, Hans`, `Hr. Müller`, `Dr. Anna Weber`. */
import { isRoleName } from './words.ts';

const formOfAddress = /^(?:(?:Hr|Hrn|Herrn?|Fr|Frau|Mr|Mrs|Ms|Miss|Dr|Prof)\.? )+/;

/** Whether somebody is addressed, so that it is no role. */
export const hasFormOfAddress = (name: string): boolean => formOfAddress.test(name);

export const withoutFormOfAddress = (name: string): string => name.replace(formOfAddress, '');

/** `Hans Müller` for `Müller, Hans`: one comma between capitalised words that are no role; undefined for anything else. */
export function turnedName(name: string): string | undefined {
  const parts = name.split(',').map(part => part.trim());
  const [last = '', first = ''] = parts;
  if (parts.length !== 2 || !isNamePart(last) || !isNamePart(first)) return undefined;
  const surname = withoutFormOfAddress(last);
  // `Anna Schmidt, Hans Weber` are two.
  if (surname.includes(' ')) return undefined;
  const turned = `${first} ${surname}`;
  return isRoleName(turned) ? undefined : turned;
}

/** One or two words with a capital and small letters. */
const isNamePart = (part: string): boolean =>
  withoutFormOfAddress(part)
    .split(' ')
    .every((word, index) => index < 2 && /^\p{Lu}[\p{Ll}\p{M}'’]*(?:-?\p{Lu}[\p{Ll}\p{M}'’]*){0,3}\.?$/u.test(word));
