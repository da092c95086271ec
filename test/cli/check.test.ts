import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reporterNames } from '../../src/cli/report/index.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { folderWith, isms, only } from './isms.ts';
import { sarifFaults } from './sarif.ts';

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly related?: readonly Pick<Finding, 'file' | 'range' | 'message'>[];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

const small = {
  'isms.config.json': only('soa/missing-justification', 'soa/excluded-but-used'),
  'isms.isms': 'isms Small "Small" {\n}\n',
  'b/soa.isms':
    'control A.8.13 {\n  applicable: no\n  justification: "Not backed up"\n}\ncontrol A.5.1 { applicable: yes }\n',
  'a/soa.isms': 'control A.5.2 { applicable: yes }\n',
  'a b/ü/risks.isms': 'risk R-1 "Loss" {\n  controls: A.8.13\n}\n',
};

const findings = async (argv: readonly string[], cwd: string): Promise<Finding[]> =>
  JSON.parse((await isms(['check', ...argv, '--format', 'json'], { cwd })).stdout);

describe('JSON', () => {
  test('findings are sorted by file and position, with files relative to PATH', async () => {
    const cwd = folderWith(small);
    const found = await findings(['.'], cwd);
    expect(
      found.map(({ file, range, code }) => `${file}:${range.start.line}:${range.start.character} ${code}`),
    ).toEqual([
      'a/soa.isms:0:16 soa/missing-justification',
      'b/soa.isms:1:14 soa/excluded-but-used',
      'b/soa.isms:4:16 soa/missing-justification',
    ]);
    expect(found[1]?.related).toEqual([
      {
        file: 'a b/ü/risks.isms',
        range: { start: { line: 0, character: 5 }, end: { line: 0, character: 8 } },
        message: 'R-1 relies on A.8.13',
      },
    ]);
  });

  test.each([
    ['a folder inside the ISMS: names resolve, only its findings count', ['b'], ['soa.isms', 'soa.isms']],
    ['a single file', ['b/soa.isms'], ['soa.isms', 'soa.isms']],
    ['several paths: relative to the current folder', ['b', 'a'], ['a/soa.isms', 'b/soa.isms', 'b/soa.isms']],
    ['one path given twice is read once', ['b', './b/'], ['b/soa.isms', 'b/soa.isms']],
    ['overlapping paths', ['.', 'a'], ['a/soa.isms', 'b/soa.isms', 'b/soa.isms']],
  ])('%s', async (_, argv, files) => {
    const found = await findings(argv, folderWith(small));
    expect(found.map(({ file }) => file)).toEqual(files);
  });

  test('what lies outside PATH is named from there', async () => {
    const [first] = await findings(['b'], folderWith(small));
    expect(first?.related?.[0]?.file).toBe('../a b/ü/risks.isms');
  });

  test('positions count UTF-16 units, also behind astral characters', async () => {
    const cwd = folderWith({
      'isms.config.json': only('name/unresolved'),
      'isms.isms': 'isms Small {\n}\nrisk R-1 "😀𝒳" { assets: Nowhere }\n',
    });
    const [first] = await findings(['.'], cwd);
    expect(first?.range).toEqual({ start: { line: 2, character: 26 }, end: { line: 2, character: 33 } });
  });
});

