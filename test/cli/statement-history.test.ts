/** The change history of the Statement of Applicability: what was decided otherwise, commit by commit, and what is said where it is not known. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { StatementHistory } from '../../src/documents/data/_statement-history.ts';
import { mostHistory } from '../../src/export/statement-history.ts';
import { commitTo, git, repositoryWith } from '../node/repository.ts';
import { isms } from './isms.ts';

const block = (version: string, approved?: string): string =>
  `isms Acme "Acme" {\n  organization: "Acme"\n  version: "${version}"\n${approved ? `  approved: ${approved} by Ceo\n` : ''}}\nrole Ceo "Chief executive" { top-management }\n`;
const control = (applicable: string, why: string, status = ''): string =>
  `control A.8.13 { applicable: ${applicable} justification: "${why}" ${status} }\n`;

/** Begun, approved, decided otherwise, and changed in what is no decision. */
function repository(): string {
  return repositoryWith(
    {
      files: { 'isms.isms': block('1'), 'soa.isms': control('yes', 'Restores service') },
      on: '2026-01-01',
      message: 'Begin',
    },
    { files: { 'isms.isms': block('1', '2026-01-10') }, on: '2026-01-11', message: 'Approved', tag: 'v1' },
    {
      files: { 'soa.isms': control('yes', 'Restores service', 'status: planned') },
      on: '2026-02-01',
      message: 'Plan <b>it</b>',
    },
    { files: { 'assets.isms': 'asset Db "Database" {}\n' }, on: '2026-02-02', message: 'No decision' },
    {
      files: { 'soa.isms': control('yes', 'Restores all service', 'status: planned') },
      on: '2026-03-01',
      message: 'Reword',
    },
  );
}

const exported = (cwd: string, ...argv: string[]) =>
  isms(['export', 'soa', '.', '--as-of', '2026-06-01', ...argv], { cwd });

async function historyOf(cwd: string, ...argv: string[]): Promise<StatementHistory> {
  const run = await exported(cwd, '--format', 'json', '-o', '-', ...(argv.length ? argv : ['--history']));
  expect(run.code).toBe(0);
  return JSON.parse(run.stdout).history;
}

/** An entry in a line. */
const told = ({ entries }: StatementHistory): string[] =>
  entries.map(({ on, subject, isFirst, version, approved, decisions }) =>
    [
      on ?? 'now',
      subject,
      isFirst && 'first',
      version && `version ${version}`,
      approved && `approved ${approved}`,
      ...decisions.map(({ control: id, part, before, after }) => `${id} ${part}: ${before ?? '–'} → ${after ?? '–'}`),
    ]
      .filter(Boolean)
      .join('; '),
  );

const changes = [
  '2026-03-01; Reword; A.8.13 justification: Restores service → Restores all service',
  '2026-02-01; Plan <b>it</b>; A.8.13 status: – → planned',
];

describe('the history', () => {
  test('says of each commit what was decided otherwise and approved, newest first, and leaves out the others', async () => {
    const history = await historyOf(repository());
    expect(told(history)).toEqual([
      ...changes,
      '2026-01-11; Approved; approved 2026-01-10',
      '2026-01-01; Begin; first; version 1',
    ]);
    expect(history).toMatchObject({ since: null, isCut: false, isShallow: false, commits: 5, unread: 0 });
  });

  test('answers what an auditor asks: what was decided otherwise since the approval, from what to what', async () => {
    const folder = repository();
    const { sinceApproval } = await historyOf(folder);
    expect(sinceApproval).toEqual({
      approved: '2026-01-10',
      commit: git(folder, 'rev-parse', 'v1').trim(),
      decisions: [
        {
          control: 'A.8.13',
          title: 'Information backup',
          part: 'justification',
          before: ['Restores service'],
          after: ['Restores all service'],
        },
        { control: 'A.8.13', title: 'Information backup', part: 'status', before: null, after: ['planned'] },
      ],
    });
  });

  test('counts what is not committed, and an approval that is not', async () => {
    const folder = repository();
    writeFileSync(
      join(folder, 'soa.isms'),
      'control A.8.13 { applicable: no because: no-such-activity justification: "None" }\n',
    );
    const history = await historyOf(folder);
    expect(told(history)[0]).toMatch(/^now; A\.8\.13 decision: yes → no; A\.8\.13 reasons: – → no-such-activity; /);
    expect(history.entries[0]).toMatchObject({ commit: null, isFirst: false });
    expect(history.sinceApproval?.decisions.map(({ part }) => part)).toContain('decision');
    writeFileSync(join(folder, 'isms.isms'), block('2', '2026-05-01'));
    const approved = await historyOf(folder);
    expect(told(approved)[0]).toMatch(/^now; version 2; approved 2026-05-01; /);
    expect(approved.sinceApproval).toBeNull();
  });

  test('begins after a revision', async () => {
    const history = await historyOf(repository(), '--since', 'v1');
    expect(told(history)).toEqual(changes);
    expect(history).toMatchObject({ since: 'v1', commits: 3, sinceApproval: null });
  });

  test('counts a commit that cannot be read, and goes on', async () => {
    const folder = repository();
    commitTo(folder, { files: { 'isms.lock.json': '[' }, on: '2026-03-02', message: 'Broken' });
    git(folder, 'rm', '--quiet', 'isms.lock.json');
    commitTo(folder, {
      files: { 'soa.isms': control('yes', 'Again', 'status: planned') },
      on: '2026-03-03',
      message: 'Mended',
    });
    const history = await historyOf(folder);
    expect(history.unread).toBe(1);
    expect(told(history).slice(0, 2)).toEqual([
      '2026-03-03; Mended; A.8.13 justification: Restores all service → Again',
      changes[0],
    ]);
  });

  test('is cut where there are too many commits, claims nothing of what is older, and says so', async () => {
    const folder = repository();
    for (let i = 0; i < mostHistory - 2; i++)
      commitTo(folder, {
        files: { 'assets.isms': `asset Db "Database ${i}" {}\n` },
        on: '2026-04-01',
        message: `${i}`,
      });
    const history = await historyOf(folder);
    expect(history).toMatchObject({ isCut: true, commits: mostHistory, sinceApproval: null });
    expect(told(history).slice(-2)).toEqual([changes[0], '2026-02-02; No decision; first']);
    const text = (await exported(folder, '--format', 'md', '-o', '-', '--history')).stdout;
    expect(text).toContain(`only the last ${mostHistory} commits were looked at`);
  }, 60_000);

  test('of a shallow clone says that older commits may be missing', async () => {
    const clone = join(repositoryWith(), 'clone');
    git('/', 'clone', '--quiet', '--depth', '2', `file://${repository()}`, clone);
    const history = await historyOf(clone);
    expect(history).toMatchObject({ isShallow: true, sinceApproval: null });
    expect(told(history).at(-1)).toBe('2026-02-02; No decision; first');
  });

  test('is of the ISMS in its folder', async () => {
    const top = repositoryWith();
    mkdirSync(join(top, 'a'));
    mkdirSync(join(top, 'b'));
    commitTo(top, { files: { 'a/isms.isms': block('1'), 'b/isms.isms': block('7') }, message: 'Both' });
    expect(told(await historyOf(join(top, 'b')))).toEqual(['2026-01-01; Both; first; version 7']);
  });
});

