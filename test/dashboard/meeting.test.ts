/** How a meeting goes on: its agenda keeps its order while things are decided, and keys go where they say. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaName, agendaOf, endMeeting, heldAgenda } from '../../dashboard/meeting/agenda.ts';
import { meetingWords } from '../../dashboard/meeting/words.ts';
import { stateFrom } from '../../dashboard/state.ts';
import type { Pictures } from '../../src/pictures/data.ts';
import { picturesOf } from '../../src/pictures/pictures.ts';
import { open } from '../documents/open.ts';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 12 });

describe('an agenda that is held', () => {
  test('neither loses nor doubles what is there, and keeps what it had in its order', () => {
    fc.assert(
      fc.property(ids, ids, ids, (held, fresh, more) => {
        const existing = new Set([...fresh, ...more]);
        const next = heldAgenda(held, fresh, existing);
        expect(new Set(next).size).toBe(next.length);
        for (const id of fresh) expect(next).toContain(id);
        for (const id of next) expect(existing.has(id)).toBe(true);
        expect(next.filter(id => held.includes(id))).toEqual(held.filter(id => existing.has(id)));
        expect(heldAgenda(next, fresh, existing)).toEqual(next);
      }),
    );
  });

  test('begins as it would be now', () => {
    fc.assert(
      fc.property(ids, fresh => {
        expect(heldAgenda([], fresh, new Set(fresh))).toEqual(fresh);
      }),
    );
  });
});

describe('a meeting', () => {
  const text = (accepted: string): string => `isms Small "Small" {}
method { likelihood { 1: rare 2: likely } impact { 1: minor 2: severe } levels { low: 1..2 high: 4 } appetite: low }
role Cto {}\nrole Ciso {}
risk A { owner: Cto likelihood: likely impact: severe ${accepted} }
risk B { owner: Cto likelihood: likely impact: severe }
risk C { owner: Ciso likelihood: rare impact: minor treatment: retain }
`;
  const pictures = (accepted = ''): Pictures => {
    const { unit, workspace } = open([['a.isms', text(accepted)]]);
    return picturesOf(unit, workspace);
  };
  const shown = (hash: string, given = pictures()): [string[], number] => {
    const { entries, at } = agendaOf({ pictures: given, state: stateFrom(hash) }, 'risks');
    return [entries.map(({ item }) => item.id), at];
  };

  test('is named by the address, and nothing else is one', () => {
    expect(agendaName(stateFrom('meeting=risks'))).toBe('risks');
    expect(agendaName(stateFrom('meeting=controls'))).toBe('controls');
    for (const hash of ['', 'meeting=yes', 'meeting=__proto__']) expect(agendaName(stateFrom(hash))).toBeUndefined();
  });

  test('begins with the most important, or with what is chosen', () => {
    endMeeting();
    expect(shown('meeting=risks')).toEqual([['A', 'B', 'C'], 0]);
    expect(shown('meeting=risks&chosen=risk+C')).toEqual([['A', 'B', 'C'], 2]);
    expect(shown('meeting=risks&chosen=control+A.8.1')).toEqual([['A', 'B', 'C'], 0]);
  });

  test('follows the filters of the picture', () => {
    endMeeting();
    expect(shown('meeting=risks&owner=Ciso')[0]).toEqual(['C']);
    expect(shown('meeting=risks&level=high')[0]).toEqual(['A', 'B']);
    expect(shown('meeting=risks&gaps=yes')[0]).toEqual(['A', 'B']);
    expect(shown('meeting=risks&owner=Nobody')).toEqual([[], -1]);
  });

  test('stays at what was just decided about, and begins anew the next time', () => {
    endMeeting();
    const hash = 'meeting=risks&chosen=risk+A';
    expect(shown(hash)).toEqual([['A', 'B', 'C'], 0]);
    const after = pictures('accepted: 2026-05-01 by Cto');
    expect(after.meeting.risks.map(({ id }) => id)).toEqual(['B', 'A', 'C']);
    expect(shown(hash, after)).toEqual([['A', 'B', 'C'], 0]);
    endMeeting();
    expect(shown(hash, after)).toEqual([['B', 'A', 'C'], 1]);
  });
});

test('each word of a meeting is said in both languages', () => {
  const keys = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keys(value).map(inner => `${key}.${inner}`) : [key],
    );
  expect(keys(meetingWords.de)).toEqual(keys(meetingWords.en));
  const counts = (words: object) =>
    Object.values(words).map(value => (typeof value === 'string' ? value.split('#').length : 0));
  expect(counts(meetingWords.de)).toEqual(counts(meetingWords.en));
});
