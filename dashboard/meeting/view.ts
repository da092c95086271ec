/** Meeting mode: one risk or control after the other, large enough for a room, with what is decided about it. */
import { button, checkbox, h, select } from '../dom.ts';
import { ownerField } from '../fields.ts';
import type { State } from '../state.ts';
import { counted, type Words } from '../strings.ts';
import { type Context, fullName } from '../view.ts';
import { type AgendaName, activeFilters, agendaOf, type Entry, kindOf, noFilters } from './agenda.ts';
import { announce } from './announce.ts';
import { fillScreen, fillsScreen, leaveScreen, mayFillScreen } from './full-screen.ts';
import { itemParts, signOf, urgencyWords } from './item.ts';

/** As many entries of the agenda are listed before and behind the current one. */
const around = 40;

/** The page of a meeting, and what is to be done once it is drawn. */
export function meetingPage(
  context: Context,
  agenda: AgendaName,
  leave: () => void,
): { readonly page: HTMLElement; readonly drawn: () => void } {
  const { words } = context;
  const { entries, at } = agendaOf(context, agenda);
  const current = entries[at];
  const before = document.querySelector<HTMLElement>('.meeting');
  const isSame = before?.dataset.item === current?.item.id;
  const tops = ['.item', '.agenda'].map(name => before?.querySelector(name)?.scrollTop ?? 0);
  const page = h(
    'div',
    { class: 'meeting', 'data-view': 'meeting', 'data-item': current?.item.id },
    barOf(context, agenda, leave),
    h(
      'div',
      { class: 'meeting-columns' },
      listOf(context, agenda, entries, at),
      h(
        'main',
        { class: 'item', 'aria-labelledby': current ? 'meeting-title' : 'meeting-where', tabindex: '0' },
        current ? itemParts(context, current) : h('p', { class: 'note' }, words.emptyAgenda),
      ),
    ),
    current ? outcome(context, current) : null,
    footOf(context, agenda, entries, at),
  );
  return {
    page,
    drawn: () => {
      const list = page.querySelector<HTMLElement>('.agenda');
      const item = page.querySelector<HTMLElement>('.item');
      if (item) item.scrollTop = isSame ? (tops[0] ?? 0) : 0;
      if (list) {
        list.scrollTop = tops[1] ?? 0;
        intoSight(list, list.querySelector<HTMLElement>('[aria-current]'));
      }
      if (!current) announce(words.emptyAgenda);
      else
        announce(
          `${counted(words.position, at + 1, entries.length)}: ${titleOf(current)}. ${urgencyWords(words, current).join(', ')}`,
        );
      if (document.activeElement === document.body)
        page.querySelector<HTMLElement>('#meeting-title')?.focus({ preventScroll: true });
    },
  };
}

const titleOf = ({ item: { id }, mark: { title } }: Entry): string => fullName({ id, title });

/** Scrolls the list alone: `scrollIntoView` would move the page too. */
function intoSight(list: HTMLElement, entry: HTMLElement | null): void {
  if (!entry) return;
  const [inside, outside] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inside.top < outside.top || inside.bottom > outside.bottom)
    list.scrollTop += inside.top - outside.top - (outside.height - inside.height) / 2;
}

/** Goes by some entries; stays where there are none. */
export function go(context: Pick<Context, 'pictures' | 'state' | 'change'>, agenda: AgendaName, steps: number): void {
  const { entries, at } = agendaOf(context, agenda);
  const next = entries[Math.min(Math.max(at + steps, 0), entries.length - 1)];
  if (next) context.change({ chosen: `${kindOf(agenda)} ${next.item.id}` });
}

/** How many entries a key goes by; undefined for all other keys, and for those that belong to a field. */
export function stepsOf({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): number | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
  if (target instanceof Element && target.closest('input, select, textarea')) return undefined;
  return { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key];
}

/** Scrolls what is longer than the screen by a key, wherever the focus is; tells whether it did. */
export function scrollBy({ key, target }: KeyboardEvent): boolean {
  const lines = { ArrowDown: 3, ArrowUp: -3 }[key];
  const item = document.querySelector<HTMLElement>('.meeting .item');
  if (!lines || !item || (target instanceof Element && target.closest('input, select, textarea'))) return false;
  item.scrollTop += lines * 24;
  return true;
}

