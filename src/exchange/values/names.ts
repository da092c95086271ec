/** Names of the language, made of what registers call things. */

import { isKey } from '../../language/schema.ts';
import { freeNameAfter } from '../../model/numbering.ts';
import { withoutEnd } from '../../model/without-end.ts';

const letters = 'A-Za-z_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02AF\\u0370-\\u1FFF\\u3040-\\uD7FF';
const valid = new RegExp(`^[${letters}][${letters}0-9]*(?:[.-][${letters}0-9]+)*$`);
const invalid = new RegExp(`[^${letters}0-9]+`);

const longest = 60;

/** Whether a text can stand as a name as it is. */
export const isName = (text: string): boolean => text.length <= longest && valid.test(text);

/** An id as a name: `R 01` becomes `R-01`, `7` becomes `R-7`. */
export function idName(text: string, prefix: string): string {
  if (isName(text)) return text;
  // Points stay, as ids of controls have them.
  const parts = text
    .normalize('NFC')
    .split('.')
    .map(part => part.split(invalid).filter(Boolean).join('-'))
    .filter(Boolean);
  const name = parts.join('.').slice(0, longest);
  const tidy = withoutEnd(name, '.-');
  return isName(tidy) ? tidy : isName(`${prefix}-${tidy}`) ? `${prefix}-${tidy}` : `${prefix}-1`;
}

/** A title as a name: `Customer database` becomes `CustomerDatabase`. */
export function titleName(text: string, prefix: string): string {
  let name = '';
  for (const word of text.normalize('NFC').split(invalid).filter(Boolean)) {
    const next = name + (word[0] ?? '').toUpperCase() + word.slice(1);
    if (next.length > 40 && name !== '') break;
    name = next.slice(0, 40);
  }
  return isName(name) ? name : isName(prefix + name) ? prefix + name : prefix;
}

/** A word, as steps of scales and classes are: `Sehr hoch` becomes `sehr-hoch`. */
export function wordName(text: string): string {
  const name = text.normalize('NFC').toLowerCase().split(invalid).filter(Boolean).join('-').slice(0, 40);
  return isName(name) ? name : isName(`x-${name}`) ? `x-${name}` : 'x';
}

/** The same for what stands before a colon, as levels and the steps in a matrix do: there a key of the language would be taken for the key. */
export function labelName(text: string): string {
  const name = wordName(text);
  return isKey(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** Gives each declaration a name that no other has, case aside. */
export class Names {
  private readonly taken = new Set<string>();
  /** The number that a name got last: those below it are taken. */
  private readonly numbers = new Map<string, string>();

  take(wanted: string): string {
    let name = wanted;
    if (this.taken.has(key(name))) {
      const [stem, digits] = [`${wanted}-`, this.numbers.get(key(wanted)) ?? '1'];
      name = freeNameAfter({ stem, digits }, candidate => this.taken.has(key(candidate)));
      this.numbers.set(key(wanted), name.slice(stem.length));
    }
    this.taken.add(key(name));
    return name;
  }

  /** Keeps a name from being given. */
  reserve(name: string): void {
    this.taken.add(key(name));
  }

  has(name: string): boolean {
    return this.taken.has(key(name));
  }
}

const key = (name: string): string => name.toLowerCase();
