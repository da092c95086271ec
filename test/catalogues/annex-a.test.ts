import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annexA, compareControlIds, findControl, themes } from '../../src/catalogues/annex-a.ts';
import { compareNaturally } from '../../src/catalogues/natural-order.ts';

const expectedThemes = { organizational: [5, 37], people: [6, 8], physical: [7, 14], technological: [8, 34] } as const;

const allowedTags: Record<string, readonly string[]> = {
  controlType: ['preventive', 'detective', 'corrective'],
  properties: ['confidentiality', 'integrity', 'availability'],
  concepts: ['identify', 'protect', 'detect', 'respond', 'recover'],
  capabilities: [
    ...['governance', 'asset-management', 'information-protection', 'human-resource-security', 'physical-security'],
    ...['system-and-network-security', 'application-security', 'secure-configuration'],
    ...['identity-and-access-management', 'threat-and-vulnerability-management', 'continuity'],
    ...['supplier-relationships-security', 'legal-and-compliance', 'information-security-event-management'],
    'information-security-assurance',
  ],
  domains: ['governance-and-ecosystem', 'protection', 'defence', 'resilience'],
};

describe('Annex A of 2022', () => {
  test('has 93 controls with distinct titles, numbered without gaps in four themes', () => {
    const expected = Object.values(expectedThemes).flatMap(([prefix, count]) =>
      Array.from({ length: count }, (_, i) => `A.${prefix}.${i + 1}`),
    );
    expect(annexA.map(control => control.id)).toEqual(expected);
    expect(annexA).toHaveLength(93);
    expect(new Set(annexA.map(control => control.title.toLowerCase())).size).toBe(93);
    expect(themes.map(({ id, prefix, count }) => [id, [Number(prefix), count]])).toEqual(
      Object.entries(expectedThemes),
    );
  });

  test.each(themes)('theme $id holds exactly the controls of its number', ({ id, prefix, count }) => {
    const members = annexA.filter(control => control.theme === id);
    expect(members).toHaveLength(count);
    expect(members.every(control => control.id.startsWith(`A.${prefix}.`))).toBe(true);
  });

  test('knows the eleven new controls, which are those without a predecessor', () => {
    const isNew = annexA.filter(control => control.isNew).map(control => control.id);
    expect(isNew.map(id => id.slice(2))).toEqual([
      '5.7',
      '5.23',
      '5.30',
      '7.4',
      '8.9',
      '8.10',
      '8.11',
      '8.12',
      '8.16',
      '8.23',
      '8.28',
    ]);
    expect(annexA.filter(control => control.predecessors2013.length === 0).map(control => control.id)).toEqual(isNew);
  });

  test.each(annexA)('$id has a trimmed title and known tags in all five attributes', control => {
    for (const title of [control.title, ...control.aliases]) {
      expect(title).toBe(title.trim());
      expect(title).not.toBe('');
    }
    expect(Object.keys(control.attributes).sort()).toEqual(Object.keys(allowedTags).sort());
    for (const [name, tags] of Object.entries(control.attributes)) {
      expect(tags.length, name).toBeGreaterThan(0);
      expect(new Set(tags).size, name).toBe(tags.length);
      expect(allowedTags[name], name).toEqual(expect.arrayContaining([...tags]));
    }
  });

  test('keeps the numbers of look-alikes apart', () => {
    expect(findControl('A.5.1')?.title).toBe('Policies for information security');
    expect(findControl('A.5.10')?.title).toBe('Acceptable use of information and other associated assets');
    for (const id of ['A.5.1.1', '5.1', 'a.5.1', 'A.5.01', 'A.5', 'A.9.4', 'A.5.38', '']) {
      expect(findControl(id), id).toBeUndefined();
    }
  });

  test('spells out the tags of one control', () => {
    expect(findControl('A.8.13')).toEqual({
      id: 'A.8.13',
      title: 'Information backup',
      theme: 'technological',
      isNew: false,
      attributes: {
        controlType: ['corrective'],
        properties: ['integrity', 'availability'],
        concepts: ['recover'],
        capabilities: ['continuity'],
        domains: ['protection'],
      },
      predecessors2013: ['A.12.3.1'],
      aliases: [],
    });
  });
});

describe('order of control ids', () => {
  test('is natural, with Annex A before all others', () => {
    const sorted = ['A.5.1', 'A.5.1.1', 'A.5.2', 'A.5.10', 'A.8.3', 'A.8.12', 'A.18.2.3'];
    const others = ['8.3', '8.12', 'A-1', 'A.x', 'ACME-2', 'ACME-10', 'GV.OC-01', 'r-9', 'R-10'];
    const all = [...sorted, ...others];
    expect([...all].reverse().sort(compareControlIds)).toEqual(all);
  });

  test('tells apart what differs only in case or leading zeros', () => {
    expect(['r-1', 'R-1', 'R-01', 'R-001'].sort(compareNaturally)).toEqual(['R-001', 'R-01', 'R-1', 'r-1']);
  });

  test('does not lose digits of long numbers', () => {
    expect(compareNaturally('R-90071992547409930', 'R-90071992547409931')).toBeLessThan(0);
  });

  test('is a total order', () => {
    const id = fc.stringMatching(/^[Aa.R1-]{0,3}[0-9.]{0,4}[a-b-]?$/);
    fc.assert(
      fc.property(id, id, id, (a, b, c) => {
        const order = (x: string, y: string) => Math.sign(compareControlIds(x, y));
        expect(order(a, b) + order(b, a)).toBe(0);
        expect(order(a, b) === 0).toBe(a === b);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
