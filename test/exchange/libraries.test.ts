/**
 * Libraries of CISO Assistant, all invented: each folder of test/exchange/libraries holds one with the output and the report that it has to
 * give. `UPDATE=1` writes both; read the difference.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles, isUnreadFiles } from '../../src/exchange/import-files.ts';
import { isFields, type Value } from '../../src/exchange/library.ts';
import { type InputFile, readFile } from '../../src/exchange/read/read.ts';
import { textReport } from '../../src/exchange/report/text.ts';
import { oneLine } from '../../src/syntax/text/one-line.ts';
import { faultsOf, joined } from './language.ts';

const folder = new URL('libraries/', import.meta.url).pathname;
const cases = readdirSync(folder).sort();

const file = (text: string, name = 'library.yaml'): InputFile => ({ name, bytes: new TextEncoder().encode(text) });
const inputOf = (name: string): InputFile => file(readFileSync(join(folder, name, 'library.yaml'), 'utf8'));

const imported = async (...texts: readonly string[]): Promise<string> =>
  joined((await importFiles(texts.map((text, index) => file(text, `${index}.yaml`)))).files);

const messageOf = (input: InputFile): Promise<string> =>
  importFiles([input]).then(
    () => 'imported',
    (error: unknown) => {
      if (!isUnreadFiles(error)) throw error;
      return error.message;
    },
  );

const textsIn = (value: Value): string[] =>
  typeof value === 'string' ? [value] : (isFields(value) ? [...value.values()] : value).flatMap(textsIn);

/** The texts of which neither the output nor the report says what stands there. */
async function lostTexts(input: InputFile): Promise<string[]> {
  const { library } = await readFile(input);
  const { files, remarks } = await importFiles([input]);
  const written = files.map(({ text }) => text.replace(/\\([nt"\\])/g, (_, c) => (/[nt]/.test(c) ? ' ' : c)));
  const all = oneLine([...written, ...remarks.map(({ text = '' }) => text)].join(' '));
  if (!library) return [];
  const { about, objects, others } = library;
  return textsIn([about, others, ...objects.map(({ fields }) => fields)])
    .map(oneLine)
    .filter(text => !all.includes(text) && !/^\d{1,3}$/.test(text));
}

describe.each(cases)('%s', name => {
  test.each([
    ['expected.isms', async () => joined((await importFiles([inputOf(name)])).files)],
    ['expected.txt', async () => textReport(await importFiles([inputOf(name)]))],
  ])('%s', async (expected, make) => {
    const path = join(folder, name, expected);
    const text = await make();
    if (process.env.UPDATE) writeFileSync(path, text);
    expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });

  test('is written without faults of language, and no text is lost', async () => {
    expect(faultsOf((await importFiles([inputOf(name)])).files)).toEqual([]);
    expect(await lostTexts(inputOf(name))).toEqual([]);
  });
});

const library = (objects: string): string => `urn: urn:invented:risk:library:x\nobjects:\n${objects}`;

const node = (urn: string, more = ''): string =>
  `    - urn: urn:invented:risk:req_node:${urn}\n      ref_id: ${urn.split(':')[1]}\n      assessable: true\n${more}`;

const framework = (name: string, ...nodes: readonly string[]): string =>
  library(
    `  framework:\n    urn: urn:invented:risk:framework:${name}\n    ref_id: ${name}\n    requirement_nodes:\n${nodes.join('')}`,
  );

describe('a library', () => {
  test('is told by what it holds, whatever its name', async () => {
    const text = framework('Ours', node('ours:O-1'));
    for (const name of ['a.yaml', 'a.yml', 'a.txt', 'a'])
      expect((await readFile(file(text, name))).library).toBeDefined();
    expect((await readFile(file(text, 'a.csv'))).library).toBeDefined();
    expect((await readFile(file(text, 'a.md'))).library).toBeUndefined();
  });

  test('keeps what is built in what it is', async () => {
    const text = await imported(framework('AnnexA', node('a:A.5.1'), node('a:9.2')));
    expect(text).toContain('catalog AnnexA-imported {');
    expect(text).toMatch(/entry AnnexA-imported-A\.5\.1 \{[\s\S]*entry AnnexA-imported-9\.2 \{/);
  });

  test('is mapped to one that is imported with it', async () => {
    const mapping = library(
      `  requirement_mapping_sets:\n  - ref_id: m\n    source_framework_urn: urn:invented:risk:framework:ours\n    target_framework_urn: urn:invented:risk:framework:yours\n    requirement_mappings:\n    - source_requirement_urn: urn:invented:risk:req_node:ours:o-1\n      target_requirement_urn: urn:invented:risk:req_node:yours:Y-1\n`,
    );
    const text = await imported(mapping, framework('Ours', node('ours:O-1')), framework('Yours', node('yours:Y-1')));
    expect(text).toContain('from: Ours\n  to: Yours\n  O-1 -> Y-1');
    expect(await imported(mapping)).not.toMatch(/from:|to:|^ {2}\S+ -> /m);
  });

  test('gives the risks of a register its scales and threats', async () => {
    const register = file(
      'Risk ID,Risk title,Threat,Likelihood,Impact\nR-1,Wreck,Thick fog,Now and then,Wet feet\n',
      'risks.csv',
    );
    const { files } = await importFiles([inputOf('framework'), register]);
    const text = joined(files).replace('"Fog"', '"Thick fog"');
    expect(text).toMatch(/risk R-1 "Wreck" \{[\s\S]*likelihood: now-and-then\n {2}impact: wet-feet/);
    expect(text.match(/^method /gm)).toHaveLength(1);
    expect(faultsOf(files)).toEqual([]);
  });

  test('declares as many requirements of one id as there are, soon', async () => {
    const text = framework('Ours', ...Array.from({ length: 8000 }, () => node('ours:O-1')));
    expect(await imported(text)).toContain('entry Ours-O-1-7999 ');
  });

  test('unfolds what aliases stand for', async () => {
    const text = framework(
      'Ours',
      node('ours:O-1', '      threats: &t\n      - Fog\n'),
      node('ours:O-2', '      threats: *t\n'),
    );
    expect((await imported(text)).match(/notes: "threats: Fog"/g)).toHaveLength(2);
  });
});

describe('a clear error', () => {
  const bomb = [
    'a0: &a0 lol',
    ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`)}]`),
  ];
  test.each<[string, string, RegExp]>([
    ['other YAML', 'services:\n  web: 1\n', /YAML, of which only libraries of CISO Assistant are imported/],
    ['a list', '- a\n- b\n', /only libraries of CISO Assistant/],
    ['objects that are none', 'objects: many\n', /only libraries of CISO Assistant/],
    [
      'damage',
      `${library('  threats:\n')}  - a: [1\n  b: "\n`,
      /it is damaged: it cannot be read as YAML from line \d+ on \(.+\)/,
    ],
    ['a key that is there twice', 'a: 1\nobjects: {}\nobjects: {}\n', /line 3 on \(the key objects is there twice\)/],
    ['a key that is a list', 'objects:\n  ? [a]\n  : b\n', /line 2 on \(a key is no word\)/],
    ['an alias of nothing', 'objects:\n  a: *b\n', /line 2 on \(nothing is called \*b before it\)/],
    ['an alias of itself', 'objects: &a\n  b: *a\n', /more than 50 deep/],
    ['two documents', 'objects: {}\n---\nobjects: {}\n', /it cannot be read as YAML from line 2 on/],
    ['depth', `objects: ${'['.repeat(3000)}`, /damaged|more than 50 deep/],
    ['depth that is closed', `objects: ${'['.repeat(60)}${']'.repeat(60)}\n`, /more than 50 deep/],
    ['an alias bomb', `${bomb.join('\n')}\nobjects:\n  threats: *a12\n`, /unfolds to more texts than any library has/],
    [
      'a long text that is repeated',
      `a: &a ${'x'.repeat(1_000_000)}\nobjects:\n  threats: [${Array(9).fill('*a')}]\n`,
      /unfolds to more texts/,
    ],
    [
      'a large file',
      `objects: {}\n${'# comment\n'.repeat(900_000)}`,
      /8\.\d MB, and YAML of more than 8 MB is not read/,
    ],
  ])('for %s', async (_, text, message) => {
    expect(await messageOf(file(text))).toMatch(message);
  });
});

test('whatever stands in the place of its parts, nothing is lost and nothing breaks', async () => {
  const keys = ['urn', 'ref_id', 'name', 'description', 'parent_urn', 'assessable', 'requirement_nodes', 'provider'];
  const more = ['probability', 'impact', 'risk', 'grid', 'requirement_mappings', 'source_requirement_urn', '__proto__'];
  const { tree } = fc.letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(
        'A.5.1',
        'urn:x:risk:req_node:iso27001-2022:a.5.1',
        'false',
        '',
        '0',
        '9.2',
        'from',
        'not_related',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.constantFrom('"""', '\\', 'a\nb', '} risk X {', '// x', '/* x', 'a"b', '{}'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, ...more), tie('tree'), { maxKeys: 5 }),
    ),
  }));
  const kinds = ['framework', 'reference_controls', 'threats', 'risk_matrix', 'requirement_mapping_sets', 'other'];
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...kinds), tree), async objects => {
      // JSON is YAML.
      const input = file(JSON.stringify({ name: 'Any', objects }));
      const message = await messageOf(input);
      if (message !== 'imported') return;
      expect(faultsOf((await importFiles([input])).files)).toEqual([]);
      expect(await lostTexts(input)).toEqual([]);
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  );
});
