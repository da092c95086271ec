import { describe, expect, test, vi } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { type BuiltinKind, builtin, builtinLocation, builtinNames } from '../../src/catalogues/builtin.ts';
import { catalogueDocuments } from '../../src/catalogues/catalogue-documents.ts';
import { clauses } from '../../src/catalogues/clauses.ts';
import { threats, vulnerabilities } from '../../src/catalogues/threats.ts';

const kinds: readonly BuiltinKind[] = ['annex-a-control', 'clause', 'threat', 'vulnerability', 'catalogue'];
const textOf = (uri: string) => catalogueDocuments().find(document => document.uri === uri)!.text;

describe('built-in names', () => {
  test('are unique over all kinds and found with their facts', () => {
    const names = kinds.flatMap(kind => builtinNames(kind));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(annexA.length + clauses.length + threats.length + vulnerabilities.length + 2);
    for (const kind of kinds)
      for (const name of builtinNames(kind)) expect(builtin(name)).toMatchObject({ kind, name });
  });

  test('lead to the facts of the catalogue', () => {
    expect(builtin('A.8.13')).toMatchObject({ title: 'Information backup', control: { theme: 'technological' } });
    expect(builtin('9.2')).toMatchObject({ title: 'Internal audit', clause: { parent: '9' } });
    expect(builtin('Ransomware')).toMatchObject({ title: 'Ransomware', threat: { sources: ['deliberate'] } });
    expect(builtin('LatePatching')).toMatchObject({ vulnerability: { id: 'LatePatching' } });
  });

  test('do not include look-alikes or names of objects', () => {
    for (const name of ['8.13', 'A.9.4.2', 'ransomware', 'constructor', '__proto__', '']) {
      expect(builtin(name), name).toBeUndefined();
      expect(builtinLocation(name), name).toBeUndefined();
    }
  });

  test('have a place in their document where the name stands in a declaration', () => {
    const keyword = {
      'annex-a-control': 'entry',
      clause: 'entry',
      threat: 'threat',
      vulnerability: 'vulnerability',
      catalogue: 'catalog',
    };
    for (const kind of kinds) {
      for (const name of builtinNames(kind)) {
        const entry = builtin(name)!;
        const { uri, start, end } = builtinLocation(name)!;
        const text = textOf(uri);
        expect(uri).toBe(entry.documentUri);
        expect(text.slice(start, end)).toBe(name);
        const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end));
        expect(line.trim()).toMatch(/^\w+ \S+ "[^"]+"( \{)?$/);
        expect(line.trim().startsWith(`${keyword[kind]} ${name} "${entry.title}"`), line).toBe(true);
      }
    }
  });
});

describe('catalogue documents', () => {
  test('write controls with their tags', () => {
    const text = textOf('isms-catalogue:/iso27001-2022/annex-a.isms');
    expect(text.startsWith(firstControl)).toBe(true);
    expect(text).toContain('  entry A.8.11 "Data masking" {\n    theme: technological\n');
    expect(/entry A\.8\.11 [^}]*\}/.exec(text)?.[0]).not.toContain('replaces');
    expect(text.endsWith('    replaces: A.12.7.1\n  }\n}\n')).toBe(true);
  });

  test('write clauses without a block', () => {
    const text = textOf('isms-catalogue:/iso27001-2022/clauses.isms');
    expect(text).toContain('\n  entry 4 "Context of the organization"\n  entry 4.1 "Understanding');
    expect(text.endsWith('  entry 10.2 "Nonconformity and corrective action"\n}\n')).toBe(true);
  });

  test('write threats and vulnerabilities as authors do', () => {
    expect(textOf('isms-catalogue:/common/threats.isms')).toContain(
      [
        '\n\nthreat Fire "Fire" {',
        '  source: environmental, deliberate, accidental',
        '  affects: availability',
        '  controls: A.5.29, A.7.5, A.7.8, A.8.13, A.8.14',
        '  description: "Fire or smoke destroys rooms, equipment or archives, or makes them unusable."',
        '}\n',
      ].join('\n'),
    );
    expect(textOf('isms-catalogue:/common/vulnerabilities.isms')).toContain(
      '\n\nvulnerability LatePatching "Patches installed late" {\n  controls: A.8.8, A.8.19, A.8.32\n  description: "',
    );
  });

  test.each(catalogueDocuments().map(document => ({ document, uri: document.uri })))('$uri is tidy', ({ document }) => {
    const { text, entries } = document;
    const outsideStrings = text.replace(/"[^"\n]*"/g, '""');
    expect(outsideStrings.match(/\{/g)?.length ?? 0).toBe(outsideStrings.match(/\}/g)?.length ?? 0);
    expect(text).not.toMatch(/[^\S\n]\n|\r|\t|\n\n\n|undefined|\{\s*\}/);
    expect(text.match(/^ *(catalog|entry|threat|vulnerability) /gm)).toHaveLength(entries.size);
  });

  test('are the same bytes each time they are made', async () => {
    const first = catalogueDocuments();
    vi.resetModules();
    const again = await import('../../src/catalogues/catalogue-documents.ts');
    expect(again.catalogueDocuments()).not.toBe(first);
    expect(again.catalogueDocuments()).toEqual(first);
    expect(catalogueDocuments()).toBe(first);
  });
});

const firstControl = `/* Annex A of ISO/IEC 27001:2022: ids and titles. Built in and read-only. */
catalog AnnexA "ISO/IEC 27001:2022, Annex A" {
  publisher: "ISO/IEC"
  edition: "2022"
  entry A.5.1 "Policies for information security" {
    theme: organizational
    type: preventive
    properties: confidentiality, integrity, availability
    concepts: identify
    capabilities: governance
    domains: governance-and-ecosystem, resilience
    replaces: A.5.1.1, A.5.1.2
  }
`;
