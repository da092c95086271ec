/** What a reader has to know before trusting the pictures: that they are older than the texts, or lack a part of them. */
import { h } from './dom.ts';
import { counted } from './strings.ts';
import type { Context } from './view.ts';

/** As many damaged places are named. */
const most = 5;

export function notices(
  { pictures, words, place }: Context,
  { problem, isCut }: { readonly problem: string | undefined; readonly isCut: boolean },
): HTMLElement[] {
  const { damage } = pictures;
  const told: HTMLElement[] = [];
  if (isCut) told.push(h('p', {}, words.cut));
  if (problem !== undefined) told.push(h('p', {}, words.older), h('p', { class: 'problem' }, problem));
  if (damage.length) {
    told.push(
      h('p', {}, damage.length === 1 ? words.damagedOnce : counted(words.damaged, damage.length)),
      h(
        'ul',
        {},
        damage.slice(0, most).map(one => h('li', {}, place(one.place), ` ${one.message}`)),
        damage.length > most && h('li', {}, counted(words.moreInColumn, damage.length - most)),
      ),
    );
  }
  return told.length
    ? [h('div', { role: 'status', class: 'notice' }, h('span', { 'aria-hidden': 'true' }, '⚠'), h('div', {}, told))]
    : [];
}
