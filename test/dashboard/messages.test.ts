/** What passes between the page of pictures and the editor: the messages there are, and nothing else, whatever either end sends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  abouts,
  type FromPage,
  historyFrom,
  isNamedIn,
  keptIsms,
  messageFromPage,
  newsFrom,
} from '../../dashboard/messages.ts';
import { addressOf, stateFrom } from '../../dashboard/state.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { open } from '../documents/open.ts';

const place = { path: 'risks/cyber.isms', line: 3, column: 6 };
const messages: FromPage[] = [
  { kind: 'ready' },
  { kind: 'history' },
  { kind: 'reveal', place, goes: true },
  ...abouts.map(about => ({ kind: 'write' as const, about, id: 'A.8.13' })),
  { kind: 'save', file: { name: 'risk-landscape', ending: 'svg', content: '<svg/>' } },
  { kind: 'save', file: { name: 'calendar', ending: 'png', content: 'iVBORw==' } },
];

describe('a message of the page', () => {
  test.each(messages)('%j is taken as it is', message => {
    expect(messageFromPage(structuredClone(message))).toEqual(message);
  });

  test('is taken without what is not part of it', () => {
    expect(messageFromPage({ kind: 'ready', more: 1 })).toEqual({ kind: 'ready' });
    expect(messageFromPage({ kind: 'reveal', place: { ...place, uri: 'file:///etc' }, goes: false })).toEqual({
      kind: 'reveal',
      place,
      goes: false,
    });
  });

  test.each<[string, unknown]>([
    ['of no kind', {}],
    ['of an unknown kind', { kind: 'run', command: 'rm' }],
    ['that is none', null],
    ['that is a list', [{ kind: 'ready' }]],
    ['to reveal nothing', { kind: 'reveal', goes: true }],
    ['to reveal line 0', { kind: 'reveal', place: { ...place, line: 0 }, goes: true }],
    ['to reveal half a line', { kind: 'reveal', place: { ...place, line: 1.5 }, goes: true }],
    ['to reveal a line as a text', { kind: 'reveal', place: { ...place, line: '1' }, goes: true }],
    ['to reveal no path', { kind: 'reveal', place: { ...place, path: '' }, goes: true }],
    ['to reveal and not to say how', { kind: 'reveal', place }],
    ['to write what there is not', { kind: 'write', about: 'delete', id: 'A.8.13' }],
    ['to write about nothing', { kind: 'write', about: 'decide', id: '' }],
    ['to write about a text', { kind: 'write', about: 'decide', id: 'x'.repeat(301) }],
    ['to save under a path', { kind: 'save', file: { name: '../x', ending: 'svg', content: '' } }],
    ['to save what is no drawing', { kind: 'save', file: { name: 'x', ending: 'html', content: '' } }],
    ['to save pixels that are none', { kind: 'save', file: { name: 'x', ending: 'png', content: '<svg>' } }],
    ['to save no text', { kind: 'save', file: { name: 'x', ending: 'svg', content: 1 } }],
  ])('%s is dropped', (_, message) => {
    expect(messageFromPage(message)).toBeUndefined();
  });

  test('is one of these whatever comes, and never an error', () => {
    const near = fc.record(
      {
        kind: fc.constantFrom('ready', 'reveal', 'save'),
        place: fc.anything(),
        goes: fc.anything(),
        file: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), near), value => {
        const message = messageFromPage(value);
        if (message) expect(messageFromPage(message)).toEqual(message);
      }),
    );
  });
});

describe('what the editor tells', () => {
  const { unit } = open([['a.isms', 'isms Small "Small" {}\nrisk R-1 "Fire" {}\n']]);
  const news = { kind: 'pictures', pictures: JSON.parse(JSON.stringify(picturesOf(unit))) };

  test('is drawn if it is pictures or a reason', () => {
    expect(newsFrom(news)).toBe(news);
    expect(newsFrom({ kind: 'problem', message: 'why' })).toEqual({ kind: 'problem', message: 'why' });
  });

  test.each(Object.keys(news.pictures).filter(key => !['organization', 'isms', 'asOf'].includes(key)))(
    'is not drawn without its %s',
    key => {
      const { [key]: _, ...less } = news.pictures;
      expect(newsFrom({ kind: 'pictures', pictures: less })).toBeUndefined();
    },
  );

  test.each(['risks', 'controls'])('is not drawn without the %s of its meeting', key => {
    const { [key]: _, ...meeting } = news.pictures.meeting;
    expect(newsFrom({ kind: 'pictures', pictures: { ...news.pictures, meeting } })).toBeUndefined();
  });

  test('is not drawn in a version that the page does not know', () => {
    expect(newsFrom({ kind: 'pictures', pictures: { ...news.pictures, version: 2 } })).toBeUndefined();
  });

  test('is nothing, whatever comes, and never an error', () => {
    fc.assert(fc.property(fc.anything(), value => newsFrom(value) === undefined));
  });

  test('names the files that a page can have opened, and no other', () => {
    expect(isNamedIn(news.pictures, 'a.isms')).toBe(true);
    for (const path of ['b.isms', '../a.isms', 'Small', '', 'R-1']) expect(isNamedIn(news.pictures, path)).toBe(false);
    expect(isNamedIn(undefined, 'a.isms')).toBe(false);
  });
});

describe('what is kept of a page', () => {
  test('says which ISMS it is about, or nothing', () => {
    expect(keptIsms({ isms: 'file:///a', state: {} })).toBe('file:///a');
    for (const state of [undefined, null, 'x', {}, { isms: 1 }]) expect(keptIsms(state)).toBeUndefined();
  });

  test('is a state whatever was kept, and the same in an address', () => {
    fc.assert(
      fc.property(fc.anything(), kept => {
        const state = stateFrom(kept);
        expect(stateFrom(addressOf(state))).toEqual(state);
        expect(Object.values(state).every(value => typeof value === 'string')).toBe(true);
      }),
    );
  });
});

describe('the history that a page is told', () => {
  const history = { version: 1, methods: [], risks: [], metrics: [], moments: [], failed: [], leftOut: 0 };

  test.each([[{ kind: 'history', history }], [{ kind: 'no-history', why: 'untrusted' }]])(
    '%j is taken as it is',
    news => {
      expect(historyFrom(structuredClone(news))).toEqual(news);
    },
  );

  test.each<[string, unknown]>([
    ['of another version', { kind: 'history', history: { ...history, version: 2 } }],
    ['without moments', { kind: 'history', history: { ...history, moments: undefined } }],
    ['without a reason', { kind: 'no-history' }],
    ['that is news of another kind', { kind: 'problem', message: 'x' }],
    ['that is none', null],
  ])('%s is dropped', (_, news) => {
    expect(historyFrom(news)).toBeUndefined();
  });

  test('is one of these whatever comes, and never an error', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const news = historyFrom(value);
        expect(news === undefined || ['history', 'no-history'].includes(news.kind)).toBe(true);
      }),
    );
  });
});
