/** `isms check --baseline`: only what is new is told and fails; SARIF tells all, with how it stands. Fixes in SARIF. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Fix, Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { type Baseline, compareWith } from '../../src/cli/baseline.ts';
import type { Io } from '../../src/cli/io.ts';
import { fingerprintName } from '../../src/cli/report/compared.ts';
import { fingerprints } from '../../src/cli/report/fingerprints.ts';
import { uriOfPath } from '../../src/node/files.ts';
import { inEnglish, saying } from '../../src/wording/wording.ts';
import type { Diagnostic } from '../../src/workspace/diagnostic.ts';
import { exampleFiles } from '../examples/files.ts';
import { folderWith, isms, only } from './isms.ts';
import { sarifFaults } from './sarif.ts';

const files = {
  'isms.config.json': only('soa/missing-justification', 'risk/no-owner'),
  'isms.isms': 'isms Small "Small" {\n}\n',
  'soa.isms': 'control A.5.1 { applicable: yes }\ncontrol A.5.2 { applicable: yes }\n',
  'sub/risks.isms': 'risk R-1 "Theft" { }\n',
};

/** The folder with a baseline of what it holds. */
async function withBaseline(): Promise<string> {
  const cwd = folderWith(files);
  writeFileSync(join(cwd, 'base.sarif'), (await isms(['check', '--format', 'sarif'], { cwd })).stdout);
  return cwd;
}

const check = (cwd: string, ...more: string[]) => isms(['check', '--baseline', 'base.sarif', ...more], { cwd });

const resultsIn = (log: string): Result[] => (JSON.parse(log) as Log).runs.flatMap(run => run.results ?? []);

const states = (log: string): string[] =>
  resultsIn(log).map(
    ({ baselineState, message }) => `${baselineState} ${/\b[AR][.-][\d.]*\d/.exec(message.text ?? '')}`,
  );

