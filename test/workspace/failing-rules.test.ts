/** A rule that throws harms no other, is told once, and is no longer told when it works again. */

import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/model/fault.ts';
import { readiness } from '../../src/readiness/readiness.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { type Rule, rule } from '../../src/rules/rule.ts';
import { inEnglish, saying } from '../../src/wording/wording.ts';
import { findingsSteps } from '../../src/workspace/findings.ts';
import { fixesFor } from '../../src/workspace/fixes.ts';
import { findStored, keepFindings } from '../../src/workspace/store/find.ts';
import { atOnce } from '../../src/workspace/store/store.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const uri = 'file:///w/a.isms';
const other = 'file:///w/b.isms';

const documentation = {
  severity: 'warning',
  clause: '9.1',
  summary: 'S.',
  why: 'W.',
  remedy: 'R.',
  example: { bad: '', good: '' },
} as const;

/** Fails on risks with a title in which `boom` occurs, and finds all others. */
const failing = rule({
  ...documentation,
  code: 'risk/fails',
  on: ['Risk'],
  check(risk, { report }) {
    const at = risk.names[0] ?? { start: 0, end: 4 };
    report({ at, message: saying('Found.') });
    if (risk.title?.value.includes('boom')) throw new TypeError('of undefined');
  },
  fix({ declaration }) {
    if (declaration.names[0]?.value === 'R-1') throw new TypeError('no fix');
    return [{ title: 'Mend it', edits: [{ declaration, start: 0, end: 4, text: 'risk' }] }];
  },
});

function open(files: Readonly<Record<string, string>>, used: readonly Rule[] = [...rules, failing]) {
  const faults: Fault[] = [];
  const workspace = new Workspace({ rules: used, today: '2026-06-01', onFault: fault => faults.push(fault) });
  workspace.setFiles(Object.entries(files));
  workspace.update();
  return { workspace, faults };
}

const isms = 'isms Acme "Acme" {}\n';
const codes = (workspace: Workspace, file = uri) => workspace.diagnostics(file).map(({ code }) => code);
const told = (workspace: Workspace) =>
  workspace
    .files()
    .flatMap(file => workspace.diagnostics(file))
    .filter(({ code }) => code === 'internal/rule-failed')
    .map(({ uri: file, range }) => `${file.slice(file.lastIndexOf('/') + 1)}:${range.start.line}`);