describe('exit codes', () => {
  const graded = (severity: string): Record<string, string> => ({
    'isms.config.json': JSON.stringify({
      rules: {
        ...JSON.parse(only('soa/missing-justification')).rules,
        'soa/missing-justification': severity,
      },
    }),
    'isms.isms': 'isms Small {\n}\ncontrol A.5.1 { applicable: yes }\n',
  });
  test.each([
    ['error', [], 1],
    ['warning', [], 1],
    ['info', [], 0],
    ['hint', [], 0],
    ['error', ['--fail-on', 'error'], 1],
    ['warning', ['--fail-on', 'error'], 0],
    ['info', ['--fail-on', 'info'], 1],
    ['hint', ['--fail-on', 'info'], 0],
    ['off', ['--fail-on', 'info'], 0],
  ])('%s with %j', async (severity, argv, code) => {
    const cwd = folderWith(graded(severity));
    for (const format of reporterNames) {
      expect((await isms(['check', ...argv, '--format', format], { cwd })).code).toBe(code);
    }
  });

  test('a faulty configuration is reported first, wherever it lies, since all else depends on it', async () => {
    const cwd = folderWith({
      'isms.config.json': '{\n  "rules": { "no/such": "off" },\n  "asof": "2026-06-01"\n}',
      'isms.isms': 'isms Small {\n}\n',
      'risks/risks.isms': 'risk R-1 "Loss of the laptop" {\n}\n',
    });
    const { code, stdout } = await isms(['check', 'risks', '--format', 'json'], { cwd });
    const found = JSON.parse(stdout) as { code: string; file: string; range: { start: { line: number } } }[];
    expect(code).toBe(1);
    expect(found.slice(0, 2).map(({ code, file, range }) => [code, file, range.start.line])).toEqual([
      ['config/invalid', '../isms.config.json', 1],
      ['config/invalid', '../isms.config.json', 2],
    ]);
    expect(new Set(found.slice(2).map(({ file }) => file))).toEqual(new Set(['risks.isms']));
    const text = (await isms(['check', 'risks'], { cwd })).stdout;
    expect(text).toContain(' 2 |   "rules": { "no/such": "off" },');
  });

  test('1 if a part cannot be read: that is a finding, and the rest is reported', async () => {
    const cwd = folderWith({ ...small, 'c/bad.isms': new Uint8Array([0x69, 0xff, 0xfe]) });
    const { code, stdout, stderr } = await isms(['check', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const found = JSON.parse(stdout) as { code: string; file: string; message: string }[];
    expect(found.filter(finding => finding.code === 'syntax/unreadable')).toMatchObject([
      {
        file: 'c/bad.isms',
        message: 'This file cannot be read, so what it declares is missing: it is not UTF-8 text; save it as UTF-8.',
      },
    ]);
    expect(found.map(finding => finding.code)).toContain('soa/missing-justification');
    expect(stderr).toBe('isms: 1 file or folder could not be read, so what is reported is incomplete.\n');
  });

  test('2 if nothing that was asked for can be read', async () => {
    const cwd = folderWith({ 'bad.isms': new Uint8Array([0x69, 0xff, 0xfe]) });
    const { code, stdout, stderr } = await isms(['check', 'bad.isms'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('isms: bad.isms cannot be read: it is not UTF-8 text; save it as UTF-8.\n');
  });
});

describe('the date', () => {
  const dated = { 'isms.config.json': '{ "asOf": "2025-02-03" }', 'isms.isms': 'isms Small {\n}\n' };
  test.each([
    ['--as-of wins', dated, ['--as-of', '2024-01-01'], '2024-01-01'],
    ['then isms.config.json', dated, [], '2025-02-03'],
    ['then today', { 'isms.isms': 'isms Small {\n}\n' }, [], '2026-07-08'],
  ])('%s', async (_, files, argv, date) => {
    const { stdout } = await isms(['check', ...argv], { cwd: folderWith(files), today: '2026-07-08' });
    expect(stdout).toMatch(new RegExp(`as of ${date}\\.\n$`));
  });
});

describe('colours', () => {
  test.each([
    ['on a terminal', { isTerminal: true }, [], true],
    ['not into a file', {}, [], false],
    ['not where NO_COLOR is set', { isTerminal: true, env: { NO_COLOR: '1' } }, [], false],
    ['an empty NO_COLOR says nothing', { isTerminal: true, env: { NO_COLOR: '' } }, [], true],
    ['not on a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, [], false],
    ['when asked for', { env: { NO_COLOR: '1' } }, ['--color'], true],
    ['not when asked not to', { isTerminal: true }, ['--no-color'], false],
  ])('%s', async (_, surroundings, argv, coloured) => {
    const { stdout } = await isms(['check', ...argv], { cwd: folderWith(small), ...surroundings });
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });

  test('are the only controls that reach the terminal', async () => {
    const cwd = folderWith({
      'isms.config.json': only('soa/missing-justification'),
      'isms.isms':
        'isms Small {\n}\ncontrol A.5.1 { applicable: yes status: planned description: "\u001b]0;title\u0007" }\n',
    });
    const { stdout } = await isms(['check'], { cwd });
    expect(stdout).toContain('␛]0;title␇');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  });
});

describe('SARIF', () => {
  test('is valid and holds the same findings', async () => {
    const cwd = folderWith(small);
    const { stdout, code } = await isms(['check', '--format', 'sarif'], { cwd });
    const log = JSON.parse(stdout) as Log;
    expect(sarifFaults(log)).toEqual([]);
    expect(code).toBe(1);
    const [run] = log.runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results?.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'soa/missing-justification error',
      'soa/excluded-but-used error',
      'soa/missing-justification error',
    ]);
    const second = run?.results?.[1];
    expect(second?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'b/soa.isms' },
      region: { startLine: 2, startColumn: 15, endLine: 2, endColumn: 17 },
    });
    expect(second?.relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a%20b/%C3%BC/risks.isms');
  });

  test('describes every rule, and results point at theirs', async () => {
    const { stdout } = await isms(['check', '--format', 'sarif'], { cwd: folderWith(small) });
    const [run] = (JSON.parse(stdout) as Log).runs;
    const described = run?.tool.driver.rules ?? [];
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ code }) => code));
    for (const { shortDescription, help } of described) {
      expect(shortDescription?.text).toBeTruthy();
      expect(help?.text).toBeTruthy();
      expect(help?.markdown).toContain('```isms');
    }
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(described[ruleIndex ?? -1]?.id).toBe(ruleId);
  });

  test('of a clean ISMS is valid too', async () => {
    const cwd = folderWith({ 'isms.config.json': only(), 'isms.isms': 'isms Small {\n}\n' });
    const { stdout, code } = await isms(['check', '--format', 'sarif'], { cwd });
    expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('--fix', () => {
  test('applies the safe fixes, keeps line ends and byte order mark, and reports what is left', async () => {
    const cwd = folderWith({
      'isms.config.json': only('control/misspelt-id', 'soa/missing-justification'),
      'isms.isms': 'isms Small {\n}\n',
      'soa.isms': '\uFEFFcontrol A5.1 {\r\n  applicable: yes\r\n}\r\n',
      'untouched.isms': '// nothing to fix\n',
    });
    const { code, stdout, stderr } = await isms(['check', '--fix', '--format', 'json'], { cwd });
    expect(readFileSync(join(cwd, 'soa.isms'), 'utf8')).toBe('\uFEFFcontrol A.5.1 {\r\n  applicable: yes\r\n}\r\n');
    expect(stderr).toBe('Fixed soa.isms\n');
    expect(JSON.parse(stdout).map(({ code: rule }: Finding) => rule)).toEqual(['soa/missing-justification']);
    expect(code).toBe(1);
  });

  test('leaves files alone that were not asked for', async () => {
    const cwd = folderWith({
      'isms.config.json': only('control/misspelt-id'),
      'isms.isms': 'isms Small {\n}\n',
      'a/soa.isms': 'control A5.1 { applicable: yes }\n',
      'b/soa.isms': 'control A5.2 { applicable: yes }\n',
    });
    const { code } = await isms(['check', 'a', '--fix'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'a/soa.isms'), 'utf8')).toBe('control A.5.1 { applicable: yes }\n');
    expect(readFileSync(join(cwd, 'b/soa.isms'), 'utf8')).toBe('control A5.2 { applicable: yes }\n');
  });
});

test('the order of files on disk makes no difference', async () => {
  const forth = folderWith(small);
  const back = folderWith(Object.fromEntries(Object.entries(small).reverse()));
  for (const format of reporterNames) {
    const [a, b] = [forth, back].map(cwd => isms(['check', '--format', format], { cwd }));
    expect((await a)?.stdout).toBe((await b)?.stdout);
  }
});

test('an ISMS nested in another one is kept apart', async () => {
  const cwd = folderWith({
    'isms.config.json': only('name/unresolved'),
    'isms.isms': 'isms Group {\n}\nrole Ceo "Chief"\n',
    'sub/isms.config.json': only('name/unresolved'),
    'sub/isms.isms': 'isms Sub {\n  owner: Ceo\n}\n',
    'other/risks.isms': 'risk R-1 "x" { owner: Ceo }\n',
  });
  expect((await findings(['.'], cwd)).map(({ file }) => file)).toEqual(['sub/isms.isms']);
  expect(await findings(['other'], cwd)).toEqual([]);
  expect((await findings(['sub'], cwd)).map(({ file }) => file)).toEqual(['isms.isms']);
});

test('nothing above the top of a repository is taken for the ISMS of a folder in it', async () => {
  const outer = folderWith({ 'isms.isms': 'isms Outer {\n}\nrole Ceo "Chief"\n', 'inner/.git/HEAD': '' });
  writeFileSync(join(outer, 'inner/people.isms'), 'person P "P" { roles: Ceo }\n');
  const found = await findings(['inner'], outer);
  expect(found.map(({ code }) => code)).toContain('name/unresolved');
});
