/**
 * A framework is a folder: one more, and it is found in every place, with nothing else changed. What is wrong in a folder ends the build,
 * with the file and the line.
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerSource, readFrameworks } from '../../src/build/frameworks.mjs';
import { writeSkeleton } from '../../src/build/new.mjs';
import { evaluateSource } from '../../src/build/registries.mjs';
import { inEnglish } from '../../src/wording/wording.ts';
import { copyLanguage, type LanguageCopy } from './language-copy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a name of a framework can be met. */
const entry = `
import { makeServices } from './syntax/full/langium.ts';
import { provideLangium } from './syntax/full/services.ts';
provideLangium(makeServices);
export { namesMeant } from './analysis/names.ts';
export { coverageData } from './documents/data/coverage.ts';
export { about } from './cli/about.ts';
export { kindNamed, listKind } from './cli/listing.ts';
export { documentsWithTexts } from './frameworks/texts.ts';
export { complete } from './ide/completion.ts';
export { hover } from './ide/hover.ts';
export { definitionsAt } from './ide/navigation.ts';
export { rules } from './rules/generated/registry.ts';
export { Workspace } from './workspace/workspace.ts';
`;

interface Places {
  readonly namesMeant: typeof import('../../src/analysis/names.ts').namesMeant;
  readonly coverageData: typeof import('../../src/documents/data/coverage.ts').coverageData;
  readonly about: typeof import('../../src/cli/about.ts').about;
  readonly kindNamed: typeof import('../../src/cli/listing.ts').kindNamed;
  readonly listKind: typeof import('../../src/cli/listing.ts').listKind;
  readonly documentsWithTexts: typeof import('../../src/frameworks/texts.ts').documentsWithTexts;
  readonly complete: typeof import('../../src/ide/completion.ts').complete;
  readonly hover: typeof import('../../src/ide/hover.ts').hover;
  readonly definitionsAt: typeof import('../../src/ide/navigation.ts').definitionsAt;
  readonly rules: typeof import('../../src/rules/generated/registry.ts').rules;
  readonly Workspace: typeof import('../../src/workspace/workspace.ts').Workspace;
}

