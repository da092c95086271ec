/** The id of a row of a Statement of Applicability. */
import type { IdCell } from './control-titles.ts';
import type { Entity } from './entity.ts';

/** The id of a row, also where it stands before the title in one cell. */
export const idText = (entity: Entity): string | undefined => idIn(entity)?.text;

export function idIn(entity: Entity): (IdCell & { readonly text: string }) | undefined {
  const entry = entity.fields.get('id')?.[0] ?? entity.fields.get('title')?.[0];
  if (!entry) return undefined;
  const match = /^(?:ISO(?:\/IEC)? ?27001(?::\d{4})? ?)?((?:Annex ?)?A?[ .-]?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\b/i.exec(
    entry.cell.text,
  );
  const behind = entry.cell.text.slice(match?.[0].length).replace(/^[\s.:;,|–—-]+/, '');
  return match
    ? { entry, text: match[1] as string, behind: /[\p{L}\p{N}]/u.test(behind) ? behind : '' }
    : { entry, text: entry.cell.text, behind: '' };
}