describe('a rule that fails', () => {
  test('takes nothing from the others, and keeps nothing that it had found until then', () => {
    const { workspace } = open({ [uri]: `${isms}risk R-1 "boom" {}\nrisk R-2 "Theft" {}\n` });
    const without = open({ [uri]: `${isms}risk R-1 "boom" {}\nrisk R-2 "Theft" {}\n` }, rules);
    const others = codes(workspace).filter(code => code !== 'internal/rule-failed' && code !== 'risk/fails');
    expect(others).toEqual(codes(without.workspace));
    expect(codes(workspace).filter(code => code === 'risk/fails')).toHaveLength(1);
  });

  test('is told as an error, at the declaration, by its code, in a message of at most 160 characters', () => {
    const { workspace } = open({ [uri]: `${isms}risk R-1 "boom" {}\n` });
    const [found] = workspace.diagnostics(uri).filter(({ code }) => code === 'internal/rule-failed');
    expect(found).toMatchObject({ severity: 'error', range: { start: { line: 1, character: 5 } } });
    const message = found ? inEnglish(found.message) : '';
    expect(message).toMatch(/^risk\/fails failed here \(of undefined\)/);
    expect(message.length).toBeLessThanOrEqual(160);
  });

  test('does not lose what is changed in the same update', () => {
    const { workspace } = open({ [uri]: `${isms}risk R-1 "Loss" {}\n`, [other]: 'asset Crm "CRM" { owner: Ceo }\n' });
    expect(codes(workspace, other)).toContain('name/unresolved');
    workspace.setFiles([
      [uri, `${isms}risk R-1 "boom" {}\n`],
      [other, 'asset Crm "CRM" {}\nrole Ceo "CEO" {}\n'],
    ]);
    workspace.update();
    expect(codes(workspace, other)).toContain('asset/no-owner');
    expect(codes(workspace, other)).not.toContain('name/unresolved');
  });

  test('is told and logged once, however often it fails, and logged again when it fails anew', () => {
    const broken = `${isms}${'risk R-1 "boom" {}\n'.repeat(50)}`;
    const { workspace, faults } = open({ [uri]: broken });
    for (let i = 0; i < 3; i++) {
      workspace.setFiles([[uri, `${broken}role R${i} "R" {}\n`]]);
      workspace.update();
      expect(told(workspace)).toEqual(['a.isms:1']);
    }
    expect(faults.map(({ name }) => name)).toEqual(['risk/fails']);
    workspace.setFiles([[uri, isms]]);
    workspace.update();
    expect(told(workspace)).toEqual([]);
    workspace.setFiles([[uri, broken]]);
    workspace.update();
    expect(faults.map(({ name }) => name)).toEqual(['risk/fails', 'risk/fails']);
  });

  test('is told where it fails first in the order of the ISMS, whatever moves', () => {
    const names = Array.from({ length: 12 }, (_, i) => `risk R-${i} "boom" {}\n`);
    const { workspace } = open({ [uri]: `${isms}${names.join('')}`, 'file:///w/isms.isms': '' });
    const [last = ''] = names.splice(-1);
    const [first = ''] = names.splice(0, 1);
    workspace.setFiles([[uri, `${isms}${last}${names.join('')}${first}`]]);
    workspace.update();
    const failed = workspace.diagnostics(uri).filter(({ code }) => code === 'internal/rule-failed');
    expect(failed.map(({ range }) => range.start)).toEqual([{ line: 1, character: 5 }]);
    workspace.setFiles([['file:///w/_.isms', 'risk R-99 "boom" {}\n']]);
    workspace.update();
    expect(told(workspace)).toEqual(['_.isms:0']);
  });

  test('is told in each ISMS', () => {
    const { workspace } = open({
      'file:///w/1/a.isms': `${isms}risk R-1 "boom" {}\n`,
      'file:///w/2/b.isms': `${isms}risk R-1 "boom" {}\n`,
    });
    expect(told(workspace)).toEqual(['a.isms:1', 'b.isms:1']);
  });

  test('is not told where it is switched off, and then the check is complete', () => {
    const { workspace } = open({ [uri]: `${isms}risk R-1 "boom" {}\n` });
    expect(workspace.failedRules()).toEqual(['risk/fails']);
    workspace.setSettings({ rules: { 'risk/fails': 'off' } });
    workspace.update();
    expect(told(workspace)).toEqual([]);
    expect(workspace.failedRules()).toEqual([]);
  });

  test('does not make a comment that silences it a useless one', () => {
    const comment = '// isms-ignore risk/fails: looked at by hand\n';
    const { workspace } = open({ [uri]: `${isms}${comment}risk R-1 "boom" {}\n` });
    expect(codes(workspace)).not.toContain('suppression/unused');
    expect(codes(open({ [uri]: `${isms}${comment}role Ceo "CEO" {}\n` }).workspace)).toContain('suppression/unused');
  });

  test('keeps its other fixes where the fix of a finding fails, which is logged once', () => {
    const text = `${isms}risk R-1 "Loss" {}\nrisk R-2 "Theft" {}\n`;
    const { workspace, faults } = open({ [uri]: text }, [failing]);
    for (let i = 0; i < 3; i++) expect(fixesFor(workspace, uri).map(({ title }) => title)).toEqual(['Mend it']);
    expect(faults).toMatchObject([{ name: 'the fix of risk/fails', uri }]);
  });

  test('leaves readiness unsaid, in words that name it', () => {
    const { workspace } = open({ [uri]: `${isms}risk R-1 "boom" {}\n` });
    const [unit] = workspace.ismss();
    expect(() => unit && readiness(workspace, unit)).toThrow(/rules of this program failed.*risk\/fails/);
  });

  test('makes the findings incomplete, and those are not kept', async () => {
    const { workspace } = open({ [uri]: `${isms}risk R-1 "boom" {}\n` });
    const findings = await atOnce(findingsSteps(workspace));
    expect(findings.failed).toEqual(['risk/fails']);
    const kept = new Map<string, string>();
    const store = {
      hash: () => ({ update: () => {}, digest: () => 'key' }),
      read: async (key: string) => kept.get(key),
      write: async (key: string, text: string) => void kept.set(key, text),
    };
    const circumstances = { uris: [uri], textOf: () => '', settings: {}, today: '2026-06-01' };
    await keepFindings(store, circumstances, findings, new Map(), atOnce);
    expect(await findStored(store, circumstances, () => undefined, atOnce)).toBeUndefined();
    await keepFindings(store, circumstances, { ...findings, failed: [] }, new Map(), atOnce);
    expect(await findStored(store, circumstances, () => undefined, atOnce)).toMatchObject({ failed: [] });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'a text'],
    ['an object without a prototype', Object.create(null)],
    ['an error that cannot be read', { toString: () => Reflect.get(undefined as never, 'x') }],
    ['a text of several lines', new Error(`a\n\u001b[2Jb${'c'.repeat(500)}`)],
  ])('may throw %s', (_what, thrown) => {
    const throwing = rule({
      ...documentation,
      code: 'risk/throws',
      on: ['Risk'],
      check() {
        throw thrown;
      },
    });
    const { workspace, faults } = open({ [uri]: `${isms}risk R-1 "Loss" {}\n` }, [...rules, throwing]);
    expect(told(workspace)).toEqual(['a.isms:1']);
    expect(faults).toHaveLength(1);
    for (const { message } of workspace.diagnostics(uri)) expect(inEnglish(message)).toMatch(/^[^\p{Cc}]{1,160}$/u);
  });
});
