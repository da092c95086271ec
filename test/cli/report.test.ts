/** What CI servers read: JUnit XML, GitHub's commands, GitLab's code quality. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../src/cli/report/fingerprints.ts';
import { githubReport } from '../../src/cli/report/github.ts';
import { gitlabReport } from '../../src/cli/report/gitlab.ts';
import { junitReport } from '../../src/cli/report/junit.ts';
import type { Report } from '../../src/cli/report/report.ts';
import { counted } from '../../src/model/counted.ts';
import { uriOfPath } from '../../src/node/files.ts';
import { severities } from '../../src/rules/rule.ts';
import { saying } from '../../src/wording/wording.ts';
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';
import { folderWith, isms, only } from './isms.ts';

const files = {
  'isms.config.json': only('soa/missing-justification', 'risk/no-owner'),
  'isms.isms': 'isms Small "Small" {\n}\n',
  'a, b%/soa.isms': 'control A.5.1 { applicable: yes }\n',
};

const finding = (over: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'risk/no-owner',
  severity: 'warning',
  message: saying('R-1 has no owner.'),
  uri: uriOfPath('/w/a.isms'),
  range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
  related: [],
  ...over,
});

const reportOf = (diagnostics: readonly Diagnostic[]): Report => ({
  diagnostics,
  unread: [],
  checked: [...new Set(diagnostics.map(({ uri }) => uri))],
  failing: ['error', 'warning'],
  hidden: 0,
  dates: [],
  textOf: () => undefined,
  paths: ['/w', '/v'],
  io: { cwd: '/w' } as Report['io'],
  color: false,
});

const anyFinding = fc
  .record({
    severity: fc.constantFrom(...severities),
    message: fc.string({ unit: 'binary', maxLength: 40 }),
    line: fc.nat(9),
    lines: fc.nat(2),
    uri: fc.constantFrom('a.isms', 'ü <&>"\'.isms', 'a,b:c%0A.isms').map(name => uriOfPath(`/w/${name}`)),
  })
  .map(({ line, lines, message, ...rest }) =>
    finding({
      ...rest,
      message: saying('{0}', message),
      range: { start: { line, character: 0 }, end: { line: line + lines, character: 3 } },
    }),
  );

interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
}

/** Reads elements, attributes and texts as XML 1.0 has them, and nothing that it forbids or that a report has no use for. */
function parse(text: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open = [root];
  const token =
    /<\/(?<closed>[\w-]+)>|<(?<name>[\w-]+)(?<list>(?: \w+="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*")*)(?<empty>\/?)>|(?:[^<&]|&(?:amp|lt|gt|quot|apos);)+/gy;
  token.lastIndex = '<?xml version="1.0" encoding="UTF-8"?>'.length;
  let end = token.lastIndex;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    end = token.lastIndex;
    const { closed, name, list = '', empty } = found.groups ?? {};
    if (closed !== undefined) expect(open.pop()?.name).toBe(closed);
    if (name === undefined) continue;
    const pairs = [...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
    const element: Xml = { name, attributes: Object.fromEntries(pairs), children: [] };
    expect(Object.keys(element.attributes)).toHaveLength(pairs.length);
    open.at(-1)?.children.push(element);
    if (!empty) open.push(element);
  }
  expect([end, open]).toEqual([text.length, [root]]);
  const [suites, ...more] = root.children;
  expect(more).toEqual([]);
  return suites as Xml;
}

describe('JUnit', () => {
  test('has a suite for each file, a case for each finding or file without any', async () => {
    const { stdout, code } = await isms(['check', '--format', 'junit'], { cwd: folderWith(files) });
    expect(code).toBe(1);
    const suites = parse(stdout);
    expect(suites.attributes).toEqual({ name: 'isms check', tests: '2', failures: '1', errors: '0' });
    const cases = suites.children.map(({ attributes, children }) => [
      attributes.name,
      attributes.failures,
      children.map(one => one.attributes.line),
    ]);
    expect(cases).toEqual([
      ['a, b%/soa.isms', '1', ['1']],
      ['isms.isms', '0', [undefined]],
    ]);
  });

  test('fails what makes the check fail, and tells the rest', async () => {
    const config = JSON.parse(files['isms.config.json']);
    config.rules['soa/missing-justification'] = 'warning';
    const cwd = folderWith({ ...files, 'isms.config.json': JSON.stringify(config) });
    const { stdout, code } = await isms(['check', '--format', 'junit', '--fail-on', 'error'], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining('<system-out>a, b%/soa.isms:1:17: warning: ')]);
    expect(stdout).toContain('failures="0"');
  });

  test('says of a file that could not be read that it is an error', async () => {
    const cwd = folderWith({ ...files, 'bad.isms': Uint8Array.of(0xff) });
    const { stdout } = await isms(['check', '--format', 'junit'], { cwd });
    expect(stdout).toContain('errors="1"');
    expect(stdout).toMatch(/<error message="[^"]+" type="syntax\/unreadable">/);
  });

  test('is well-formed whatever a finding says, and counts what it holds', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { minLength: 1, maxLength: 8 }), all => {
        const text = junitReport(reportOf(all));
        expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u);
        const suites = parse(text);
        const cases = suites.children.flatMap(({ children }) => children);
        expect(cases).toHaveLength(all.length);
        const failed = cases.filter(({ children }) => children[0]?.name === 'failure');
        expect(String(failed.length)).toBe(suites.attributes.failures);
      }),
    );
  });
});

