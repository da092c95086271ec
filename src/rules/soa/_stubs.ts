/** New entries of the Statement of Applicability, and where they go. */
import { type AnnexAControl, annexA, findControl } from '../../catalogues/annex-a.ts';
import type { Control, Declaration } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { quote } from '../../syntax/text/quoted-text.ts';
import type { Insertion } from '../rule.ts';

/** An entry; without a property it has no decision, as in the template for an ISMS of one's own. */
const stub = ({ id, title }: AnnexAControl, property: string | undefined): string =>
  `control ${id} ${quote(title)} {\n${property === undefined ? '' : `  ${property}\n`}}`;

/**
 * Inserts entries for controls: each behind the entry of the control before it in its theme, so that the order of Annex A is
 * kept; else behind the last entry of the theme; for a theme without any behind that of the theme before.
 * @param fallback the declaration at the end of whose file they go if there is no entry at all
 * @param property what each says, such as `applicable: yes`
 */
export function insertEntries(
  view: IsmsView,
  ids: readonly string[],
  fallback: Declaration,
  property?: string,
): Insertion[] {
  const entries = new Map<string, Control>();
  for (const entry of view.all('Control')) {
    for (const { value } of entry.names) if (findControl(value)) entries.set(value, entry);
  }
  const wanted = new Set(ids);
  const texts = new Map<Declaration, { place: Insertion['place']; stubs: string[] }>();
  for (const [index, control] of annexA.entries()) {
    if (!wanted.has(control.id)) continue;
    const { after, place } = placeFor(index, entries, fallback);
    const there = texts.get(after);
    if (there) there.stubs.push(stub(control, property));
    else texts.set(after, { place, stubs: [stub(control, property)] });
  }
  return [...texts].map(([after, { place, stubs }]) => ({ after, place, text: stubs.join('\n\n') }));
}

function placeFor(
  index: number,
  entries: ReadonlyMap<string, Control>,
  fallback: Declaration,
): { after: Declaration; place: Insertion['place'] } {
  const theme = annexA[index]?.theme;
  const entryOf = ({ id }: AnnexAControl): Control | undefined => entries.get(id);
  const before = annexA.slice(0, index);
  const inTheme = (control: AnnexAControl): boolean => control.theme === theme;
  const near =
    before.filter(inTheme).map(entryOf).findLast(Boolean) ?? annexA.filter(inTheme).map(entryOf).findLast(Boolean);
  if (near) return { after: near, place: 'declaration' };
  const other = before.map(entryOf).findLast(Boolean) ?? annexA.map(entryOf).findLast(Boolean);
  return other ? { after: other, place: 'declaration' } : { after: fallback, place: 'file' };
}