describe('a baseline', () => {
  test('lets pass what it has, in every format', async () => {
    const cwd = await withBaseline();
    const { code, stdout } = await check(cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No new findings in 3 files, .* 3 findings of the baseline still there, 0 gone\.\n$/);
    for (const format of ['json', 'gitlab'])
      expect(JSON.parse((await check(cwd, '--format', format)).stdout)).toEqual([]);
    expect((await check(cwd, '--format', 'github')).stdout).not.toContain('::');
    expect((await check(cwd, '--format', 'junit')).stdout).toContain('failures="0"');
    expect(states((await check(cwd, '--format', 'sarif')).stdout)).toEqual([
      'unchanged A.5.1',
      'unchanged A.5.2',
      'unchanged R-1',
    ]);
  });

  test('fails on what it has not, and tells that alone, wherever the rest has moved', async () => {
    const cwd = await withBaseline();
    writeFileSync(
      join(cwd, 'soa.isms'),
      `\n\ncontrol A.5.3 { applicable: yes }\n${files['soa.isms'].split('\n')[1]}\n`,
    );
    const { code, stdout } = await check(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('soa.isms:3:');
    expect(stdout.match(/\[soa\/missing-justification\]/g)).toHaveLength(1);
    expect(stdout).toContain('2 findings of the baseline still there, 1 gone.');
    const sarif = await check(cwd, '--format', 'sarif');
    expect(sarifFaults(JSON.parse(sarif.stdout))).toEqual([]);
    expect(sarif.code).toBe(1);
    expect(states(sarif.stdout)).toEqual(['new A.5.3', 'unchanged A.5.2', 'unchanged R-1', 'absent A.5.1']);
    expect((await check(cwd, '--format', 'json')).stdout).toContain('A.5.3');
    expect((await check(cwd, '--fail-on', 'error', '--format', 'gitlab')).stdout).not.toContain('A.5.2');
  });

  test('may be a report that was compared with one itself: what was gone then is not in it', async () => {
    const cwd = await withBaseline();
    writeFileSync(join(cwd, 'soa.isms'), 'control A.5.2 { applicable: yes }\n');
    writeFileSync(join(cwd, 'next.sarif'), (await check(cwd, '--format', 'sarif')).stdout);
    writeFileSync(join(cwd, 'soa.isms'), files['soa.isms']);
    const { code, stdout } = await isms(['check', '--baseline', 'next.sarif', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).map(({ message }: { message: string }) => /A\.5\.\d/.exec(message)?.[0])).toEqual([
      'A.5.1',
    ]);
  });

  test('says nothing of what was not checked', async () => {
    const cwd = await withBaseline();
    writeFileSync(join(cwd, 'sub/risks.isms'), '\n');
    const { stdout } = await isms(['check', 'soa.isms', '--baseline', 'base.sarif', '--format', 'sarif'], { cwd });
    expect(states(stdout)).toEqual(['unchanged A.5.1', 'unchanged A.5.2']);
    const sub = await isms(['check', 'sub', '--baseline', 'base.sarif', '--format', 'sarif'], { cwd });
    expect(states(sub.stdout)).toEqual(['absent R-1']);
  });

  test('never covers that something could not be read', async () => {
    const cwd = folderWith({ ...files, 'broken.isms': Uint8Array.from([0xff, 0xfe, 0x00]) });
    writeFileSync(join(cwd, 'base.sarif'), (await isms(['check', '--format', 'sarif'], { cwd })).stdout);
    const { code, stdout } = await check(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('[syntax/unreadable]');
    expect(stdout).not.toContain('[soa/missing-justification]');
  });

  test('is the same with stored findings', async () => {
    const cwd = await withBaseline();
    const first = await check(cwd, '--format', 'sarif');
    for (let run = 0; run < 2; run++)
      expect(
        await isms(['check', '--baseline', 'base.sarif', '--format', 'sarif', '--cache', 'store'], { cwd, build: 'b' }),
      ).toEqual(first);
  });

  test.each<[string, string | undefined, RegExp]>([
    ['is not there', undefined, /The baseline base\.sarif cannot be read: there is no such file. Write it with/],
    ['is no JSON', '{', /is damaged: it is no JSON/],
    ['is something else', '[]', /is no report in SARIF/],
    ['is of a run without results', '{"runs": [{}]}', /is no report in SARIF/],
    ['is of another tool', '{"runs": [{"results": [{"message": {"text": "x"}}]}]}', /without fingerprints of isms/],
  ])('that %s is refused', async (_, content, message) => {
    const cwd = folderWith(files);
    if (content !== undefined) writeFileSync(join(cwd, 'base.sarif'), content);
    const { code, stdout, stderr } = await check(cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect((await isms(['check', '--baseline', ''], { cwd })).stderr).toContain('--baseline is empty');
  });
});

describe('any findings beside any baseline', () => {
  const io = { cwd: '/w' } as Io;
  const finding = fc
    .record({ code: fc.constantFrom('a/b', 'c/d'), file: fc.constantFrom('a', 'b/ü'), line: fc.nat(3) })
    .map(
      ({ code, file, line }): Diagnostic => ({
        code,
        severity: 'warning',
        message: saying('{0} in {1}', code, file),
        uri: uriOfPath(`/w/${file}.isms`),
        range: { start: { line, character: 0 }, end: { line, character: 1 } },
        related: [],
      }),
    );

  test('are new or unchanged, and the rest of the baseline is absent', () => {
    fc.assert(
      fc.property(fc.array(finding), fc.array(finding), (before, after) => {
        const baseline: Baseline = new Map(
          fingerprints({ diagnostics: before, io }).map((print, at) => [
            print,
            {
              message: { text: '' },
              partialFingerprints: { [fingerprintName]: print },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: encodeURI((before[at] as Diagnostic).uri.slice('file:///w/'.length)).replaceAll('%25', '%'),
                    },
                  },
                },
              ],
            },
          ]),
        );
        const { unchanged, absent } = compareWith(
          baseline,
          after,
          fingerprints({ diagnostics: after, io }),
          [],
          ['.'],
          io,
        );
        expect(unchanged.size + absent.length).toBe(before.length);
        const alike = (all: readonly Diagnostic[], { message }: Diagnostic): number =>
          all.filter(one => inEnglish(one.message) === inEnglish(message)).length;
        // Of findings that are alike as many are new as are more than before.
        for (const one of after) {
          const own = after.filter(other => inEnglish(other.message) === inEnglish(one.message));
          const fresh = own.filter(other => !unchanged.has(other)).length;
          expect(fresh).toBe(Math.max(0, alike(after, one) - alike(before, one)));
        }
      }),
    );
  });
});