/** What GitHub's runner makes of a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function read(line: string): { command: string; properties: Record<string, string>; message: string } {
  const [, command = '', list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const plain = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = list.split(',').map(pair => pair.split('=') as [string, string]);
  return {
    command,
    properties: Object.fromEntries(pairs.map(([name, value]) => [name, plain(value)])),
    message: message.replaceAll('%25', '%'),
  };
}

describe('GitHub', () => {
  test('annotates the place', async () => {
    const { stdout } = await isms(['check', '--format', 'github'], { cwd: folderWith(files) });
    expect(stdout).toMatch(
      /^::error file=a%2C b%25\/soa\.isms,line=1,endLine=1,col=\d+,endColumn=\d+,title=soa\/missing-justification::Nothing says why A\.5\.1 .*\n1 error in 1 of 2 files, as of .*\n$/,
    );
  });

  test('is one command a line whatever a finding says', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 8 }), all => {
        const [end, closing, ...rest] = githubReport(reportOf(all)).split('\n').reverse();
        const lines = rest.reverse();
        const files = counted(new Set(all.map(({ uri }) => uri)).size, 'file');
        expect([end, closing]).toEqual([
          '',
          expect.stringContaining(all.length ? ` of ${files}, as of ` : 'No findings in 0 files, as of '),
        ]);
        expect(lines).toHaveLength(all.length);
        for (const [index, line] of lines.entries()) {
          const { command, properties } = read(line);
          expect(line).not.toMatch(/\p{Cc}/u);
          const { uri, range } = all[index] as Diagnostic;
          expect(['error', 'warning', 'notice']).toContain(command);
          expect(uriOfPath(`/w/${properties.file}`)).toBe(uri);
          expect('col' in properties).toBe(range.start.line === range.end.line);
        }
      }),
    );
  });
});

describe('GitLab', () => {
  test('has what GitLab requires of each finding', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 8 }), all => {
        const issues = JSON.parse(gitlabReport(reportOf(all)));
        expect(issues).toHaveLength(all.length);
        for (const { description, check_name, fingerprint, severity, location } of issues) {
          expect(typeof description).toBe('string');
          expect(check_name).toBe('risk/no-owner');
          expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
          expect(['major', 'minor', 'info']).toContain(severity);
          expect(location.path).not.toMatch(/^\.?\//);
          expect(location.lines.end).toBeGreaterThanOrEqual(location.lines.begin);
        }
        expect(new Set(issues.map((issue: { fingerprint: string }) => issue.fingerprint)).size).toBe(all.length);
      }),
    );
  });

  test('knows findings again when lines have moved, as SARIF does', async () => {
    const moved = { ...files, 'a, b%/soa.isms': `// moved\n\n  ${files['a, b%/soa.isms']}` };
    const prints = async (of: typeof files, format: string): Promise<unknown> => {
      const found = JSON.parse((await isms(['check', '--format', format], { cwd: folderWith(of) })).stdout);
      return format === 'gitlab'
        ? found[0].fingerprint
        : found.runs[0].results[0].partialFingerprints['ismsFinding/v1'];
    };
    const before = await prints(files, 'gitlab');
    expect([await prints(moved, 'gitlab'), await prints(files, 'sarif'), await prints(moved, 'sarif')]).toEqual([
      before,
      before,
      before,
    ]);
  });

  test('knows findings again when days have passed and more is counted, and others by their names', () => {
    const { io } = reportOf([]);
    const print = (message: string) =>
      fingerprints({ diagnostics: [finding({ message: saying('{0}', message) })], io })[0];
    expect(print('R-1 was due on 2026-06-01, 12 days ago; 3 rely on it.')).toBe(
      print('R-1 was due on 2027-01-31, 1 days ago; 100 rely on it.'),
    );
    const names = ['R-1 is late', 'R-2 is late', 'A.5.1 is late', 'A.5.2 is late', '5.1 is late', '5.2 is late', '1.'];
    expect(new Set(names.map(print)).size).toBe(names.length);
  });

  test('tells apart findings that say the same', () => {
    const { io } = reportOf([]);
    const prints = fingerprints({ diagnostics: [finding(), finding(), finding({ code: 'risk/other' })], io });
    expect(new Set(prints).size).toBe(3);
    expect(fingerprints({ diagnostics: [finding()], io })).toEqual([prints[0]]);
  });
});
