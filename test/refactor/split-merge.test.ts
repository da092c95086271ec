import { expect, test } from 'vitest';
import { kindKeywords, topType, usualFile } from '../../src/language/schema.ts';
import { mergeFiles } from '../../src/refactor/merge.ts';
import { splitFiles } from '../../src/refactor/split.ts';
import { templates } from '../../src/templates/index.ts';
import { after, allTexts, done, load, refusalOf } from './unit.ts';

const all = [
  '// All that we have.',
  '',
  '// Why: the auditor asked.',
  'risk R-1 "r" {}',
  'risk R-2 "r" {}',
  '',
  '// ---- People ----',
  '',
  'role A "a"',
  '',
  'evidence E-1 "e" {',
  '  file: "files/e.pdf"',
  '}',
  '',
].join('\n');

test('each kind goes to its file beside, with all that is above it; the head of the file stays and is told', () => {
  const loaded = load([
    ['file:///w/company.isms', 'isms I "i" {}\n\nscope S "s" {}\n\nmethod "m" {}\n'],
    ['file:///w/sub/all.isms', all],
    ['file:///w/sub/people.isms', 'role B "b"\n'],
  ]);
  const outcome = splitFiles(loaded.workspace, loaded.unit);
  expect(done(outcome)).toMatchObject({
    title: 'Split 2 files by kind',
    creates: ['file:///w/method.isms', 'file:///w/sub/evidence.isms', 'file:///w/sub/risks.isms'],
    deletes: [],
    notes: ['all.isms holds nothing but comments now; delete it if nobody needs them.'],
  });
  expect(allTexts(after(loaded, outcome))).toEqual({
    'file:///w/company.isms': 'isms I "i" {}\n\nscope S "s" {}\n',
    'file:///w/method.isms': 'method "m" {}\n',
    'file:///w/sub/all.isms': '// All that we have.\n',
    'file:///w/sub/evidence.isms': 'evidence E-1 "e" {\n  file: "files/e.pdf"\n}\n',
    'file:///w/sub/people.isms': 'role B "b"\n\n// ---- People ----\n\nrole A "a"\n',
    'file:///w/sub/risks.isms': '// Why: the auditor asked.\nrisk R-1 "r" {}\nrisk R-2 "r" {}\n',
  });
  const again = after(loaded, outcome);
  expect(done(splitFiles(again.workspace, again.unit)).edits).toEqual([]);
});

test('a damaged file is left and told, unless it is asked for by name', () => {
  const { workspace, unit } = load([
    ['file:///w/isms.isms', 'isms I "i" {}\n'],
    ['file:///w/bad.isms', 'risk R-1 "r" {}\nrole A "a"\nrisk R-3 {{\n'],
  ]);
  expect(done(splitFiles(workspace, unit))).toMatchObject({
    edits: [],
    kept: [{ uri: 'file:///w/bad.isms', why: 'there is a syntax error; correct it, then the file can be split' }],
  });
  expect(refusalOf(splitFiles(workspace, unit, ['file:///w/bad.isms']))).toMatch(/^There is a syntax error/);
});

test('what a template writes by kind stays where it is', () => {
  const starter = templates.find(({ asks }) => asks);
  const files = starter?.files({ hosting: 'cloud', work: 'both', development: 'both' }) ?? [];
  const { workspace, unit } = load(files.map(({ path, text }) => [`file:///w/${path}`, text]));
  expect(unit.isms.files.size).toBeGreaterThan(6);
  expect(done(splitFiles(workspace, unit)).edits).toEqual([]);
});

test('files of the usual layout have names that any file system takes', () => {
  const names = [...kindKeywords].map(keyword => usualFile(topType(keyword)?.name ?? ''));
  expect(names.filter(name => !/^[a-z]+(-[a-z]+)*\.isms$/.test(name))).toEqual([]);
  expect(new Set(names).size).toBeLessThan(names.length);
});

test('merging keeps all comments, follows paths, and deletes what was merged', () => {
  const loaded = load([
    ['file:///w/isms.isms', '\uFEFFisms I "i" {}\r\n'],
    ['file:///w/sub/all.isms', all],
    ['file:///w/empty.isms', '\n'],
    ['file:///w/z.isms', '// at the end\n'],
  ]);
  const uris = ['file:///w/z.isms', 'file:///w/empty.isms', 'file:///w/sub/all.isms', 'file:///w/isms.isms'];
  const outcome = mergeFiles(loaded.workspace, loaded.unit, uris, 'file:///w/isms.isms');
  expect(done(outcome)).toMatchObject({ title: 'Merge 3 files into isms.isms', deletes: [...uris.slice(0, 3)].sort() });
  expect(allTexts(after(loaded, outcome))).toEqual({
    'file:///w/isms.isms':
      `\uFEFFisms I "i" {}\n\n// at the end\n\n${all.replace('files/e', 'sub/files/e')}`.replaceAll('\n', '\r\n'),
  });
});

test('a file that goes and is named by its path is told', () => {
  const { workspace, unit } = load([
    ['file:///w/isms.isms', 'isms I "i" {}\n\nevidence E-1 "e" {\n  file: "sub/all.isms"\n}\n'],
    ['file:///w/sub/all.isms', 'risk R-1 "r" {}\n'],
  ]);
  const outcome = mergeFiles(workspace, unit, ['file:///w/sub/all.isms'], 'file:///w/risks.isms');
  expect(done(outcome).kept).toMatchObject([
    {
      uri: 'file:///w/isms.isms',
      range: { start: { line: 3, character: 8 } },
      why: 'it names all.isms, which is no more',
    },
  ]);
});

test.each([
  [['isms'], 'isms', 'There is nothing to merge into isms.isms. Name another file.'],
  [['none'], 'isms', 'none.isms is no file of this ISMS. Name one of its files.'],
  [
    ['isms'],
    'sub/x',
    'isms.isms holds the isms block, whose folder is that of the ISMS. Choose a file in the same folder.',
  ],
])('merging %j into %s is refused', (names, target, message) => {
  const { workspace, unit } = load([['file:///w/isms.isms', 'isms I "i" {}\n']]);
  const uri = (name: string): string => `file:///w/${name}.isms`;
  expect(refusalOf(mergeFiles(workspace, unit, names.map(uri), uri(target)))).toBe(message);
});
