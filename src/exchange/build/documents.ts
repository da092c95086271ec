/** Evidence and documents that cells name. */
import { coarseParts } from '../values/lists.ts';
import { line } from '../write/declaration.ts';
import type { FieldCell } from './entity.ts';
import type { Register } from './register.ts';

/** Evidence and documents by title; an address is kept as the link. */
export function documents(
  entries: readonly FieldCell[],
  keyword: 'evidence' | 'document',
  register: Register,
  about: string,
): string[] {
  return [
    ...new Set(
      entries.flatMap(entry => {
        const { cell, heading } = entry;
        register.ledger.written(cell);
        const parts = register.find(keyword, cell.text) === undefined ? coarseParts(cell.text) : [cell.text];
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
