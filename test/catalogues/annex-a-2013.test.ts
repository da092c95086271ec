import { describe, expect, test } from 'vitest';
import { annexA, compareControlIds, findControl } from '../../src/catalogues/annex-a.ts';
import { annexA2013, find2013 } from '../../src/catalogues/annex-a-2013.ts';

const domainSizes = {
  ...{ 'A.5': 2, 'A.6': 7, 'A.7': 6, 'A.8': 10, 'A.9': 14, 'A.10': 2, 'A.11': 15 },
  ...{ 'A.12': 14, 'A.13': 7, 'A.14': 13, 'A.15': 5, 'A.16': 7, 'A.17': 4, 'A.18': 8 },
};
const idsOf = (entries: readonly { id: string }[] | undefined) => entries?.map(entry => entry.id);
const successors = (id: string) => idsOf(find2013(id)?.successors);

describe('correspondence of 2013 and 2022', () => {
  test('has 114 controls in 14 domains', () => {
    expect(annexA2013).toHaveLength(114);
    expect(new Set(idsOf(annexA2013)).size).toBe(114);
    const sizes = Object.fromEntries(Object.keys(domainSizes).map(domain => [domain, 0]));
    for (const control of annexA2013) sizes[control.domain] = (sizes[control.domain] ?? 0) + 1;
    expect(sizes).toEqual(domainSizes);
  });

  test.each(annexA2013)('$id stands under its objective and domain and has successors', control => {
    expect(control.title).toBe(control.title.trim());
    expect(control.title).not.toBe('');
    expect(control.id.startsWith(`${control.objective}.`)).toBe(true);
    expect(control.objective.startsWith(`${control.domain}.`)).toBe(true);
    expect(control.successors.length).toBeGreaterThan(0);
    expect(new Set(control.successors).size).toBe(control.successors.length);
  });

  test('is the same read in either direction, 115 links', () => {
    const forwards = annexA2013.flatMap(old => old.successors.map(control => `${old.id} ${control.id}`));
    const backwards = annexA.flatMap(control => control.predecessors2013.map(old => `${old} ${control.id}`));
    expect(forwards).toHaveLength(115);
    expect(new Set(forwards)).toEqual(new Set(backwards));
    expect(backwards).toHaveLength(115);
    expect(new Set(annexA2013.flatMap(old => idsOf(old.successors))).size).toBe(82);
  });

  test('A.18.2.3 is the only one with two successors', () => {
    expect(successors('A.18.2.3')).toEqual(['A.5.36', 'A.8.8']);
    expect(find2013('A.18.2.3')).toMatchObject({ mergedWith: ['A.12.6.1', 'A.18.2.2'] });
    expect(idsOf(annexA2013.filter(old => old.successors.length > 1))).toEqual(['A.18.2.3']);
  });

  // Where the best-known open conversion is wrong: nothing for nine, redundancy for information transfer.
  test.each([
    ['A.6.1.3', 'A.5.5'],
    ['A.6.1.4', 'A.5.6'],
    ['A.6.1.5', 'A.5.8'],
    ['A.9.2.5', 'A.5.18'],
    ['A.9.2.6', 'A.5.18'],
    ['A.12.6.2', 'A.8.19'],
    ['A.12.7.1', 'A.8.34'],
    ['A.14.2.3', 'A.8.32'],
    ['A.14.2.4', 'A.8.32'],
    ['A.13.2.1', 'A.5.14'],
    ['A.13.2.2', 'A.5.14'],
    ['A.13.2.3', 'A.5.14'],
    ['A.13.2.4', 'A.6.6'],
    ['A.9.4.2', 'A.8.5'],
    ['A.16.1.3', 'A.6.8'],
  ])('%s became %s', (old, current) => {
    expect(successors(old)).toEqual([current]);
  });

  test('names the others that were merged into the same control', () => {
    expect(find2013('A.9.4.2')).toMatchObject({ kind: 'control', title: 'Secure log-on procedures', mergedWith: [] });
    expect(find2013('A.13.2.2')).toMatchObject({ mergedWith: ['A.13.2.1', 'A.13.2.3'] });
    expect(find2013('A.11.2.5')).toMatchObject({ mergedWith: ['A.8.3.1', 'A.8.3.2', 'A.8.3.3'] });
  });

  test('gives objectives and domains the union of their successors', () => {
    expect(find2013('A.9.4')).toEqual({
      kind: 'objective',
      id: 'A.9.4',
      title: 'System and application access control',
      members: ['A.9.4.1', 'A.9.4.2', 'A.9.4.3', 'A.9.4.4', 'A.9.4.5'],
      successors: ['A.5.17', 'A.8.3', 'A.8.4', 'A.8.5', 'A.8.18'].map(id => findControl(id)),
    });
    expect(find2013('A.12')).toMatchObject({ kind: 'domain', title: 'Operations security' });
    expect(successors('A.12')).toContain('A.8.13');
    expect(successors('A.18')).toEqual(['A.5.31', 'A.5.32', 'A.5.33', 'A.5.34', 'A.5.35', 'A.5.36', 'A.8.8']);
    expect(successors('A.14.2')).toEqual(['A.8.25', 'A.8.27', 'A.8.29', 'A.8.30', 'A.8.31', 'A.8.32']);
  });

  test('never reports a number that 2022 uses', () => {
    for (const { id } of annexA) expect(find2013(id), id).toBeUndefined();
    for (const id of ['A.5', 'A.6', 'A.7', 'A.8']) expect(find2013(id), id).toBeUndefined();
    expect(find2013('A.5.1')).toBeUndefined();
    expect(find2013('A.5.1.1')?.title).toBe('Policies for information security');
  });

  test('does not know what neither edition has', () => {
    for (const id of ['A.5.1.3', 'A.9.5', 'A.19', '9.4.2', 'a.9.4.2', 'A.9.4.2.1', '']) {
      expect(find2013(id), id).toBeUndefined();
    }
  });

  test('lists everything in natural order', () => {
    expect(idsOf(annexA2013)).toEqual(idsOf(annexA2013)?.sort(compareControlIds));
    expect(annexA2013.at(-1)?.id).toBe('A.18.2.3');
    for (const old of annexA2013) expect(idsOf(old.successors)).toEqual(idsOf(old.successors)?.sort(compareControlIds));
  });
});