describe('the document', () => {
  test('is as before where no history is asked for', async () => {
    const folder = repository();
    const plain = await exported(folder, '--format', 'json', '-o', '-');
    expect(JSON.parse(plain.stdout)).not.toHaveProperty('history');
    expect((await exported(folder, '--format', 'md', '-o', '-')).stdout).not.toContain('Change history');
  });

  test('is valid by its schema', async () => {
    const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/soa.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    const run = await exported(repository(), '--format', 'json', '-o', '-', '--history');
    expect([validate(JSON.parse(run.stdout)), validate.errors]).toEqual([true, null]);
  });

  test.each(['md', 'html', 'text', 'csv', 'json', 'docx', 'xlsx', 'pdf'])(
    '%s has the same bytes for the same commits',
    async format => {
      const folder = repository();
      const bytes = async (name: string): Promise<Buffer> => {
        const run = await exported(folder, '--format', format, '-o', name, '--history');
        expect([run.code, run.stdout]).toEqual([0, `Wrote ${name}\n`]);
        return readFileSync(join(folder, name));
      };
      expect(Buffer.compare(await bytes('one'), await bytes('two'))).toBe(0);
    },
  );

  test('tells it to people, and a message of a commit stays a text', async () => {
    const folder = repository();
    const md = (await exported(folder, '--format', 'md', '-o', '-', '--history')).stdout;
    expect(md).toContain('Decided otherwise since the approval of 2026-01-10');
    expect(md).toMatch(/\| 2026-01-11 +\| [0-9a-f]{10} +\| Approved +\| approved 2026-01-10/);
    const html = (await exported(folder, '--format', 'html', '-o', '-', '--history')).stdout;
    expect(html).toContain('Plan &#x3C;b>it');
    expect(html).not.toContain('<b>it');
    const german = (await exported(folder, '--format', 'md', '-o', '-', '--history', '--language', 'de')).stdout;
    expect(german).toContain('Anders entschieden seit der Genehmigung vom 10.01.2026');
  });
});

describe('where there is none', () => {
  test.each<[what: string, argv: string[], message: string]>([
    [
      'another document',
      ['risk-register', '.', '--format', 'md', '--history'],
      'are for the Statement of Applicability',
    ],
    ['all documents', ['all', '.', '-o', 'x', '--since', 'v1'], 'for the Statement of Applicability (soa)'],
    [
      'the edition for customers',
      ['soa', '.', '--format', 'md', '--history', '--edition', 'customer'],
      'has no change history',
    ],
    ['an unknown revision', ['soa', '.', '--format', 'md', '--since', 'nowhere'], 'There is no revision nowhere'],
  ])('%s is refused', async (_, argv, message) => {
    const run = await isms(['export', ...argv], { cwd: repository() });
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(message);
  });

  test('a repository without a commit is told, and nothing is written', async () => {
    const folder = repositoryWith();
    writeFileSync(join(folder, 'isms.isms'), block('1'));
    const run = await exported(folder, '--history', '-o', 'soa.md', '--format', 'md');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('has no commit yet');
    expect(() => readFileSync(join(folder, 'soa.md'))).toThrow();
  });
});
