/** An ISMS that uses another one: what the command line reads for it, and what it says. */
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, isms, type Run } from './isms.ts';

const group = `isms Group "Group ISMS" {
}
role GroupCiso "Chief information security officer"
person Ann "Ann" {
  roles: GroupCiso
}
supplier HostCo "HostCo B.V." {
  owner: GroupCiso
}
document GroupPolicy "Information security policy" {
  kind: policy
  covers: 5.2
  owner: GroupCiso
}
method "Of the group" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
}
asset OwnOfGroup "Not shared" {
  owner: GroupCiso
}
`;

const plant = `isms Plant "Plant ISMS" {
  uses: "../group"
}
asset Press "Press" {
  owner: GroupCiso
  supplier: HostCo
}
risk R-1 "Standstill" {
  assets: Press
  owner: Ann
  likelihood: likely
  impact: severe
}
`;

const files = { 'group/isms.isms': group, 'plant/isms.isms': plant, 'other/isms.isms': 'isms Other "Other" {\n}\n' };

const check = (cwd: string, ...argv: string[]): Promise<Run> => isms(['check', '--format', 'json', ...argv], { cwd });

const codesIn = ({ stdout }: Run, file: string): string[] =>
  (JSON.parse(stdout) as { code: string; file: string }[])
    .filter(finding => finding.file === file)
    .map(({ code }) => code);

test('the same is found in an ISMS alone and beside the one that it uses, of which nothing is told by itself', async () => {
  const cwd = folderWith(files);
  const together = await check(cwd, '.');
  const alone = await check(cwd, 'plant');
  expect(codesIn(alone, 'isms.isms')).toEqual(codesIn(together, 'plant/isms.isms'));
  expect(codesIn(await check(cwd, 'plant/isms.isms'), 'isms.isms')).toEqual(codesIn(alone, 'isms.isms'));
  expect(alone.stdout).not.toContain('group/isms.isms');
  for (const code of ['name/unresolved', 'policy/missing', 'method/missing', 'isms/uses-unknown'])
    expect(codesIn(alone, 'isms.isms')).not.toContain(code);
});

test('names of what is not shared, and of what is not used, are not found', async () => {
  const cwd = folderWith({
    ...files,
    'plant/more.isms': 'risk R-2 "x" {\n  assets: OwnOfGroup\n}\n',
    'group/more.isms': 'asset Line "Line" {\n  owner: PlantLead\n}\n',
    'plant/people.isms': 'role PlantLead "Lead"\n',
  });
  expect(codesIn(await check(cwd, '.'), 'plant/more.isms')).toContain('name/unresolved');
  expect(codesIn(await check(cwd, '.'), 'group/more.isms')).toContain('name/unresolved');
});

test('levels follow from the method of the group', async () => {
  const cwd = folderWith(files);
  const { stdout } = await isms(['stats', '--format', 'json', 'plant'], { cwd });
  expect(JSON.parse(stdout).risks.levels.high).toMatchObject({ inherent: 1 });
});

test('an ISMS that is not there is told once, and not by each name that it may share', async () => {
  const cwd = folderWith({ 'plant/isms.isms': plant, 'group/readme.txt': '' });
  const codes = codesIn(await check(cwd, 'plant'), 'isms.isms');
  expect(codes.filter(code => ['isms/uses-unknown', 'name/unresolved'].includes(code))).toEqual(['isms/uses-unknown']);
});

test('an ISMS that cannot be read is told as such, and nothing is written without it', async () => {
  const cwd = folderWith({ 'plant/isms.isms': plant, 'group/readme.txt': '' });
  symlinkSync('isms.isms', join(cwd, 'group/isms.isms'));
  const run = await check(cwd, 'plant');
  expect(run.stdout).toContain('"code": "syntax/unreadable"');
  expect((await isms(['export', 'soa', 'plant', '--format', 'md', '-o', '-'], { cwd })).code).toBe(2);
});

test('what the group shares counts in the readiness of the plant', async () => {
  const cwd = folderWith({
    ...files,
    'group/parties.isms': 'party Law "Law" {\n  requirement Gdpr "GDPR" {\n    kind: legal\n  }\n}\n',
  });
  const { stdout } = await isms(['readiness', 'plant', '--format', 'json'], { cwd });
  const lines: { id: string; state: string }[] = JSON.parse(stdout).stages.flatMap(
    (stage: { lines: unknown }) => stage.lines,
  );
  for (const id of ['policy', 'roles', 'method'])
    expect(['met', 'late', 'incomplete']).toContain(lines.find(line => line.id === id)?.state);
  expect(codesIn(await check(cwd, 'plant'), 'isms.isms')).not.toContain('party/none');
});

test('two ISMSs may use each other, and one another one above or below it', async () => {
  const cwd = folderWith({
    'isms.isms': group.replace('{\n}', '{\n  uses: "plants/a"\n}'),
    'plants/a/isms.isms': plant.replace('../group', '../..'),
  });
  const run = await check(cwd, 'plants/a');
  expect(codesIn(run, 'isms.isms').filter(code => /^name|uses/.test(code))).toEqual([]);
});

