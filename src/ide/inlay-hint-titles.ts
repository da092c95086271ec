/** The title of what a reference names, where the name does not say it already. */
import { refer } from '../analysis/named.ts';
import type { Declaration } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import type { Chunk } from '../syntax/text/chunk.ts';
import type { Hint } from './inlay-hint-kind.ts';
import { shorten } from './markdown.ts';

/** How much of a title is shown: less where several names stand on a line. */
const alone = 60;
const amongOthers = 24;

export function titleHints(view: IsmsView, declaration: Declaration, chunk: Chunk): Hint[] {
  const lineOf = (offset: number): number => {
    const at = chunk.bodyStart + offset;
    return Math.max(chunk.text.lastIndexOf('\n', at - 1), chunk.text.lastIndexOf('\r', at - 1));
  };
  const onLine = new Map<number, number>();
  for (const { start } of declaration.$references) onLine.set(lineOf(start), (onLine.get(lineOf(start)) ?? 0) + 1);
  return declaration.$references.flatMap(ref => {
    const { title } = refer(view, ref);
    if (title === undefined || title.trim() === '' || saysTheSame(ref.name, title)) return [];
    const most = (onLine.get(lineOf(ref.start)) ?? 0) > 1 ? amongOthers : alone;
    return [{ at: ref.end, label: inWords(title, most) }];
  });
}

/** Cut between two words. */
const inWords = (title: string, most: number): string => {
  const cut = shorten(title, most);
  return cut.endsWith('…') ? `${cut.slice(0, -1).replace(/ \S*$/, '')}…` : cut;
};

/** `ManagingPartner` says what “Managing partner” does. */
const saysTheSame = (name: string, title: string): boolean => bare(name) === bare(title);

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
