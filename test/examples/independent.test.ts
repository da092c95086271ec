/**
 * Three ISMSs that were written by hand as small and large companies write them, without a look at the rules: a consultancy of five, a group's IT and its
 * plant. They are competent, so every finding has to be one that an auditor would raise, or an offer that costs nothing. Whatever else is reported is a fault of a rule.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '../../src/wording/wording.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { workspaceOf } from './order.ts';

const root = fileURLToPath(new URL('independent', import.meta.url));

interface Right {
  readonly code: string;
  /** What is named. */
  readonly about: readonly string[];
  /** Why it is worth a line. */
  readonly why: string;
}

/** What is right to report, all of it information. */
const right: Readonly<Record<string, readonly Right[]>> = {
  consultancy: [
    {
      code: 'audit/control-not-covered',
      about: ['P'],
      why: 'The programme samples controls, which 9.2.1 allows. An auditor asks how the sample is drawn when 54 controls are in no audit of the cycle.',
    },
    {
      code: 'soa/exclusion-without-ground',
      about: ['A.5.3', 'A.5.6', 'A.5.13', 'A.5.28', 'A.5.32', 'A.8.6', 'A.8.11', 'A.8.18', 'A.8.32'],
      why: 'Each has its sentence, so 6.1.3 d is met. Auditors read the column of grounds first and ask where it is blank; `not-necessary` fills it.',
    },
  ],
  group: [],
};

function filesOf(name: string): [uri: string, text: string][] {
  const folder = join(root, name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.isms$|isms\.config\.json$/.test(path))
    .sort()
    .map(path => [pathToFileURL(join(folder, path)).href, readFileSync(join(folder, path), 'utf8')]);
}

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

const foundIn = (workspace: Workspace): Found[] =>
  workspace
    .files()
    .flatMap(uri =>
      workspace
        .diagnostics(uri)
        .map(({ code, severity, message }) => ({ code, severity, message: inEnglish(message) })),
    );

describe.each(Object.entries(right))('%s', (name, expected) => {
  const found = foundIn(workspaceOf(filesOf(name)));

  test('has no error and no warning', () => {
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('is told only what is right', () => {
    const wanted = expected.flatMap(({ code, about }) => about.map(name => ({ code, name })));
    const isAbout = ({ code, message }: Found, want: { code: string; name: string }): boolean =>
      code === want.code && message.split(/[\s,:;]+/).includes(want.name);
    expect(found.filter(each => !wanted.some(want => isAbout(each, want)))).toEqual([]);
    expect(wanted.filter(want => !found.some(each => isAbout(each, want)))).toEqual([]);
    expect(found).toHaveLength(wanted.length);
  });
});

/** Damage that an auditor would raise: who keeps quiet about competent ISMSs must not be silent about these. */
test.each<[string, string, RegExp, string, string]>([
  ['an acceptance that ended', 'group', /until 2027-04-30/, 'until 2026-04-30', 'risk/acceptance-expired'],
  [
    'an audit by who runs the ISMS',
    'group',
    /auditors: Revision/,
    'auditors: GroupCiso',
    'audit/auditor-not-impartial',
  ],
  [
    'a control that a risk needs, excluded',
    'consultancy',
    /control A\.5\.3 \{/,
    'control A.8.13 {',
    'soa/excluded-but-used',
  ],
  [
    'an exclusion without a word',
    'consultancy',
    /\{ applicable: no justification: "Not necessary: no risk above[^"]*" \}/,
    '{ applicable: no }',
    'soa/missing-justification',
  ],
  [
    'a management review without management',
    'consultancy',
    /attendees: Partners/,
    'attendees: Consultant',
    'review/no-top-management',
  ],
  [
    'a supplier without an agreement',
    'group',
    /agreement: "Colo 2023" review: every 12 months reviewed: 2026-03-03 evidence: ColoCert/,
    '',
    'supplier/unmanaged',
  ],
])('%s is told', (_, name, from, to, code) => {
  const files = filesOf(name);
  const changed = files.map(([uri, text]): [string, string] => [uri, text.replace(from, to)]);
  expect(changed.filter(([, text], index) => text !== files[index]?.[1])).not.toEqual([]);
  expect(foundIn(workspaceOf(changed)).map(found => found.code)).toContain(code);
});
