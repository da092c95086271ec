/** The dashboard: pictures of an ISMS with what filters them and what is behind each mark. Draws itself anew when something changes. */
import { extentOf, type Shape } from '../src/drawing/shape.ts';
import { svgFile } from '../src/drawing/shape-text.ts';
import type { News, Pictures, SourcePlace } from '../src/pictures/data.ts';
import { details } from './details.ts';
import { button, h, select } from './dom.ts';
import { gliding } from './gliding.ts';
import { put } from './graft.ts';
import { editorHost } from './hosts/editor.ts';
import { fileHost } from './hosts/file.ts';
import { servedHost } from './hosts/served.ts';
import { agendaName, endMeeting } from './meeting/agenda.ts';
import { fillScreen, leaveScreen, onScreenChange } from './meeting/full-screen.ts';
import { go, meetingPage, scrollBy, stepsOf } from './meeting/view.ts';
import { notices } from './notices.ts';
import { asThen, PastKeeper } from './past.ts';
import { pngOf } from './png.ts';
import { scrolling } from './scrolling.ts';
import { chosenPlace } from './source.ts';
import { type State, viewNames } from './state.ts';
import { languageOf, languages } from './strings.ts';
import type { Context, View } from './view.ts';
import { calendarView } from './views/calendar.ts';
import { landscapeView } from './views/landscape.ts';
import { soaView } from './views/soa.ts';
import { traceView } from './views/trace.ts';
import { trendsView } from './views/trends.ts';

/** The style of drawings, put in by the build: files that are saved bring it along. */
declare const DRAWING_STYLE: string;

const views = {
  landscape: landscapeView,
  soa: soaView,
  trace: traceView,
  calendar: calendarView,
  trends: trendsView,
} as const;

const host = editorHost() ?? servedHost() ?? fileHost;
let state: State = host.state();
let pictures: Pictures | undefined;
/** Why there are no newer pictures. */
let problem: string | undefined;
let isCut = false;
let isWaiting = false;
/** The moment of the history that was drawn last. */
let drawnAt = state.at;
const past = new PastKeeper(host, {
  state: () => state,
  change: (at, isKept) => change({ at }, isKept),
  told: drawSoon,
});

host.begin(told, cut => {
  isCut = cut;
  drawSoon();
});
drawSoon();
window.addEventListener('resize', drawSoon);
window.addEventListener('hashchange', () => {
  state = host.state();
  drawSoon();
});
window.addEventListener('keydown', meetingKey);
onScreenChange(isByReader => {
  if (isByReader && agendaName(state)) leaveMeeting();
  else drawSoon();
});

/** The last pictures stay while there are no newer ones. */
function told(news: News): void {
  if (news.kind === 'pictures') pictures = news.pictures;
  problem = news.kind === 'problem' ? news.message : undefined;
  drawSoon();
}

/** What is only glanced at, as while a slider is moved, is not kept. */
function change(changed: Partial<State>, isKept = true): void {
  state = { ...state, ...changed };
  if (isKept) host.keep(state);
  drawSoon();
  // In a meeting nothing opens beside what everybody looks at.
  const place = changed.chosen !== undefined && !agendaName(state) && pictures && chosenPlace(pictures, state);
  if (place) host.reveal?.(place, false);
}

/**
 * On the whole screen where that is allowed; begins with what is chosen, else with the most important. Not so beside a text: what is to be written the
 * editor asks in its own window, over which the whole screen would lie.
 */
function beginMeeting(): void {
  if (!host.write) void fillScreen();
  change({ meeting: state.view === 'soa' || state.chosen.startsWith('control ') ? 'controls' : 'risks' });
}

/** Back to the picture, with what was shown last chosen in it. */
function leaveMeeting(): void {
  const agenda = agendaName(state);
  endMeeting();
  void leaveScreen();
  change({ meeting: '', view: agenda === 'controls' ? 'soa' : 'landscape' });
  // Once the page is drawn without the meeting.
  queueMicrotask(() => document.getElementById('meeting')?.focus());
}

function meetingKey(event: KeyboardEvent): void {
  const agenda = agendaName(state);
  if (!agenda || !pictures || event.defaultPrevented) return;
  const steps = stepsOf(event);
  if (event.key === 'Escape') leaveMeeting();
  else if (steps !== undefined) go({ pictures, state, change }, agenda, steps);
  else if (!scrollBy(event)) return;
  event.preventDefault();
}

/** Several changes at once are one drawing. */
function drawSoon(): void {
  if (isWaiting) return;
  isWaiting = true;
  queueMicrotask(() => {
    isWaiting = false;
    draw();
  });
}

