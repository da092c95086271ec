import { describe, expect, test } from 'vitest';
import { annexA } from '../../src/catalogues/annex-a.ts';
import { clauses } from '../../src/catalogues/clauses.ts';
import { threats, vulnerabilities } from '../../src/catalogues/threats.ts';
import {
  builtin,
  builtinCatalogue,
  builtinCatalogues,
  builtinMappings,
  builtinsOf,
  entriesOf,
  type FrameworkType,
} from '../../src/frameworks/framework.ts';
import { documentsWithTexts, frameworkText } from '../../src/frameworks/texts.ts';

const keywords: Readonly<Record<FrameworkType, string>> = {
  Catalog: 'catalog',
  CatalogEntry: 'entry',
  Mapping: 'mapping',
  Threat: 'threat',
  Vulnerability: 'vulnerability',
};
const types = Object.keys(keywords) as FrameworkType[];
const textOf = frameworkText;

describe('built-in names', () => {
  test('are unique over all frameworks and found with their facts', () => {
    const entries = types.flatMap(builtinsOf);
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    for (const entry of entries) expect(builtin(entry.name)).toBe(entry);
    expect(builtinsOf('Threat')).toHaveLength(threats.length);
    expect(builtinsOf('Vulnerability')).toHaveLength(vulnerabilities.length);
    expect(builtinCatalogues.map(({ catalogue }) => catalogue)).toEqual(['AnnexA', 'Iso27001', 'NistCsf']);
    expect(entriesOf(builtinCatalogue('AnnexA')!)).toHaveLength(annexA.length);
    expect(entriesOf(builtinCatalogue('Iso27001')!)).toHaveLength(clauses.length);
  });

  test('lead to the facts of the catalogue', () => {
    expect(builtin('A.8.13')).toMatchObject({ title: 'Information backup', facts: { theme: ['technological'] } });
    expect(builtin('9.2')).toMatchObject({ title: 'Internal audit', document: { role: 'requirement' } });
    expect(builtin('Ransomware')).toMatchObject({ title: 'Ransomware', facts: { source: ['deliberate'] } });
    expect(builtin('LatePatching')).toMatchObject({ type: 'Vulnerability' });
    expect(builtin('PR.AA-03')).toMatchObject({ title: 'Users, services, and hardware are authenticated' });
  });

  test('do not include look-alikes or names of objects', () => {
    for (const name of ['8.13', 'A.9.4.2', 'ransomware', 'constructor', '__proto__', '']) {
      expect(builtin(name), name).toBeUndefined();
    }
  });

  test('have a place in their document where the name stands in a declaration', () => {
    for (const type of types) {
      for (const { name, title, document, start, end } of builtinsOf(type)) {
        const text = frameworkText(document.uri);
        expect(text.slice(start, end)).toBe(name);
        const line = text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', end));
        expect(line.trim()).toMatch(/^\w+ \S+ "[^"]+"( \{)?$/);
        expect(line.trim().startsWith(`${keywords[type]} ${name} "${title}"`), line).toBe(true);
      }
    }
  });
});

describe('NIST CSF 2.0', () => {
  const csf = entriesOf(builtinCatalogue('NistCsf')!);
  const pairsOf = (name: string) => builtinMappings.find(mapping => mapping.name === name)!.pairs;
  const links = (name: string) => pairsOf(name).flatMap(([, targets]) => targets).length;

  test('has 106 outcomes in 22 categories of six functions', () => {
    expect(csf).toHaveLength(106);
    const categories = new Set(csf.map(({ facts }) => facts.theme?.[0]));
    expect(categories.size).toBe(22);
    expect([...new Set(csf.map(({ name }) => name.slice(0, 2)))]).toEqual(['GV', 'ID', 'PR', 'DE', 'RS', 'RC']);
    for (const { name, facts } of csf) expect(facts.theme).toEqual([name.slice(0, name.indexOf('-'))]);
    for (const category of categories) expect(builtinCatalogue('NistCsf')!.themes).toHaveProperty([category!]);
  });

  test('is mapped as the informative references of NIST have it', () => {
    expect([pairsOf('NistCsfToAnnexA').length, links('NistCsfToAnnexA')]).toEqual([97, 244]);
    expect([pairsOf('NistCsfToClauses').length, links('NistCsfToClauses')]).toEqual([52, 87]);
    expect(pairsOf('NistCsfToAnnexA')).toContainEqual(['RC.RP-03', ['A.8.13']]);
  });
});

describe('documents of frameworks', () => {
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

  test.each(documentsWithTexts.map(document => ({ document, uri: document.uri })))('$uri is tidy', ({ document }) => {
    const { text, entries } = document;
    const outsideStrings = text.replace(/"[^"\n]*"/g, '""');
    expect(outsideStrings.match(/\{/g)?.length ?? 0).toBe(outsideStrings.match(/\}/g)?.length ?? 0);
    expect(text).not.toMatch(/[^\S\n]\n|\r|\t|\n\n\n|undefined|\{\s*\}/);
    expect(text.match(/^ *(catalog|mapping|entry|threat|vulnerability) /gm)).toHaveLength(entries.length);
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