describe('a folder more', () => {
  const id = 'CisControls8-1';
  const uri = 'file:///acme/isms.isms';
  let copy: LanguageCopy;
  let places: Places;
  beforeAll(async () => {
    copy = copyLanguage();
    writeSkeleton(copy.folder, 'framework', 'cis-controls-8');
    expect(copy.generate()).toBe('');
    writeFileSync(join(copy.folder, 'src/entry.ts'), entry);
    const outfile = join(copy.folder, 'entry.mjs');
    await build({
      absWorkingDir: copy.folder,
      entryPoints: ['src/entry.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      outfile,
      logLevel: 'warning',
    });
    places = (await import(pathToFileURL(outfile).href)) as Places;
  }, 300_000);
  afterAll(() => copy.remove());

  /** An ISMS with a text of which `|` marks the place that is asked about. */
  const opened = (marked: string) => {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const workspace = new places.Workspace({ rules: places.rules, today: '2026-03-01' });
    workspace.setFiles([[uri, `${marked.replace('|', '')}\n`]]);
    workspace.update();
    const view = workspace.ismss()[0]!.view();
    return { workspace, view, position: { line: before.length - 1, character: before.at(-1)!.length } };
  };
  const isms = 'isms Acme "Acme" {}\ncontrol A.5.1 { applicable: yes status: implemented }\n';

  test('is referred to without an error, and a slip of it is told', () => {
    const codes = (name: string) => {
      const { workspace } = opened(`${isms}risk R-1 "R" { controls: ${name} }|`);
      return workspace.diagnostics(uri).filter(({ code }) => code === 'name/unresolved');
    };
    expect(codes(id)).toEqual([]);
    expect(codes('CisControls8-2').map(({ message }) => inEnglish(message))).toEqual([
      expect.stringContaining(`did you mean ${id}?`),
    ]);
  });

  test('is completed behind Annex A, hovered, and opened', () => {
    const { workspace, position } = opened(`${isms}risk R-1 "R" { controls: | }`);
    const labels = places.complete(workspace, uri, position).items.map(({ label }) => label);
    expect(labels).toContain(`${id} The title of the first entry`);
    const lastOfAnnexA = labels.findLastIndex(label => label.startsWith('A.8.'));
    expect(labels.findIndex(label => label.startsWith(id))).toBeGreaterThan(lastOfAnnexA);
    const named = opened(`${isms}risk R-1 "R" { controls: ${id}| }`);
    const card = places.hover(named.workspace, uri, named.position)?.contents;
    expect(card).toContain('The title of the first entry');
    expect(card).toContain('The first theme');
    expect(card).toContain('`A.5.1`');
    const [location] = places.definitionsAt(named.workspace, uri, named.position);
    expect(location?.uri).toBe('isms-catalogue:/cis-controls-8/catalogue.isms');
    const text = places.documentsWithTexts.find(document => document.uri === location?.uri)?.text.split('\n') ?? [];
    const { start, end } = location!.range;
    expect(text[start.line]?.slice(start.character, end.character)).toBe(id);
  });

  test('a control that it is mapped to says so', () => {
    const { workspace, position } = opened(`${isms}risk R-1 "R" { controls: A.5.1| }`);
    expect(places.hover(workspace, uri, position)?.contents).toContain(id);
  });

  test('is listed by what it calls its entries, explained, and covered', () => {
    const { view } = opened(`${isms}risk R-1 "R" { controls: ${id} }|`);
    expect(places.kindNamed('safeguards')).toBe('safeguard');
    expect(places.listKind(view, 'safeguard')).toEqual([
      { id, title: 'The title of the first entry', isBuiltIn: true, usedBy: [{ kind: 'risk', id: 'R-1' }] },
    ]);
    expect(places.about(id)).toMatchObject({ type: 'safeguard', title: 'The title of the first entry' });
    expect(places.listKind(view, 'catalog').map(one => one.id)).toContain('CisControls8');
    expect(places.coverageData(view, 'CisControls8').frameworks).toMatchObject([
      { builtIn: true, totals: { entries: 1, implemented: 1 }, entries: [{ id, controls: [{ id: 'A.5.1' }] }] },
    ]);
  });
});

describe('a mistake in a folder', () => {
  const manifest = {
    title: 'Framework',
    order: 1,
    documents: [
      { file: 'catalogue.isms', title: 'Framework', entry: 'rule', role: 'control', themes: { one: 'One' } },
      { file: 'mapping.isms', title: 'Framework to itself' },
    ],
  };
  const right: Readonly<Record<string, string>> = {
    'f/manifest.json': JSON.stringify(manifest),
    'f/catalogue.isms': 'catalog F "Framework" {\n  entry F-1 "First" { theme: one }\n}\n',
    'f/mapping.isms': '\nmapping FToF "To itself" {\n  from: F\n  to: F\n  F-1 -> F-1\n}\n',
  };
  const withDocument = (change: object) =>
    JSON.stringify({ ...manifest, documents: [{ ...manifest.documents[0], ...change }, manifest.documents[1]] });

  let folder: string;
  let reader: Parameters<typeof readFrameworks>[1];
  beforeAll(async () => {
    reader = await evaluateSource(root, readerSource);
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'isms-frameworks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries({ ...right, ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return readFrameworks(folder, reader);
  };

  test('is none where all is right, whatever the line ends', () => {
    const { frameworks, texts } = read({ 'f/catalogue.isms': right['f/catalogue.isms']!.replaceAll('\n', '\r\n') });
    expect(frameworks[0]?.documents[0]).toMatchObject({ catalogue: 'F', plural: 'rules', role: 'control' });
    expect(frameworks[0]?.documents[0]?.entries[1]).toMatchObject({ name: 'F-1', facts: { theme: ['one'] } });
    expect(frameworks[0]?.documents[1]?.mappings).toEqual([
      { name: 'FToF', from: 'F', to: 'F', pairs: [['F-1', ['F-1']]] },
    ]);
    expect(texts['isms-catalogue:/f/catalogue.isms']).toBe(right['f/catalogue.isms']);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['no manifest', { 'g/x.isms': '' }, 'src/frameworks/g/manifest.json is missing'],
    ['no JSON', { 'f/manifest.json': '{' }, 'src/frameworks/f/manifest.json is no JSON'],
    ['an unknown key', { 'f/manifest.json': JSON.stringify({ ...manifest, colour: 1 }) }, 'there is no key colour'],
    ['an unknown role', { 'f/manifest.json': withDocument({ role: 'rule' }) }, 'a "role" is control or requirement'],
    [
      'no role',
      { 'f/manifest.json': withDocument({ role: undefined }) },
      'f/catalogue.isms:1: the manifest says of a catalogue',
    ],
    ['a missing file', { 'f/manifest.json': withDocument({ file: 'x.isms' }) }, 'there is no file x.isms'],
    ['a file too many', { 'f/more.isms': '' }, 'list more.isms among its documents'],
    [
      'damage',
      { 'f/catalogue.isms': 'catalog F "F" {\n\ncatalog G {\n' },
      'f/catalogue.isms:1: what begins here is not in order',
    ],
    ['another kind', { 'f/mapping.isms': 'role Ciso "Ciso"\n' }, 'f/mapping.isms:1: a framework declares no Role'],
    ['no title', { 'f/catalogue.isms': 'catalog F "F" {\n  entry F-1\n}\n' }, 'f/catalogue.isms:2: give F-1 a title'],
    [
      'a theme without title',
      { 'f/catalogue.isms': 'catalog F "F" {\n  entry F-1 "A" { theme: two }\n}\n' },
      'f/catalogue.isms:2: the manifest has no theme two',
    ],
    [
      'a name twice',
      { 'f/catalogue.isms': 'catalog F "F" {\n  entry F-1 "A"\n  entry F-1 "B"\n}\n' },
      'f/catalogue.isms:3: F-1 is a name in src/frameworks/f/catalogue.isms already',
    ],
    [
      'a mapping of nothing',
      { 'f/mapping.isms': 'mapping M "M" {\n  from: F\n  F-1 -> F-1\n}\n' },
      'f/mapping.isms:1: M maps nothing',
    ],
    [
      'a pair of nothing',
      { 'f/mapping.isms': '\nmapping M "M" {\n  from: F\n  to: F\n  F-1 -> F-2\n}\n' },
      'f/mapping.isms:2: F-2 is no entry of F',
    ],
  ])('%s', (_, files, message) => {
    expect(() => read(files)).toThrow(message);
  });
});