function barOf(context: Context, agenda: AgendaName, leave: () => void): HTMLElement {
  const { pictures, state, words, change } = context;
  const marks = agenda === 'risks' ? pictures.landscape.risks : pictures.soa.controls;
  const others = activeFilters(state, agenda).filter(name => name !== 'owner' && name !== 'gaps');
  return h(
    'header',
    { class: 'meeting-bar' },
    h(
      'div',
      { class: 'title' },
      h('h1', { id: 'meeting-where' }, pictures.isms),
      h('p', {}, `${words.agenda} · ${words.asOf} ${pictures.asOf}`),
    ),
    h(
      'div',
      { class: 'filters' },
      select(
        words.agenda,
        agenda,
        [
          ['risks', words.risks],
          ['controls', words.controls],
        ],
        meeting => change({ meeting, search: '', state: '' }),
        'agenda',
      ),
      ownerField(context, marks),
      checkbox(words.onlyOpen, state.gaps, gaps => change({ gaps }), 'gaps'),
      others.length ? otherFilters(words, others, state, () => change(noFilters)) : null,
    ),
    h(
      'div',
      { class: 'meeting-buttons' },
      mayFillScreen() && !context.write
        ? button(
            fillsScreen() ? words.leaveFullScreen : words.fullScreen,
            () => void (fillsScreen() ? leaveScreen() : fillScreen()),
            { name: 'full-screen' },
          )
        : null,
      button(words.leaveMeeting, leave, { name: 'leave-meeting' }),
    ),
  );
}

/** Filters of the picture that go on to count here, which nobody sees else. */
const otherFilters = (words: Words, names: readonly (keyof State)[], state: State, clear: () => void): HTMLElement =>
  h(
    'p',
    { class: 'other-filters' },
    `${words.filteredBy} ${names.map(name => state[name]).join(', ')} `,
    button(words.allOfAgenda, clear, { name: 'all-of-agenda' }),
  );

function listOf(context: Context, agenda: AgendaName, entries: readonly Entry[], at: number): HTMLElement {
  const { words, change } = context;
  const from = Math.max(0, at - around);
  const to = Math.min(entries.length, at + around + 1);
  const rest = entries.length - to;
  return h(
    'nav',
    { class: 'agenda', 'aria-label': words.agenda },
    from > 0 && h('p', { class: 'note' }, counted(words.before, from)),
    h(
      'ol',
      { start: from + 1 },
      entries.slice(from, to).map((entry, index) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              id: `agenda-${entry.item.id}`,
              title: urgencyWords(words, entry).join(', '),
              'aria-current': from + index === at ? 'step' : undefined,
              click: () => change({ chosen: `${kindOf(agenda)} ${entry.item.id}` }),
            },
            h('span', { class: 'sign', 'aria-hidden': 'true' }, signOf(entry)),
            ` ${titleOf(entry)}`,
          ),
        ),
      ),
    ),
    rest > 0 && h('p', { class: 'note' }, counted(words.behind, rest)),
  );
}

/** What may be written; where there is no text beside the page, it says so and where the text stands. */
function outcome(context: Context, { kind, mark, item: { id } }: Entry): HTMLElement {
  const { words, write, place } = context;
  const about = (name: 'accept' | 'assess' | 'record' | 'decide' | 'justify' | 'prove') =>
    button(words[name], () => write?.(name, id), { name });
  const buttons =
    kind === 'risk'
      ? [about('accept'), about('assess'), about('record')]
      : [about('decide'), ...(mark.place ? [about('justify'), about('prove')] : []), about('record')];
  return h(
    'section',
    { class: 'outcome', 'aria-labelledby': 'outcome' },
    h('h2', { id: 'outcome' }, words.outcome),
    write
      ? h('p', { class: 'writing' }, buttons)
      : h('p', { class: 'note' }, `${words.onlyShown} `, place(mark.place) ?? words.missing),
  );
}

function footOf(context: Context, agenda: AgendaName, entries: readonly Entry[], at: number): HTMLElement {
  const { words } = context;
  const step = (name: 'previous' | 'next', steps: number, isEnd: boolean): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        id: `${name}-item`,
        'aria-disabled': isEnd ? 'true' : undefined,
        click: () => go(context, agenda, steps),
      },
      name === 'previous' ? `← ${words.previous}` : `${words.next} →`,
    );
  return h(
    'footer',
    { class: 'meeting-foot' },
    step('previous', -1, at <= 0),
    h(
      'div',
      { class: 'position' },
      h('span', {}, counted(words.position, at + 1, entries.length)),
      h('progress', { 'aria-label': words.progress, max: Math.max(entries.length, 1), value: at + 1 }),
    ),
    step('next', 1, at >= entries.length - 1),
  );
}
