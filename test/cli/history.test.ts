/** `isms export site --history`: the history in real git repositories, with the numbers that `isms stats` says of each revision. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { History } from '../../src/pictures/history-data.ts';
import { folderWith, isms } from './isms.ts';
import { type CommitFiles, commitInto, git, repositoryWith } from './repository.ts';

const method =
  'method "m" {\n  likelihood { 1: rare 2: likely }\n  impact { 1: minor 2: severe }\n  levels { low: 1..2 high: 3..4 }\n  appetite: low\n}\n';
const head = `isms Small "Small" { organization: "Small Ltd." }\n${method}`;
const commits: CommitFiles[] = [
  { day: '2025-01-10', subject: 'Begin', files: { 'sub/isms.isms': head, 'other.txt': 'x' } },
  {
    day: '2025-02-20',
    subject: 'Find <risks> & "more"',
    files: {
      'sub/risks.isms':
        'risk R-1 "Fire" { likelihood: likely impact: severe }\nrisk R-2 "Flood" { likelihood: rare impact: minor }\n',
    },
  },
  { day: '2025-02-25', subject: 'Not of the ISMS', files: { 'other.txt': 'y' } },
  {
    day: '2025-03-30',
    subject: 'Decide',
    files: {
      'sub/soa.isms': 'control A.8.13 { applicable: yes status: implemented }\ncontrol A.8.14 { applicable: no }\n',
      'sub/risks.isms':
        'risk R-1 "Fire" { likelihood: likely impact: severe current { likelihood: rare impact: minor } accepted: 2025-03-01 until 2025-04-15 }\n',
    },
  },
];

const pageOf = (folder: string): string => readFileSync(join(folder, 'out/index.html'), 'utf8');
function historyIn(page: string): History {
  const [, text = ''] = /id="history">([\s\S]*?)<\/script>/.exec(page) ?? [];
  const { kind, history } = JSON.parse(text);
  expect(kind).toBe('history');
  return history;
}
const written = async (cwd: string, path = 'sub'): Promise<{ page: string; history: History; stderr: string }> => {
  const { code, stderr } = await isms(['export', 'site', path, '--history', '-o', 'out'], { cwd });
  expect([code, stderr.replace(/isms: Commit .*\n/g, '')]).toEqual([0, '']);
  const page = pageOf(cwd);
  return { page, history: historyIn(page), stderr };
};

describe('the history in the page', () => {
  let folder = '';
  let page = '';
  let history: History;
  beforeAll(async () => {
    folder = repositoryWith(commits);
    ({ page, history } = await written(folder));
  });

  test('has a moment for each commit that changed the ISMS, with day and message', () => {
    expect(history.moments.map(({ day, subject }) => [day, subject])).toEqual(
      commits.filter(({ subject }) => !subject.startsWith('Not')).map(({ day, subject }) => [day, subject]),
    );
    const ids = git(folder, ['log', '--format=%H', '--reverse', '--', 'sub']).trim().split('\n');
    expect(history.moments.map(({ id }) => id)).toEqual(ids.map(id => id.slice(0, 10)));
    expect([history.failed, history.leftOut]).toEqual([[], 0]);
  });

  test('says of each revision what `isms stats` says of it as of that day', async () => {
    for (const moment of history.moments) {
      const there = join(folder, `at-${moment.id}`);
      git(folder, ['worktree', 'add', '--quiet', '--detach', there, moment.id]);
      const { stdout } = await isms(['stats', 'sub', '--as-of', moment.day, '--format', 'json'], { cwd: there });
      const { soa, risks } = JSON.parse(stdout);
      const { undecided: _, ...total } = soa.total;
      expect(moment.soa).toEqual(total);
      const counted = moment.levels.map(({ word, inherent, today, remaining }) => [
        word ?? 'not evaluated',
        { inherent, current: today, residual: remaining },
      ]);
      expect(Object.fromEntries(counted)).toEqual(risks.levels);
      expect(moment.risks.length).toBe(risks.total);
      git(folder, ['worktree', 'remove', '--force', there]);
    }
  });

  test('is the same bytes from run to run, in another clone, time zone and clock', async () => {
    expect((await written(folder)).page).toBe(page);
    const clone = folderWith({});
    git(clone, ['clone', '--quiet', folder, 'copy']);
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Kiritimati';
      const run = await isms(['export', 'site', 'sub', '--history', '-o', '../out', '--as-of', '2026-06-01'], {
        cwd: join(clone, 'copy'),
        today: '2030-01-01',
      });
      expect(run.stderr).toBe('');
      expect(pageOf(clone)).toBe(page);
    } finally {
      process.env.TZ = zone;
    }
  });

  test('changes nothing about the page without it', async () => {
    await isms(['export', 'site', 'sub', '-o', 'out'], { cwd: folder });
    const plain = pageOf(folder);
    expect(plain).not.toContain('id="history"');
    expect(page.replace(/<script type="application\/json" id="history">[\s\S]*?<\/script>\n/, '')).toBe(plain);
  });

  test('has no text that is markup', () => {
    expect(page).not.toContain('<risks>');
  });
});

test('what came by a merge counts as the merge, and what is not committed not at all', async () => {
  const folder = repositoryWith(commits.slice(0, 1));
  git(folder, ['checkout', '--quiet', '-b', 'side']);
  commitInto(folder, { day: '2025-01-12', subject: 'Aside', files: { 'sub/a.isms': 'risk R-9 "Aside" { }\n' } });
  git(folder, ['checkout', '--quiet', 'main']);
  commitInto(folder, { day: '2025-01-14', subject: 'Meanwhile', files: { 'sub/b.isms': 'risk R-8 "Main" { }\n' } });
  git(folder, ['merge', '--quiet', '--no-ff', '-m', 'Take it in', 'side'], '2025-01-20');
  writeFileSync(join(folder, 'sub/c.isms'), 'risk R-7 "Draft" { }\n');
  const { history } = await written(folder);
  expect(history.moments.map(({ subject, risks }) => [subject, risks.map(index => history.risks[index]?.id)])).toEqual([
    ['Begin', []],
    ['Meanwhile', ['R-8']],
    ['Take it in', ['R-8', 'R-9']],
  ]);
});

test('a revision that is damaged, not text or without an ISMS fails alone and is named', async () => {
  const folder = repositoryWith([
    { day: '2025-01-01', subject: 'Only a draft', files: { 'sub/notes.isms': 'role Ceo "Chief" { }\n' } },
    { day: '2025-01-02', subject: 'Whole', files: { 'sub/isms.isms': head } },
    { day: '2025-01-03', subject: 'Damaged', files: { 'sub/risks.isms': 'risk R-1 { oops\n' } },
    { day: '2025-01-04', subject: 'No text', files: { 'sub/risks.isms': new Uint8Array([0xfc, 0xff]) } },
    { day: '2025-01-05', subject: 'Whole again', files: { 'sub/risks.isms': 'risk R-1 "Fire" { }\n' } },
  ]);
  const { history, stderr } = await written(folder);
  expect(history.moments.map(({ subject }) => subject)).toEqual(['Whole', 'Whole again']);
  expect(history.failed.map(({ subject, reason }) => [subject, reason])).toEqual([
    ['Only a draft', 'It held no file with an isms block.'],
    ['Damaged', expect.stringMatching(/^risks\.isms:1 is damaged: /)],
    ['No text', 'risks.isms could not be read: it is not UTF-8 text; save it as UTF-8.'],
  ]);
  expect(stderr.match(/^isms: Commit [0-9a-f]{10} of 2025-01-0\d is not shown: /gm)?.length).toBe(3);
});

test('an ISMS that another one uses counts, its commits too', async () => {
  const folder = repositoryWith([
    {
      day: '2025-01-01',
      subject: 'Both',
      files: {
        'group/isms.isms': `isms Group "Group" { }\n${method}`,
        'own/isms.isms': 'isms Own "Own" { uses: "../group" }\nrisk R-1 "Fire" { likelihood: likely impact: severe }\n',
      },
    },
    {
      day: '2025-02-01',
      subject: 'Rename a level',
      files: { 'group/isms.isms': `isms Group "Group" { }\n${method.replace('high:', 'grave:')}` },
    },
  ]);
  const { history } = await written(folder, 'own');
  const levels = history.moments.map(({ levels: all }) => all.filter(one => one.inherent).map(({ word }) => word));
  const stats = JSON.parse((await isms(['stats', 'own', '--format', 'json'], { cwd: folder })).stdout);
  expect(levels).toEqual([
    ['high'],
    Object.keys(stats.risks.levels).filter(level => stats.risks.levels[level].inherent),
  ]);
  expect(levels).toEqual([['high'], ['grave']]);
});

test('a shallow clone says that earlier commits may be missing', async () => {
  const clone = folderWith({});
  git(clone, ['clone', '--quiet', '--depth', '1', `file://${repositoryWith(commits)}`, 'copy']);
  const { history } = await written(join(clone, 'copy'));
  expect([history.isShallow, history.moments.map(({ subject }) => subject)]).toEqual([true, ['Decide']]);
});

test('an ISMS outside of the repository that it uses has no commits here, and keeps none away', async () => {
  const folder = repositoryWith([
    { day: '2025-01-01', subject: 'Begin', files: { 'sub/isms.isms': 'isms Own "Own" { uses: "../../elsewhere" }\n' } },
  ]);
  expect((await written(folder)).history.moments.map(({ subject }) => subject)).toEqual(['Begin']);
});

test('a folder whose name looks like a pattern is only that folder', async () => {
  const folder = repositoryWith([
    { day: '2025-01-01', subject: 'Begin', files: { 'a[b]*/isms.isms': head, 'ab/isms.isms': head } },
    { day: '2025-01-02', subject: 'Elsewhere', files: { 'ab/x.isms': 'risk R-1 { }\n' } },
    { day: '2025-01-03', subject: 'Here', files: { 'a[b]*/x.isms': 'risk R-1 { }\n' } },
  ]);
  const { history } = await written(folder, 'a[b]*');
  expect(history.moments.map(({ subject }) => subject)).toEqual(['Begin', 'Here']);
});

