import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { artefacts } from '../../src/documents/generated/registry.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { templates } from '../../src/templates/index.ts';
import { folderWith, isms } from './isms.ts';

const small = {
  'acme/isms.config.json': '{ "asOf": "2026-06-01" }',
  'acme/isms.isms': `isms Acme "Acme" {
  version: "1.0"
  approved: 2026-03-01 by Ceo
}
role Ceo "Chief executive" { top-management }
method "M" {
  likelihood { 1: rare 2: likely }
  impact { 1: minor 2: severe }
  levels { low: 1..2 high: 3..4 }
  appetite: low
}
risk R-1 "One" { likelihood: likely impact: severe current { likelihood: rare } residual { impact: minor } }
risk R-2 "Two" { likelihood: likely impact: severe }
risk R-3 "Three" {}
control A.5.1 { applicable: yes status: implemented }
`,
};

const incompleteSmall =
  'isms: Statement of Applicability is incomplete: 92 controls are undecided; 1 control is without a reason.\n';

describe('export', () => {
  const signatures: Record<string, RegExp> = {
    xlsx: /^PK/,
    csv: /^Control,Title,Theme,Applicable,/,
    docx: /^PK/,
    ics: /^BEGIN:VCALENDAR\r\n/,
    pdf: /^%PDF-1\.7/,
    md: /^# Statement of Applicability\n/,
    html: /^<!doctype html>/i,
    json: /^\{\n {2}"\$schema": "urn:isms-as-code:schema:soa:1"/,
    text: /^Statement of Applicability\n/,
  };
  const extension = (format: string): string => (format === 'text' ? 'txt' : format);

  test('lists every document with its formats and parameters', async () => {
    const { code, stdout } = await isms(['export', '--list', '--format', 'json']);
    expect(code).toBe(0);
    const { documents, formats } = JSON.parse(stdout);
    expect(documents.map(({ id }: { id: string }) => id)).toEqual(artefacts.map(({ id }) => id));
    const common = formats.filter(({ model }: { model?: string }) => model === undefined);
    expect(common.map(({ id }: { id: string }) => id)).toEqual(Object.keys(signatures).sort());
    const soa = documents.find(({ id }: { id: string }) => id === 'soa');
    expect(soa.formats).toEqual(expect.arrayContaining(['csv', 'oscal-profile']));
    expect(soa.formats).not.toContain('oscal-poam');
    const readiness = documents.find(({ id }: { id: string }) => id === 'readiness');
    expect(readiness.parameters).toMatchObject([{ id: 'stage', values: ['1', '2', 'surveillance'] }]);
    const text = (await isms(['export', '--list'])).stdout;
    for (const { id, title } of artefacts) expect(text).toContain(`${id.padEnd(24)}${title} (`);
    expect(text).toContain('--set stage=1|2|surveillance');
  });

  test('tells the models of OSCAL apart by the whole ending of a name', async () => {
    const cwd = folderWith(small);
    const models = async (...argv: string[]): Promise<string> => {
      const { code, stderr } = await isms(['export', 'soa', 'acme', ...argv], { cwd });
      expect(stderr.split('\n').filter(line => line !== '' && !line.includes('is incomplete'))).toEqual([]);
      expect(code).toBe(0);
      return Object.keys(JSON.parse(readFileSync(join(cwd, argv.at(-1) as string), 'utf8'))).join();
    };
    expect(await models('-o', 'a.oscal-catalog.json')).toBe('catalog');
    expect(await models('--format', 'oscal-component-definition', '-o', 'a.json')).toBe('component-definition');
    expect(await models('-o', 'a.json')).toMatch(/^\$schema/);
    const { code, stderr } = await isms(['export', 'soa', 'acme', '--format', 'xlsx', '-o', 'a.oscal-profile.json'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(stderr).toContain('leave --format out to write oscal-profile');
  });

  test('refuses a model that a document cannot give, or that has nothing to say', async () => {
    const cwd = folderWith(small);
    const refused = async (...argv: string[]): Promise<string> => {
      const { code, stderr } = await isms(['export', ...argv], { cwd });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused('calendar', 'acme', '--format', 'oscal-poam')).toContain(
      'is not written as oscal-poam. Use one of: csv',
    );
    expect(await refused('audit-report', 'acme', '--format', 'oscal-assessment-results')).toContain(
      'none was performed',
    );
    expect(await refused('all', 'acme', '--format', 'oscal-poam', '-o', 'pack')).toContain(
      'Left out Nonconformities and corrective actions, oscal-poam: A plan of OSCAL has at least one action',
    );
    expect(readdirSync(join(cwd, 'pack')).sort()).toEqual(['index.html', 'manifest.json']);
  });

  test('writes the part that is chosen', async () => {
    const cwd = folderWith(small);
    const argv = ['export', 'readiness', 'acme', '--set', 'stage=1', '--format', 'md'];
    expect((await isms(argv, { cwd })).stdout).toBe('Wrote Acme-readiness-stage-1.md\n');
    const { stdout } = await isms([...argv, '-o', '-'], { cwd });
    expect(stdout).toContain('## Stage 1');
    expect(stdout).not.toContain('## Stage 2');
  });

  test.each([
    [['export'], /Name the document to export: /],
    [['export', 'soa', 'acme'], /Say how it is written, as in --format xlsx or -o NAME\.xlsx\. There are csv, /],
    [['export', 'soa', 'acme', '-o', '-'], /Say how it is written/],
    [['export', 'soa', 'acme', '-o', 'soa.odt'], /No format is written with the ending \.odt\. .*There are csv, /],
    [
      ['export', 'soa', 'acme', '--format', 'csv', '-o', 'soa.XLSX'],
      /--format csv contradicts the ending of soa\.XLSX; .* to write xlsx\./,
    ],
    [
      ['export', 'readiness', 'acme', '--format', 'md', '--set', 'stage=3'],
      /There is no stage “3”\. Use one of: 1, 2, surveillance\./,
    ],
    [
      ['export', 'soa', 'acme', '--format', 'md', '--set', 'stage=1'],
      /There is no parameter of soa “stage”\. Use one of: edition, history\./,
    ],
    [['export', 'soa', 'acme', '--format', 'md', '--set', 'stage'], /Write it as NAME=VALUE/],
    [['export', '--list', '--format', 'md'], /A list is written with --format text or json\./],
  ])('%j is told as a wrong use', async (argv, message) => {
    const { code, stderr } = await isms(argv, { cwd: folderWith(small) });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
  test.each(Object.keys(signatures))(
    '%s: to a named file, to a file named for it, and to standard output',
    async format => {
      const cwd = folderWith(small);
      const named = await isms(['export', 'soa', 'acme', '--format', format, '-o', 'out.bin'], { cwd });
      expect(named).toMatchObject({ code: 0, stdout: 'Wrote out.bin\n', stderr: incompleteSmall });
      const unnamed = await isms(['export', 'soa', 'acme', '--format', format], { cwd });
      expect(unnamed).toMatchObject({ code: 0, stdout: `Wrote Acme-soa.${extension(format)}\n` });
      const piped = await isms(['export', 'soa', 'acme', '--format', format, '-o', '-'], { cwd });
      expect(piped.code).toBe(0);
      expect(piped.bytes.toString('latin1')).toMatch(signatures[format] as RegExp);
      for (const file of ['out.bin', `Acme-soa.${extension(format)}`]) {
        expect(readFileSync(join(cwd, file)).equals(piped.bytes)).toBe(true);
      }
    },
  );

  test.each([
    ['soa.docx', 'docx'],
    ['soa.TXT', 'text'],
    ['soa.v2.md', 'md'],
  ])('the ending of %s says that it is %s', async (name, format) => {
    const cwd = folderWith(small);
    expect(await isms(['export', 'soa', 'acme', '-o', name], { cwd })).toMatchObject({ code: 0 });
    const piped = await isms(['export', 'soa', 'acme', '--format', format, '-o', '-'], { cwd });
    expect(readFileSync(join(cwd, name)).equals(piped.bytes)).toBe(true);
  });

  test('what a document leaves open stands on its cover and is told', async () => {
    const cwd = folderWith(small);
    const { stdout, stderr } = await isms(['export', 'soa', 'acme', '--format', 'text', '-o', '-'], { cwd });
    expect(stderr).toBe(incompleteSmall);
    expect(stdout.replace(/\s+/g, ' ')).toContain('92 controls are undecided');
    const all = await isms(['export', 'all', 'acme', '--format', 'json', '-o', 'public'], { cwd });
    expect(all.stderr.split('\n').filter(line => line === incompleteSmall.trim())).toHaveLength(1);
  });

  test('shows no workbook on a terminal', async () => {
    const surroundings = { cwd: folderWith(small), isTerminal: true };
    const refused = await isms(['export', 'soa', 'acme', '--format', 'xlsx', '-o', '-'], surroundings);
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'isms: A terminal cannot show xlsx. Name a file, as in -o Acme-soa.xlsx, or pipe it on.\n',
    });
    expect((await isms(['export', 'soa', 'acme', '--format', 'md', '-o', '-'], surroundings)).code).toBe(0);
  });

  test('takes its date from --as-of, else from isms.config.json', async () => {
    const cwd = folderWith(small);
    const asOf = async (...argv: string[]): Promise<unknown> =>
      JSON.parse((await isms(['export', 'soa', 'acme', '--format', 'json', '-o', '-', ...argv], { cwd })).stdout).asOf;
    expect(await asOf()).toBe('2026-06-01');
    expect(await asOf('--as-of', '2027-01-01')).toBe('2027-01-01');
  });

  test('a failed export leaves the file as it was, and nothing beside it', async () => {
    const cwd = folderWith({ ...small, 'soa.csv/x': '' });
    const failed = await isms(['export', 'soa', 'acme', '--format', 'csv', '-o', 'soa.csv'], { cwd });
    expect(failed).toMatchObject({
      code: 2,
      stderr: 'isms: soa.csv was not written: it is a folder. Nothing was changed.\n',
    });
    expect(readdirSync(cwd)).toEqual(['.git', 'acme', 'soa.csv']);
  });

  test.each(['csv', 'md', 'html', 'text'])(
    '%s: waits until its reader has taken a piece before it makes the next',
    async format => {
      const cwd = folderWith(small);
      const argv = ['export', 'soa', 'acme', '--format', format, '-o', '-'];
      let pending = 0;
      let most = 0;
      const pieces: Buffer[] = [];
      const write = async (content: string | Uint8Array): Promise<void> => {
        most = Math.max(most, ++pending);
        await new Promise(resolve => setImmediate(resolve));
        pieces.push(Buffer.from(content as Uint8Array));
        pending--;
      };
      expect((await isms(argv, { cwd, write })).code).toBe(0);
      expect(pieces.length).toBeGreaterThan(1);
      expect(most).toBe(1);
      expect(Buffer.concat(pieces).equals((await isms(argv, { cwd })).bytes)).toBe(true);
    },
  );

  test('needs an isms block', async () => {
    const { code, stderr } = await isms(['export', 'soa', '.', '--format', 'csv'], {
      cwd: folderWith({ 'x.isms': '// nothing\n' }),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^isms: No file under \. has an isms block/);
  });
});

describe('stats', () => {
  test('counts declarations, coverage, risks and findings', async () => {
    const cwd = folderWith(small);
    const { code, stdout } = await isms(['stats', 'acme', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    const counted = JSON.parse(stdout);
    expect(counted).toMatchObject({
      isms: { name: 'Acme', title: 'Acme' },
      asOf: '2026-06-01',
      files: 1,
      declarations: { isms: 1, role: 1, method: 1, risk: 3, control: 1 },
      soa: { total: { total: 93, decided: 1, applicable: 1, implemented: 1 } },
      risks: {
        total: 3,
        levels: {
          low: { inherent: 0, current: 1, residual: 1 },
          high: { inherent: 2, current: 1, residual: 1 },
          'not evaluated': { inherent: 1, current: 1, residual: 1 },
        },
      },
    });
    const found = JSON.parse((await isms(['check', 'acme', '--format', 'json'], { cwd })).stdout) as {
      severity: string;
    }[];
    for (const severity of ['error', 'warning', 'info', 'hint']) {
      expect(counted.findings[severity]).toBe(found.filter(finding => finding.severity === severity).length);
    }
  });

  test('tells the same in words', async () => {
    const { stdout } = await isms(['stats', 'acme'], { cwd: folderWith(small) });
    expect(stdout).toMatch(/^Acme, as of 2026-06-01\n/);
    expect(stdout).toMatch(/^ {2}organizational +1 +37 +1 /m);
    expect(stdout).toMatch(/^ {2}high +2 +1 +1$/m);
  });
});

describe('explain', () => {
  test('without a code: all rules, for programs', async () => {
    const all = JSON.parse((await isms(['explain', '--format', 'json'])).stdout) as { code: string }[];
    expect(all.map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
    expect(Object.keys(all[0] ?? {})).toEqual([
      'code',
      'aliases',
      'severity',
      'summary',
      'clause',
      'why',
      'remedy',
      'example',
      'fixable',
    ]);
  });

  test('with a code: that one', async () => {
    const one = JSON.parse((await isms(['explain', 'soa/missing-justification', '--format', 'json'])).stdout);
    expect(one).toMatchObject({ code: 'soa/missing-justification', severity: 'error', clause: '6.1.3 d' });
  });

  test('with an area: its rules', async () => {
    const { stdout, code } = await isms(['explain', 'soa']);
    expect(code).toBe(0);
    const codes = stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ')[0]);
    expect(codes).toEqual(rules.map(rule => rule.code).filter(rule => rule.startsWith('soa/')));
  });

  test.each(rules.map(({ code }) => code))('%s in words', async code => {
    const rule = rules.find(candidate => candidate.code === code);
    const { stdout } = await isms(['explain', code]);
    for (const part of [code, rule?.summary, rule?.why, rule?.remedy]) expect(stdout).toContain(part);
  });
});

describe('approve', () => {
  test('writes what was approved; until something changes, nothing is found', async () => {
    const cwd = folderWith(small);
    const { code, stdout } = await isms(['approve', 'acme'], { cwd });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Recorded the approval of version 1.0 on 2026-03-01 for 1 control in acme/isms.lock.json\n',
    });
    const lock = JSON.parse(readFileSync(join(cwd, 'acme/isms.lock.json'), 'utf8'));
    expect(lock).toMatchObject({ version: '1.0', approved: '2026-03-01' });
    expect(Object.keys(lock.controls)).toEqual(['A.5.1']);
    const codes = (await isms(['check', 'acme', '--format', 'json'], { cwd })).stdout;
    expect(codes).not.toContain('soa/changed-since-approval');
  });

  test('takes the place of a broken record', async () => {
    const cwd = folderWith({ ...small, 'acme/isms.lock.json': '<<<<<<< ours' });
    expect((await isms(['export', 'soa', 'acme', '--format', 'csv'], { cwd })).code).toBe(2);
    expect((await isms(['approve', 'acme'], { cwd })).code).toBe(0);
    expect((await isms(['check', 'acme'], { cwd })).code).not.toBe(2);
  });
});

describe('new', () => {
  test.each(templates.map(({ id }) => id))('%s gives an ISMS that can be checked and exported', async id => {
    const cwd = folderWith({});
    expect((await isms(['new', '--template', id, 'mine'], { cwd })).code).toBe(0);
    expect((await isms(['check', 'mine'], { cwd })).code).not.toBe(2);
    expect((await isms(['export', 'soa', 'mine', '--format', 'csv'], { cwd })).stdout).toBe('Wrote OurIsms-soa.csv\n');
  });

  test('writes all or nothing', async () => {
    const cwd = folderWith({ 'mine/soa': 'a file where a folder is needed' });
    const { code, stderr } = await isms(['new', '--template', 'starter', 'mine'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^isms: mine\/soa\/organizational\.isms was not written: /);
    expect(readdirSync(join(cwd, 'mine'))).toEqual(['soa']);
    expect(existsSync(join(cwd, 'mine/isms.isms'))).toBe(false);
  });
});

describe('lsp and the rest', () => {
  test('lsp starts the server', async () => {
    let started = 0;
    expect((await isms(['lsp', '--stdio', '--clientProcessId=1'], { startServer: () => started++ })).code).toBe(0);
    expect(started).toBe(1);
  });

  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await isms(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test.each(['check', 'export', 'stats', 'explain', 'approve', 'new', 'lsp'])(
    '%s has help with examples',
    async verb => {
      const help = await isms([verb, '--help']);
      expect(help).toMatchObject({ code: 0, stderr: '' });
      if (verb !== 'lsp') expect(help.stdout).toMatch(/\nExamples?:\n {2}isms /);
      expect((await isms(['help', verb])).stdout).toBe(help.stdout);
    },
  );

  test('without a verb it is told on standard error how to use it', async () => {
    const { code, stdout, stderr } = await isms([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: isms');
  });
});

describe('init', () => {
  test('begins in the current folder, beside what is there', async () => {
    const cwd = folderWith({ 'readme.md': 'x' });
    const { code } = await isms(['init', '--sector', 'hospital'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'assets.isms'), 'utf8')).toContain('asset MedicalDevices');
    expect(readFileSync(join(cwd, 'readme.md'), 'utf8')).toBe('x');
  });

  test.each([
    ['a file of the same name', { 'soa/people.isms': '// mine\n' }, 'it would overwrite soa/people.isms'],
    ['an ISMS under other names', { 'all.isms': 'isms Mine "Mine" {}\n' }, '. holds an ISMS already'],
  ])('writes nothing where there is %s', async (_, files, message) => {
    const cwd = folderWith(files);
    const before = readdirSync(cwd);
    const { code, stderr } = await isms(['init'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(readdirSync(cwd)).toEqual(before);
  });
});

describe('new asks', () => {
  const read = (cwd: string, file: string): string => readFileSync(join(cwd, 'mine', file), 'utf8');

  test('its questions on a terminal, and again where an answer is not clear', async () => {
    const cwd = folderWith({});
    const answers = ['Acme B.V.', 'saas', 'some', '40', 'cloud', '3', 'own', 'yes', '1, 3'];
    const { code, stdout } = await isms(['new', 'mine'], { cwd, answers });
    expect({ code, asked: stdout.match(/^\d\/8 /gm)?.length }).toEqual({ code: 0, asked: 8 });
    expect(stdout).toContain('Give a whole number, such as 25.\n');
    expect(read(cwd, 'isms.isms')).toContain('  organization: "Acme B.V."\n');
    expect(read(cwd, 'isms.isms')).toContain('  headcount: 40\n');
    expect(read(cwd, 'context.isms')).toContain('TenderConditions');
    expect(read(cwd, 'suppliers.isms')).toContain('supplier Hosting');
  });

  test('nothing where they are answered by options, or nobody is there', async () => {
    const cwd = folderWith({});
    const argv = ['new', 'mine', '--people', '7', '--work', 'remote', '--customers', 'public,finance'];
    const { code, stdout } = await isms(argv, { cwd, answers: [] });
    expect({ code, asked: stdout.includes('1/8') }).toEqual({ code: 0, asked: false });
    expect(read(cwd, 'isms.isms')).toContain('headcount: 7');
    expect((await isms(['new', 'other'], { cwd })).stdout).not.toContain('1/8');
  });

  test('and may skip all of them', async () => {
    const cwd = folderWith({});
    expect((await isms(['new', 'mine'], { cwd, answers: Array(8).fill('') })).code).toBe(0);
    expect((await isms(['new', 'other'], { cwd })).code).toBe(0);
    for (const file of readdirSync(join(cwd, 'other')).filter(name => name.endsWith('.isms')))
      expect(read(cwd, file)).toBe(readFileSync(join(cwd, 'other', file), 'utf8'));
  });

  test('and writes nothing if the input ends before', async () => {
    const cwd = folderWith({});
    const { code, stderr } = await isms(['new', 'mine'], { cwd, answers: ['Acme', '40'] });
    expect({ code, stderr, there: existsSync(join(cwd, 'mine')) }).toEqual({
      code: 2,
      stderr: 'isms: The questions were not answered to the end, so nothing was written.\n',
      there: false,
    });
  });

  test.each([
    [['--people', 'many'], 'Give a whole number, such as 25.'],
    [['--hosting', 'moon'], 'Choose cloud, provider or own.'],
    [['--organization', ''], 'leave the option out instead'],
    [['--template', 'minimal', '--people', '5'], 'The template minimal is always the same'],
  ])('%j is refused', async (options, message) => {
    const cwd = folderWith({});
    const { code, stderr } = await isms(['new', 'mine', ...options], { cwd });
    expect({ code, there: existsSync(join(cwd, 'mine')) }).toEqual({ code: 2, there: false });
    expect(stderr).toContain(message);
  });
});
