import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvalLock, changedParts, contentHash, fingerprint } from '../../src/analysis/approval.ts';
import type { Control } from '../../src/model/declaration.ts';
import { isUnwritten } from '../../src/model/placeholder.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { readDeclaration } from '../../src/syntax/read.ts';
import { quote } from '../../src/syntax/text/quoted-text.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { parseLock, writeLock } from '../../src/workspace/lock.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

const control = (body: string): Control => readDeclaration(`control A.8.13 {\n${body}\n}`).declaration as Control;

const entry = 'applicable: yes because: R-1, Gdpr justification: "Restores the database" status: planned';

describe('contentHash', () => {
  // Test vectors of the FNV reference implementation.
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of "%s" is %s', (text, hash) => expect(contentHash(text)).toBe(hash));
});

describe('fingerprint', () => {
  test('shows decision, provider and status in words', () => {
    expect(fingerprint(control(entry))).toMatch(/^yes planned [0-9a-f]{16} [0-9a-f]{16}$/);
    expect(fingerprint(control('applicable: inherited from Host'))).toBe('inherited:Host - - -');
    expect(fingerprint(control(''))).toBe('- - - -');
  });

  test('does not see line breaks, the order of reasons, or what is not approved', () => {
    const other =
      'because: Gdpr, R-1\nstatus: planned\njustification: """\n  Restores\n    the database\n"""\napplicable: yes\nowner: Ciso\nevidence: E-1';
    expect(fingerprint(control(other))).toBe(fingerprint(control(entry)));
  });

  test('a blank justification is none', () => {
    expect(fingerprint(control('applicable: yes justification: "  "'))).toBe('yes - - -');
  });

  test.each([
    ['decision', 'applicable: yes', 'applicable: no'],
    ['status', 'status: planned', 'status: implemented'],
    ['reasons', 'R-1, Gdpr', 'R-1'],
    ['reasons', 'R-1, Gdpr', 'covered-by A.8.14'],
    ['justification', 'database', 'data'],
  ])('sees a change of the %s', (part, before, now) => {
    expect(changedParts(fingerprint(control(entry)), fingerprint(control(entry.replace(before, now))))).toEqual([part]);
  });

  test('tells a provider from another', () => {
    const [one, two] = ['Host', 'Cloud'].map(name => fingerprint(control(`applicable: inherited from ${name}`)));
    expect(changedParts(one as string, two as string)).toEqual(['decision']);
  });

  test('different justifications differ, whatever they are', () => {
    // A placeholder, such as a question mark, justifies nothing.
    const normal = (text: string): string => (isUnwritten(text) ? '' : text.trim().replace(/\s+/g, ' '));
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [one, two] = [a, b].map(text => fingerprint(control(`justification: ${quote(text)}`)));
        expect(one === two).toBe(normal(a) === normal(b));
      }),
      { numRuns: 200 },
    );
  });
});

describe('approvalLock', () => {
  const uri = 'file:///acme/a.isms';
  const lockUri = 'file:///acme/isms.lock.json';
  const text = [
    'isms Acme "Acme ISMS" { version: "2.3" approved: 2026-03-01 by Ceo }',
    'role Ceo { top-management }',
    'control A.8.13, A.8.2 { applicable: yes justification: "Restores the database" status: partial }',
    'control ACM-1 "Own" { applicable: no because: no-such-asset justification: "None" }',
    '',
  ].join('\n');
  const changed = (workspace: Workspace): string[] => {
    workspace.update();
    return workspace
      .diagnostics(uri)
      .filter(({ code }) => code === 'soa/changed-since-approval')
      .map(({ message }) => inEnglish(message).split(' ')[0] as string);
  };
  const approved = (): Workspace => {
    const workspace = new Workspace({ rules, today: '2026-06-01' });
    workspace.setFiles([[uri, text]]);
    workspace.update();
    const [unit] = workspace.ismss();
    if (!unit) throw new Error('no ISMS');
    workspace.setFiles([[lockUri, writeLock(approvalLock(unit.view()))]]);
    return workspace;
  };

  test('holds version, date and every entry in order, and survives being written and read', () => {
    const workspace = approved();
    const lock = approvalLock(workspace.ismss()[0]!.view());
    expect(lock).toMatchObject({ version: '2.3', approved: '2026-03-01' });
    expect(Object.keys(lock.controls)).toEqual(['A.8.2', 'A.8.13', 'ACM-1']);
    expect(parseLock(writeLock(lock))).toEqual(lock);
  });

  test('what was just approved has not changed; what is edited then has', () => {
    const workspace = approved();
    expect(changed(workspace)).toEqual([]);
    workspace.setFiles([[uri, text.replace('status: partial', 'status: planned').replace('"None"', '"No one"')]]);
    expect(changed(workspace)).toEqual(['A.8.13', 'A.8.2', 'ACM-1']);
    workspace.setFiles([[uri, text]]);
    expect(changed(workspace)).toEqual([]);
  });

  test('a control that made progress is what was approved; one that fell back is not', () => {
    const workspace = approved();
    const withStatus = (status: string): string[] => {
      workspace.setFiles([[uri, text.replace('status: partial', status)]]);
      return changed(workspace);
    };
    expect(withStatus('status: implemented')).toEqual([]);
    expect(withStatus('status: planned')).toHaveLength(2);
    expect(withStatus('')).toHaveLength(2);
  });

  test('entries that come and go are told', () => {
    const workspace = approved();
    workspace.setFiles([[uri, text.replace('ACM-1', 'ACM-2')]]);
    expect(changed(workspace)).toEqual(['ACM-1', 'ACM-2']);
  });

  test('without the lock file nothing is compared', () => {
    const workspace = approved();
    workspace.setFiles([[uri, text.replace('status: partial', 'status: planned')]]);
    expect(changed(workspace)).toHaveLength(2);
    workspace.removeFile(lockUri);
    expect(changed(workspace)).toEqual([]);
  });
});
