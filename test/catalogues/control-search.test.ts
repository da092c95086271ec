import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { searchControls } from '../../src/catalogues/control-search.ts';

const found = (text: string) => searchControls(text).map(control => control.id);
const all = annexA.map(control => control.id);

describe('searching controls', () => {
  test.each(['', '  ', 'A', 'a.', 'A.'])('"%s" finds all in natural order', text => {
    expect(found(text)).toEqual(all);
  });

  test('by number, the exact one first', () => {
    expect(found('8.13')).toEqual(['A.8.13']);
    expect(found('a8.13')).toEqual(['A.8.13']);
    expect(found('A.8.1')).toEqual(['A.8.1', ...Array.from({ length: 10 }, (_, i) => `A.8.1${i}`)]);
    expect(found('A.6.')).toEqual(all.filter(id => id.startsWith('A.6.')));
  });

  test('by the beginning of title words, titles that begin so first', () => {
    expect(found('backup')).toEqual(['A.8.13']);
    expect(found('log')[0]).toBe('A.8.15');
    expect(found('access').slice(0, 4)).toEqual(['A.5.15', 'A.5.18', 'A.8.4', 'A.8.2']);
    expect(found('access rights').slice(0, 2)).toEqual(['A.5.18', 'A.8.2']);
    expect(found('Rights access')).toContain('A.5.18');
    expect(found('8 backup')).toEqual(['A.8.13']);
    expect(found('5 backup')).toEqual([]);
  });

  test('across spellings, also unfinished ones', () => {
    for (const text of ['synchronis', 'synchroniza', 'synchronisation']) expect(found(text), text).toEqual(['A.8.17']);
    for (const text of ['labell', 'labeli', 'labelling']) expect(found(text), text).toEqual(['A.5.13']);
    for (const text of ['lifecy', 'life cycle']) expect(found(text), text).toEqual(['A.8.25']);
    for (const text of ['endpoint', 'end point', 'end-point']) expect(found(text), text).toEqual(['A.8.1']);
  });

  test('by words and numbers of 2013, after the titles of today', () => {
    expect(found('password')).toEqual(['A.5.17']);
    expect(found('logon')).toEqual(['A.8.5']);
    expect(found('teleworking')).toEqual(['A.6.7']);
    expect(found('A.9.4.2')).toEqual(['A.8.5']);
    expect(found('18.2.3')).toEqual(['A.5.36', 'A.8.8']);
    expect(found('8.3.')).toEqual(['A.7.10']);
    expect(found('monitoring')).toEqual(['A.5.22', 'A.8.16', 'A.7.4']);
  });

  test('nothing for what no control is called', () => {
    for (const text of ['zebra', '99', 'A.8.35', 'backup zebra']) expect(found(text), text).toEqual([]);
  });

  test('every control is the first answer to its own id and is among those of its title', () => {
    for (const control of annexA) {
      expect(searchControls(control.id)[0]).toBe(control);
      expect(searchControls(control.title)[0]).toBe(control);
    }
  });
});
