/** What the command line says where a part of the program fails. */
import { afterEach, expect, test, vi } from 'vitest';
import soa from '../../src/documents/artefacts/soa.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { folderWith, isms } from './isms.ts';

afterEach(() => vi.restoreAllMocks());

const rule = (code: string): Rule => rules.find(each => each.code === code) as Rule;

const files = {
  'isms.isms': 'isms Acme "Acme" {\n  approved: 2026-03-01 by Ceo\n}\nrole Ceo "CEO" { top-management }\n',
  'risks.isms': 'risk R-1 "Loss" {}\n',
};

const breakRule = (code: string): void => {
  vi.spyOn(rule(code), 'check').mockImplementation(() => {
    throw new TypeError('of undefined');
  });
};

test('check reports all else, says which rule failed, and ends with 2', async () => {
  const folder = folderWith(files);
  const before = await isms(['check', folder, '--format', 'json']);
  breakRule('risk/no-owner');
  const { code, stdout, stderr } = await isms(['check', folder, '--format', 'json']);
  expect(before.code).toBe(1);
  expect(code).toBe(2);
  const found = (text: string) => (JSON.parse(text) as { code: string }[]).map(each => each.code);
  expect(found(stdout)).toContain('internal/rule-failed');
  expect(found(stdout).filter(each => each !== 'internal/rule-failed')).toEqual(
    found(before.stdout).filter(each => each !== 'risk/no-owner'),
  );
  expect(stderr).toBe(
    'isms: the check is incomplete, since rules of this program failed: risk/no-owner. All else is reported. Set ISMS_DEBUG=1 to see where, and please report it.\n',
  );
});

test('check shows the stack to who asks for it, and keeps nothing', async () => {
  breakRule('risk/no-owner');
  const folder = folderWith(files);
  const cached = ['check', folder, '--cache', `${folder}/.cache`];
  const { stderr } = await isms(cached, { env: { ISMS_DEBUG: '1' } });
  expect(stderr).toMatch(/^isms: risk\/no-owner failed in file:.*risks\.isms: TypeError: of undefined\n +at /);
  vi.restoreAllMocks();
  expect((await isms(cached)).code).toBe(1);
});

test('check ends as ever where the rule that fails is switched off', async () => {
  breakRule('risk/no-owner');
  const folder = folderWith({ ...files, 'isms.config.json': '{ "rules": { "risk/no-owner": "off" } }' });
  expect(await isms(['check', folder])).toMatchObject({ code: 1, stderr: '' });
});

test.each([
  ['readiness', ['readiness'], 'The readiness'],
  ['export', ['export', 'soa', '--format', 'csv', '-o', '-'], 'Statement of Applicability'],
])('%s says in a sentence what cannot be made', async (verb, [name = '', ...options], artefact) => {
  breakRule('risk/no-owner');
  // As an endless recursion does. It is no wrong choice of the user.
  vi.spyOn(soa, 'build').mockImplementation(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  const argv =
    verb === 'export' ? ['export', 'soa', folderWith(files), ...options.slice(1)] : [name, folderWith(files)];
  const { code, stdout, stderr } = await isms(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(new RegExp(`^isms: ${artefact} cannot be made: .*\\. This is a fault of the program.*\\n$`));
});

test('check --fix mends the rest where a fix fails', async () => {
  const folder = folderWith({
    ...files,
    'risks.isms': '// isms-ignore risk/no-owner: none\nrole R "R" {}\ncontrol A.9.4.2 {}\n',
  });
  vi.spyOn(rule('suppression/unused'), 'fix').mockImplementation(() => {
    throw new TypeError('of undefined');
  });
  const { code, stdout } = await isms(['check', folder, '--fix']);
  expect(code).toBe(1);
  expect(stdout).toContain('suppression/unused');
});
