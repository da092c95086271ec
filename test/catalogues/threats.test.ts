import { describe, expect, test } from 'vitest';
import { annexA, compareControlIds, findControl } from '../../src/catalogues/annex-a.ts';
import { findThreat, findVulnerability, threats, vulnerabilities } from '../../src/catalogues/threats.ts';

const all = [...threats, ...vulnerabilities];

describe('common threats and vulnerabilities', () => {
  test('are enough to begin with, and no name or title is used twice', () => {
    expect(threats.length).toBeGreaterThanOrEqual(45);
    expect(vulnerabilities.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(entry => entry.id)).size).toBe(all.length);
    expect(new Set(all.map(entry => entry.title.toLowerCase())).size).toBe(all.length);
  });

  test.each(all)('$id is well formed and treated by existing controls', entry => {
    expect(entry.id).toMatch(/^[A-Z][a-z]+([A-Z][a-z]+)*$/);
    expect(entry.title).toMatch(/^[A-Z][^".\\\n]*[^ ."\\\n]$/);
    expect(entry.description, 'one sentence').toMatch(/^[A-Z][^."\\\n]{20,}\.$/);
    expect(entry.controls.length).toBeGreaterThan(0);
    expect(new Set(entry.controls).size).toBe(entry.controls.length);
    expect(entry.controls).toEqual([...entry.controls].sort(compareControlIds));
    for (const id of entry.controls) expect(findControl(id), id).toBeDefined();
  });

  test('threats have a source, in order of the sources, and harm properties in the usual order', () => {
    const order = ['deliberate', 'accidental', 'environmental'];
    const sources = threats.map(threat => order.indexOf(threat.sources[0] ?? ''));
    expect(sources).not.toContain(-1);
    for (const { id, sources: all } of threats) {
      expect(new Set(all).size, id).toBe(all.length);
      expect(all.slice(1), id).toEqual(order.filter(source => (all.slice(1) as readonly string[]).includes(source)));
    }
    expect(sources).toEqual([...sources].sort());
    expect(new Set(sources).size).toBe(3);
    const properties = ['confidentiality', 'integrity', 'availability'];
    for (const { id, affects } of threats) {
      expect(affects.length, id).toBeGreaterThan(0);
      expect(affects, id).toEqual(properties.filter(property => (affects as readonly string[]).includes(property)));
    }
  });

  test('every control of Annex A treats something, so a start from risks can lead to each of them', () => {
    const used = new Set(all.flatMap(entry => entry.controls));
    expect(annexA.filter(control => !used.has(control.id)).map(control => control.id)).toEqual([]);
  });

  test('are found by name, each in its own list', () => {
    expect(findThreat('Ransomware')).toMatchObject({ kind: 'threat', sources: ['deliberate'] });
    expect(findThreat('Fire')).toMatchObject({ sources: ['environmental', 'deliberate', 'accidental'] });
    expect(findThreat('Ransomware')?.controls).toContain('A.8.13');
    expect(findVulnerability('LatePatching')).toMatchObject({ kind: 'vulnerability', title: 'Patches installed late' });
    expect(findThreat('LatePatching')).toBeUndefined();
    expect(findVulnerability('Ransomware')).toBeUndefined();
    expect(findThreat('ransomware')).toBeUndefined();
  });
});
