/** Changes that damage a text, here and there. */
import fc from 'fast-check';
import { anyToken } from './grammar-texts.ts';
import { Random } from './random.ts';

/** One change of a text, as a slip of the hand makes it. */
export interface Mutation {
  readonly kind: 'delete' | 'insert' | 'replace' | 'swap' | 'repeat' | 'character' | 'cut' | 'line';
  readonly at: number;
  readonly seed: number;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'replace', 'swap', 'repeat', 'character', 'cut', 'line'),
  at: fc.nat({ max: 9999 }),
  seed: fc.integer(),
});

const characters = [...' \n\r\t"\\{}:,.->/*#aZ09_é\u2028\u00D7'];

/** A text after one of them. */
export function mutate(text: string, { kind, at, seed: from }: Mutation): string {
  const random = new Random(from);
  if (kind === 'character' || kind === 'cut') {
    const place = at % (text.length + 1);
    const piece = kind === 'cut' ? '' : random.pick(characters);
    return text.slice(0, place) + piece + text.slice(place + random.below(2));
  }
  const pieces =
    kind === 'line' ? text.split(/(?<=\n)/) : (text.match(/"""[\s\S]*?"""|"[^"\n]*"|[\w.-]+|\s+|[\s\S]/g) ?? []);
  if (!pieces.length) return text;
  const place = at % pieces.length;
  const other = random.below(pieces.length);
  const here = pieces[place] as string;
  if (kind === 'delete') pieces.splice(place, 1);
  else if (kind === 'insert') pieces.splice(place, 0, ` ${anyToken(random)} `);
  else if (kind === 'replace') pieces[place] = anyToken(random);
  else if (kind === 'repeat') pieces.splice(other, 0, here);
  else {
    pieces[place] = pieces[other] as string;
    pieces[other] = here;
  }
  return pieces.join('');
}