test('git runs nothing that the repository names', async () => {
  const folder = repositoryWith(commits.slice(0, 1));
  const trap = join(folder, 'trap.sh');
  writeFileSync(trap, `#!/bin/sh\ntouch "${join(folder, 'sprung')}"\nexit 1\n`, { mode: 0o755 });
  for (const [key, value] of [
    ['log.showSignature', 'true'],
    ['gpg.program', trap],
    ['core.fsmonitor', trap],
    ['diff.external', trap],
    ['core.pager', trap],
  ] as const)
    git(folder, ['config', key, value]);
  await written(folder);
  expect(() => readFileSync(join(folder, 'sprung'))).toThrow('ENOENT');
});

describe('is refused', () => {
  const refused = async (argv: readonly string[], cwd: string): Promise<string> => {
    const { code, stderr } = await isms(argv, { cwd });
    expect(code).toBe(2);
    return stderr;
  };

  test('where there is no repository', async () => {
    const cwd = folderWith({ 'sub/a.isms': head });
    expect(await refused(['export', 'site', 'sub', '--history', '-o', 'out'], cwd)).toContain(
      'sub is in no git repository, so it has no history. Leave --history out',
    );
  });

  test('where no commit changed it', async () => {
    const cwd = repositoryWith([]);
    mkdirSync(join(cwd, 'sub'));
    writeFileSync(join(cwd, 'sub/a.isms'), head);
    expect(await refused(['export', 'site', 'sub', '--history', '-o', 'out'], cwd)).toContain(
      'No commit has changed sub',
    );
    commitInto(cwd, { day: '2025-01-01', subject: 'Other', files: { 'other.txt': 'x', 'sub/a.isms': null } });
    writeFileSync(join(cwd, 'sub/a.isms'), head);
    expect(await refused(['export', 'site', 'sub', '--history', '-o', 'out'], cwd)).toContain(
      'No commit has changed sub',
    );
  });

  test('for a document', async () => {
    const cwd = folderWith({ 'a.isms': head });
    const register = ['export', 'risk-register', '.', '--format', 'md', '--history'];
    expect(await refused(register, cwd)).toContain('(soa)');
    expect(await refused(['export', 'all', '.', '--history', '-o', 'x'], cwd)).toContain('(soa) and the site');
  });
});
