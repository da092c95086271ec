/** Evidence and documents that cells name. */
import { isKnownAs } from '../values/doubt.ts';
import { coarseParts } from '../values/lists.ts';
import { line } from '../write/declaration.ts';
import { calledParts } from './called.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

/** Evidence and documents by title; an address is kept as the link. What names none of them goes to the notes. */
export function documents(
  entries: readonly FieldCell[],
  keyword: 'evidence' | 'document',
  notes: FieldCell[],
  register: Register,
  about: string,
): string[] {
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell, heading } = entry;
        const parts = isKnownAs(cell.text, called => register.find(keyword, called))
          ? [cell.text]
          : calledParts(entry, coarseParts(cell.text), 'proof', notes, register, about);
        if (!parts.length) return [];
        register.ledger.written(cell);
        const names = parts.map(part => {
          const isNew = register.find(keyword, part) === undefined;
          const name = register.resolve(keyword, keyword, part, entry);
          const link = /^https?:\/\/\S+$/.test(part) ? part : parts.length === 1 ? cell.link : undefined;
          if (isNew && link !== undefined) register.draftOf(name)?.entries.push(...line('link', link));
          return name;
        });
        if (parts.length > 1 || parts[0] !== cell.text) register.ledger.read(cell, heading, names.join(', '), about);
        return names;
      }),
    ),
  ];
}
