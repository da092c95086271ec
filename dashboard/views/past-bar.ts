/** The slider over the history, and what else there is to say of it. */
import type { FailedMoment, History, Moment } from '../../src/pictures/history-data.ts';
import { button, h } from '../dom.ts';
import { counted, type Words } from '../strings.ts';
import type { Context } from '../view.ts';

/** As many commits that cannot be shown are named. */
const mostNamed = 10;

/** Opens and closes the slider; none where there is no history. */
export const pastButton = ({ past, state, words, change }: Context): HTMLElement[] =>
  past.isOffered
    ? [
        button(words.showPast, () => change({ past: state.past === 'yes' ? '' : 'yes', at: '' }), {
          name: 'past',
          pressed: state.past === 'yes',
        }),
      ]
    : [];

/** The slider where it is open; else, while there is none, why. */
export function pastBar(context: Context): HTMLElement | null {
  const { past, state, words } = context;
  if (state.past !== 'yes' || !past.isOffered) return null;
  if (past.news?.kind !== 'history' || !past.news.history.moments.length) return pastNote(context);
  const { history } = past.news;
  return h('section', { class: 'past', 'aria-label': words.past }, [
    slider(context, history),
    ...(past.moment ? [banner(context, past.moment)] : []),
    ...leftOutNotes(history, words),
  ]);
}

function slider({ past, words, change }: Context, { moments }: History): HTMLElement {
  const { moment, isPlaying } = past;
  const index = moment ? moments.indexOf(moment) : moments.length;
  const go = (isKept: boolean) => (event: Event) => past.goTo(Number((event.target as HTMLInputElement).value), isKept);
  const toToday = (): void => {
    // The button does nothing then.
    document.getElementById('moment')?.focus();
    change({ at: '' });
  };
  return h('div', { class: 'slider' }, [
    h(
      'button',
      { type: 'button', id: 'play', click: () => past.play() },
      h('span', { 'aria-hidden': 'true' }, isPlaying ? '❚❚ ' : '▶ '),
      isPlaying ? words.pause : words.play,
    ),
    h(
      'div',
      { class: 'track' },
      h('label', { for: 'moment' }, words.moment),
      h('input', {
        id: 'moment',
        type: 'range',
        min: 0,
        max: moments.length,
        step: 1,
        value: index,
        'aria-valuetext': moment ? `${moment.day}: ${moment.subject}` : words.now,
        input: go(false),
        change: go(true),
      }),
      h('div', { class: 'ends' }, h('span', {}, moments[0]?.day ?? ''), h('span', {}, words.now)),
    ),
    // There even where it does nothing, so that the slider keeps its width while it is moved.
    h('button', { type: 'button', id: 'to-today', disabled: !moment, click: toToday }, words.toToday),
  ]);
}

const banner = ({ words }: Context, { day, subject, id }: Moment): HTMLElement =>
  h(
    'div',
    { role: 'status', class: 'notice then' },
    h('span', { 'aria-hidden': 'true' }, '↶'),
    h('div', {}, h('p', {}, h('strong', {}, `${words.inPast} ${day}`)), h('p', {}, subject, ' ', h('code', {}, id))),
  );

/** Why there is nothing to see, or not yet. */
export function pastNote({ past, words }: Context): HTMLElement {
  const { news, isOffered } = past;
  if (!isOffered) return h('p', { class: 'note' }, words.noHistory);
  if (!news) return h('p', { class: 'note', role: 'status' }, words.pastWaiting);
  if (news.kind === 'no-history') return h('p', { class: 'note' }, reasonWords(news.why, words));
  return h('div', {}, h('p', { class: 'note' }, words.noMoments), leftOutNotes(news.history, words));
}

function reasonWords(why: string, words: Words): string {
  const known: Readonly<Record<string, string>> = {
    'no-repository': words.noRepository,
    'no-commit': words.noCommits,
    'no-git': words.noGit,
    untrusted: words.untrusted,
    'no-files': words.noFiles,
  };
  return known[why] ?? why;
}

/** What of the history is not to be seen. */
export function leftOutNotes({ moments, failed, leftOut, isShallow }: History, words: Words): HTMLElement[] {
  const notes: HTMLElement[] = isShallow ? [h('p', { class: 'note' }, words.shallow)] : [];
  const looked = moments.length + failed.length;
  if (leftOut) notes.push(h('p', { class: 'note' }, counted(words.thinned, looked, looked + leftOut)));
  if (failed.length) {
    notes.push(
      h(
        'details',
        { class: 'note' },
        h('summary', {}, failed.length === 1 ? words.failedOnce : counted(words.failedMoments, failed.length)),
        h('ul', {}, failed.slice(0, mostNamed).map(failedLine)),
        failed.length > mostNamed && h('p', {}, counted(words.moreInColumn, failed.length - mostNamed)),
      ),
    );
  }
  return notes;
}

const failedLine = ({ day, id, subject, reason }: FailedMoment): HTMLElement =>
  h('li', {}, `${day} `, h('code', {}, id), ` ${subject}: ${reason}`);