/** Draws everything; what has the keyboard's focus keeps it, and the page stays where it is. */
function draw(): void {
  const language = languageOf(state.language, host.language);
  const words = languages[language];
  document.documentElement.lang = language;
  const focused = focusKey();
  const root = document.getElementById('dashboard');
  if (!root) return;
  if (!pictures) {
    const waits = host !== fileHost && !isCut;
    root.replaceChildren(
      h('p', { role: waits ? 'status' : 'alert', class: 'note' }, problem ?? (waits ? words.waiting : words.failed)),
    );
    return;
  }
  document.title = `${words.dashboard}: ${pictures.isms}`;
  const present = contextOf(pictures, language, root);
  const agenda = agendaName(state);
  document.documentElement.classList.toggle('in-meeting', agenda !== undefined);
  if (agenda) {
    const { page, drawn } = meetingPage(present, agenda, leaveMeeting);
    root.replaceChildren(...notices(present, { problem, isCut }), page);
    restoreFocus(root, focused);
    drawn();
    return;
  }
  const context = asThen(present);
  const name = viewNames.find(one => one === state.view) ?? 'landscape';
  const stay = scrolling(root, name);
  const glide = state.at === drawnAt ? undefined : gliding(root);
  drawnAt = state.at;
  const view: View = views[name](context);
  const fresh = h(
    'div',
    {},
    h(
      'header',
      {},
      h(
        'div',
        { class: 'title' },
        h('h1', {}, pictures.isms),
        h('p', {}, `${pictures.organization ?? ''} · ${words.asOf} ${pictures.asOf}`),
      ),
      select(
        words.language,
        language,
        [
          ['en', 'English'],
          ['de', 'Deutsch'],
        ],
        value => change({ language: value }),
        'language',
      ),
    ),
    ...notices(context, { problem, isCut }),
    h(
      'nav',
      { 'aria-label': words.views },
      viewNames.map(one =>
        h(
          'button',
          {
            type: 'button',
            id: `view-${one}`,
            'aria-current': one === name ? 'page' : undefined,
            click: () => change({ view: one, search: '' }),
          },
          words[one],
        ),
      ),
      button(words.meeting, beginMeeting, { name: 'meeting' }),
    ),
    h(
      'div',
      { class: 'columns', 'data-view': name, 'data-then': context.past.moment?.day },
      h(
        'main',
        { 'aria-labelledby': 'view-title', keydown: backToToday },
        h('h2', { id: 'view-title' }, words[name]),
        h('div', { class: 'filters' }, view.filters),
        view.body,
      ),
      details(context),
    ),
  );
  put(root, fresh);
  restoreFocus(root, focused);
  stay();
  glide?.();
}

/** From a moment of the history, Escape leads back to today. */
function backToToday(event: Event): void {
  if ((event as KeyboardEvent).key !== 'Escape' || state.at === '') return;
  event.preventDefault();
  change({ at: '' });
}

function contextOf(given: Pictures, language: string, root: HTMLElement): Context {
  const words = languages[languageOf(language, language)];
  const months = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    pictures: given,
    state,
    words,
    past: past.view(given),
    month: month => months.format(new Date(`${month}-01T00:00:00Z`)),
    width: root.clientWidth > 900 ? root.clientWidth - 400 : root.clientWidth - 32,
    change: changed => change(changed),
    choose: (kind, id) => change({ chosen: `${kind} ${id}` }),
    drawn: (name, shape, element) =>
      h(
        'figure',
        {},
        h(
          'div',
          {
            class: 'scroll',
            tabindex: '0',
            role: 'region',
            'aria-label': `${words.views}: ${shape.attributes['aria-label']}`,
          },
          element,
        ),
        h(
          'figcaption',
          {},
          button(words.saveSvg, () => host.save({ name, ending: 'svg', content: fileOf(shape) }), { name: 'save' }),
          ' ',
          button(words.savePng, () => savePng(name, shape), { name: 'save-png' }),
        ),
      ),
    write: host.write,
    place: place => place && placeElement(place),
  };
}

const fileOf = (shape: Shape): string => svgFile(shape, DRAWING_STYLE);

function savePng(name: string, shape: Shape): void {
  const { width, height } = extentOf(shape);
  pngOf(fileOf(shape), width, height).then(
    content => host.save({ name, ending: 'png', content }),
    // A picture that this browser cannot draw in one: the other file holds all of it.
    () => host.save({ name, ending: 'svg', content: fileOf(shape) }),
  );
}

/** A place of the sources; where the text is beside the page, it leads there. */
function placeElement(place: SourcePlace): HTMLElement {
  const text = h('code', {}, `${place.path}:${place.line}`);
  if (!host.reveal) return text;
  return h('button', { type: 'button', class: 'link', click: () => host.reveal?.(place, true) }, text);
}

/** What has the focus, told so that it is found again in the next drawing. */
function focusKey(): { readonly selector: string; readonly cursor: number | null } | undefined {
  const active = document.activeElement;
  if (!(active instanceof Element) || active === document.body) return undefined;
  const cursor = active instanceof HTMLInputElement && active.type === 'search' ? active.selectionStart : null;
  if (active.id) return { selector: `#${CSS.escape(active.id)}`, cursor };
  for (const key of ['risk', 'control', 'node', 'month', 'moment', 'cell']) {
    const value = active.getAttribute(`data-${key}`);
    const owner = active.getAttribute('data-owner');
    if (value === null) continue;
    const more = owner === null ? '' : `[data-owner="${CSS.escape(owner)}"]`;
    return { selector: `[data-${key}="${CSS.escape(value)}"]${more}`, cursor };
  }
  return undefined;
}

function restoreFocus(root: HTMLElement, focused: ReturnType<typeof focusKey>): void {
  const found = focused && root.querySelector<HTMLElement>(focused.selector);
  if (!found) return;
  found.focus({ preventScroll: true });
  if (found instanceof HTMLInputElement && focused.cursor !== null)
    found.setSelectionRange(focused.cursor, focused.cursor);
}