describe('fixes in SARIF', () => {
  /** The text after a fix, by the regions of the log alone. */
  function applied(text: string, fix: Fix): string {
    const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
    const offset = (line: number | undefined, column: number | undefined): number =>
      (starts[(line ?? 0) - 1] ?? Number.NaN) + (column ?? 0) - 1;
    const changes = fix.artifactChanges.flatMap(({ replacements }) =>
      replacements.map(({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => ({
        start: offset(startLine, startColumn),
        end: offset(endLine, endColumn),
        text: insertedContent?.text ?? '',
      })),
    );
    return changes
      .sort((a, b) => b.start - a.start)
      .reduce((all, { start, end, text: by }) => all.slice(0, start) + by + all.slice(end), text);
  }

  const faulty = {
    'isms.config.json': only('control/misspelt-id', 'soa/missing-justification', 'asset/no-owner'),
    'isms.isms': 'isms Small {\n}\n',
    'soa.isms':
      '// 😀 first\r\ncontrol A5.1 { applicable: yes because: not-necessary }\r\ncontrol A.8.13 "Ü" {\r\n  applicable: yes\r\n}\r\n',
  };

  test('hold what “check --fix” writes', async () => {
    const cwd = folderWith(faulty);
    const { stdout } = await isms(['check', '--format', 'sarif'], { cwd });
    expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
    const [misspelt] = resultsIn(stdout).filter(({ ruleId }) => ruleId === 'control/misspelt-id');
    const [fix] = misspelt?.fixes ?? [];
    expect(fix?.artifactChanges.map(({ artifactLocation }) => artifactLocation.uri)).toEqual(['soa.isms']);
    expect(fix?.description?.text).toBeTruthy();
    const after = applied(faulty['soa.isms'], fix as Fix);
    await isms(['check', '--fix'], { cwd });
    expect(after).toBe(readFileSync(join(cwd, 'soa.isms'), 'utf8'));
  });

  test('of examples are valid, and each takes its finding away', async () => {
    const sources = Object.fromEntries(exampleFiles('broken/neglected').map(([name, text]) => [name, text]));
    const cwd = folderWith(sources);
    const { stdout } = await isms(['check', '--as-of', '2026-06-15', '--format', 'sarif'], { cwd });
    expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
    const fixed = resultsIn(stdout).filter(({ fixes }) => fixes);
    expect(fixed.length).toBeGreaterThan(3);
    for (const { fixes, ruleId, message } of fixed.slice(0, 12)) {
      const [fix] = fixes as [Fix];
      const changed = { ...sources };
      for (const change of fix.artifactChanges) {
        const name = decodeURIComponent(change.artifactLocation.uri ?? '');
        changed[name] = applied(changed[name] ?? '', { artifactChanges: [change] });
      }
      const again = await isms(['check', '--as-of', '2026-06-15', '--format', 'sarif'], { cwd: folderWith(changed) });
      const same = (one: Result): boolean => one.ruleId === ruleId && one.message.text === message.text;
      expect(resultsIn(again.stdout).filter(same).length).toBeLessThan(resultsIn(stdout).filter(same).length);
    }
  });
});