test('a comparison with an earlier revision reads what was used there too', async () => {
  const cwd = folderWith(files);
  const git = (...argv: string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...argv], { cwd, stdio: 'ignore' });
  };
  execFileSync('rm', ['-rf', join(cwd, '.git')]);
  git('init');
  git('add', '.');
  git('commit', '-m', 'x');
  const { code, stdout } = await isms(['diff', 'HEAD', 'plant', '--in', 'plant'], { cwd });
  expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing')]);
});

test('the scope statement names what other ISMSs share and this one refers to', async () => {
  const cwd = folderWith({ ...files, 'plant/scope.isms': 'scope "Plant" {\n  statement: "The plant"\n}\n' });
  const { stdout } = await isms(['export', 'scope-statement', 'plant', '--format', 'md', '-o', '-'], { cwd });
  expect(stdout).toContain('HostCo B.V.');
  expect(stdout).toContain('../group');
});

describe('what the group keeps is known to the verbs, with where it is kept', () => {
  const more = `evidence Restore "Restore test of the group" {
  collected: 2026-05-01
  valid: 12 months
}
threat Flood "Flood of the river" {
  sources: environmental
}
party Law "Law" {
  requirement Gdpr "GDPR" {
    kind: legal
  }
}
catalog House "Rules of the group" {
  entry H-1 "Keep copies"
}
mapping HouseToAnnexA "Rules of the group to Annex A" {
  from: House
  to: AnnexA
  H-1 -> A.8.13
}
`;
  const reliant = `control A.8.13 {
  applicable: yes
  status: implemented
  because: Gdpr
  evidence: Restore
}
control A.5.23 {
  applicable: inherited from HostCo
}
risk R-2 "Water" {
  assets: Press
  threat: Flood
}
`;
  const cwd = (): string =>
    folderWith({
      ...files,
      'group/more.isms': more,
      'plant/more.isms': reliant,
      'plant/own.isms': 'role Lead "Lead"\n',
    });
  const listed = async (kind: string): Promise<Record<string, unknown>[]> =>
    JSON.parse((await isms(['list', kind, 'plant', '--format', 'json'], { cwd: cwd() })).stdout);

  test.each([
    ['suppliers', 'HostCo', ['Press', 'A.5.23']],
    ['threats', 'Flood', ['R-2']],
    ['evidence', 'Restore', ['A.8.13']],
    ['requirements', 'Gdpr', ['A.8.13']],
    ['catalogs', 'House', []],
    ['mappings', 'HouseToAnnexA', []],
    ['House', 'H-1', []],
  ])('isms list %s', async (kind, id, users) => {
    const found = (await listed(kind)).find(one => one.id === id);
    expect(found).toMatchObject({ builtIn: false, keptIn: '../group' });
    expect(((found?.usedBy ?? []) as { id: string }[]).map(user => user.id).sort()).toEqual([...users].sort());
    const { stdout } = await isms(['list', kind, 'plant'], { cwd: cwd() });
    expect(stdout).toMatch(new RegExp(`^${id} .*\\(kept in \\.\\./group\\)`, 'm'));
  });

  test('what is not shared is not listed, and what the plant has itself is its own', async () => {
    expect((await listed('assets')).map(({ id }) => id)).toEqual(['Press']);
    expect((await listed('roles')).map(({ id, keptIn }) => [id, keptIn])).toEqual([
      ['GroupCiso', '../group'],
      ['Lead', null],
    ]);
  });

  test('a name of the plant comes before that of the group', async () => {
    const both = folderWith({ ...files, 'plant/own.isms': 'supplier HostCo "Our own contract" {\n}\n' });
    const { stdout } = await isms(['list', 'suppliers', 'plant', '--format', 'json'], { cwd: both });
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'HostCo', title: 'Our own contract', keptIn: null }]);
  });

  test('isms coverage covers a catalogue of the group through its mapping', async () => {
    const { code, stdout } = await isms(['coverage', 'House', 'plant', '--format', 'json'], { cwd: cwd() });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).frameworks).toMatchObject([
      { id: 'House', builtIn: false, keptIn: '../group', entries: [{ id: 'H-1', state: 'implemented' }] },
    ]);
    expect((await isms(['coverage', 'House', 'plant'], { cwd: cwd() })).stdout).toContain('(kept in ../group)');
  });

  test.each([
    ['--supplier-fails', 'HostCo', 'A.5.23 (supplier HostCo, kept in ../group)'],
    ['--evidence-ends', 'Restore', 'A.8.13 (evidence Restore, kept in ../group)'],
  ])('isms whatif %s %s', async (option, name, line) => {
    const { code, stdout } = await isms(['whatif', 'plant', option, name, '--as-of', '2026-06-01'], { cwd: cwd() });
    expect(stdout).toContain(line);
    expect(code).toBe(1);
  });

  test('isms whatif of what nobody shares says where it looked', async () => {
    const { code, stderr } = await isms(['whatif', 'plant', '--supplier-fails', 'OwnOfGroup'], { cwd: cwd() });
    expect([code, stderr]).toEqual([2, expect.stringContaining('or shared by one that it uses')]);
  });
});
