/** `isms verify`: a pack against its manifest and against its source. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isPlainName, type Manifest, readManifest } from '../../src/export/manifest.ts';
import { folderWith, isms } from './isms.ts';

const source = `isms Acme "Acme ISMS" { organization: "Acme" version: "1" }
role Ceo "Chief executive" { top-management }
risk R-1 "Loss of secrets" { owner: Ceo treatment: modify controls: A.8.13 }
`;

let written: string;
beforeAll(async () => {
  written = folderWith({ 'isms/main.isms': source });
  const all = ['export', 'all', 'isms', '-o', 'pack', '--format', 'csv', '--as-of', '2026-03-01'];
  expect((await isms(all, { cwd: written })).code).toBe(0);
});

/** A folder with the ISMS and its pack, for this test alone. */
function copy(): string {
  const cwd = folderWith({});
  cpSync(written, cwd, { recursive: true });
  return cwd;
}

const manifestOf = (cwd: string): Manifest => JSON.parse(readFileSync(join(cwd, 'pack/manifest.json'), 'utf8'));

async function differences(cwd: string, ...argv: string[]) {
  const { code, stdout, stderr } = await isms(['verify', 'pack', ...argv, '--format', 'json'], { cwd });
  expect(stderr).toBe('');
  const { pack, source: today } = JSON.parse(stdout);
  return { code, pack, source: today };
}

describe('a pack', () => {
  test('as it was written has no difference, and nothing is written', async () => {
    const cwd = copy();
    const before = readdirSync(cwd, { recursive: true });
    const count = manifestOf(cwd).files.length;
    expect(await isms(['verify', 'pack', 'isms'], { cwd, today: '2027-01-01' })).toMatchObject({
      code: 0,
      stdout: `${count} files as the manifest says.\n\nThe source gives the same, as of 2026-03-01.\n`,
    });
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });

  test('has a manifest that follows its schema', () => {
    const schema = new URL('../../docs/schemas/manifest.schema.json', import.meta.url);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
    expect(validate(manifestOf(written)), JSON.stringify(validate.errors)).toBe(true);
  });

  test('in the customer edition is made again in it', async () => {
    const cwd = copy();
    const all = ['export', 'all', 'isms', '-o', 'own', '--format', 'csv', '--edition', 'customer'];
    expect((await isms(all, { cwd })).code).toBe(0);
    expect((await isms(['verify', 'own', 'isms'], { cwd })).code).toBe(0);
  });

  test('tells each file that is changed, missing, unreadable or not in the manifest', async () => {
    const cwd = copy();
    const pack = (name: string): string => join(cwd, 'pack', name);
    writeFileSync(pack('Acme-soa.csv'), 'changed');
    rmSync(pack('Acme-objectives.csv'));
    rmSync(pack('Acme-calendar.csv'));
    mkdirSync(pack('Acme-calendar.csv'));
    rmSync(pack('Acme-coverage.csv'));
    symlinkSync(join(written, 'pack/Acme-coverage.csv'), pack('Acme-coverage.csv'));
    writeFileSync(pack('zzz.csv'), '');
    const { code, pack: found, source: today } = await differences(cwd);
    expect([code, today]).toEqual([1, null]);
    expect(found).toEqual([
      { file: 'Acme-calendar.csv', is: 'unreadable', reason: 'it is no file' },
      { file: 'Acme-coverage.csv', is: 'unreadable', reason: 'it is a link' },
      { file: 'Acme-objectives.csv', is: 'missing' },
      { file: 'Acme-soa.csv', is: 'changed' },
      { file: 'zzz.csv', is: 'not in the manifest' },
    ]);
    const { stdout } = await isms(['verify', 'pack'], { cwd });
    expect(stdout).toContain('Acme-soa.csv: changed\n');
    expect(stdout).toContain('5 differences from the manifest of ');
  });

  test('tells what the source gives otherwise today', async () => {
    const cwd = copy();
    writeFileSync(join(cwd, 'isms/main.isms'), source.replace('Loss of secrets', 'Theft of secrets'));
    const { code, pack, source: today } = await differences(cwd, 'isms');
    expect([code, pack]).toEqual([1, []]);
    expect(today).toContainEqual({ document: 'Risk register', file: 'Acme-risk-register.csv', is: 'different' });
    expect(today.map(({ file }: { file: string }) => file)).not.toContain('Acme-objectives.csv');
  });

  test('of an ISMS that has another name now has no file in common but the index', async () => {
    const cwd = copy();
    writeFileSync(join(cwd, 'isms/main.isms'), source.replace('isms Acme', 'isms Bolt'));
    const { source: today } = await differences(cwd, 'isms');
    const of = (is: string) => today.filter((one: { is: string }) => one.is === is).length;
    const documents = manifestOf(cwd).files.length - 1;
    expect([of('different'), of('not in the pack'), of('no longer written')]).toEqual([1, documents, documents]);
  });

  test('whose manifest was changed with a file is found out by the source', async () => {
    const cwd = copy();
    const manifest = JSON.stringify(manifestOf(cwd));
    const { sha256 } = await import('../../src/export/all.ts');
    const soa = readFileSync(join(cwd, 'pack/Acme-soa.csv'));
    const forged = Buffer.from(`${soa}forged`);
    writeFileSync(join(cwd, 'pack/Acme-soa.csv'), forged);
    writeFileSync(join(cwd, 'pack/manifest.json'), manifest.replace(await sha256(soa), await sha256(forged)));
    expect(await differences(cwd)).toMatchObject({ code: 0 });
    expect((await differences(cwd, 'isms')).source).toEqual([
      { document: 'Statement of Applicability', file: 'Acme-soa.csv', is: 'different' },
    ]);
  });
});

describe('a pack that cannot be used', () => {
  const edits: readonly [string, (manifest: Record<string, unknown>) => unknown, RegExp][] = [
    ['no JSON', () => undefined, /It is damaged: it is no JSON\./],
    [
      'another format',
      manifest => ({ ...manifest, $schema: 'urn:isms-as-code:schema:manifest:2' }),
      /It is of another format than/,
    ],
    ['no schema, as older ones', ({ $schema: _, ...manifest }) => manifest, /It is of another format than/],
    ['a list', () => [], /It is of another format than/],
    ['no day', manifest => ({ ...manifest, asOf: '2026-02-30' }), /“asOf” is no date/],
    ['nothing asked', manifest => ({ ...manifest, asked: null }), /“asked” does not say/],
    ['a format unknown', manifest => ({ ...manifest, asked: { formats: ['odt'], edition: null } }), /“asked\.formats”/],
    ['no files', manifest => ({ ...manifest, files: {} }), /“files” is no list/],
    [
      'no sum',
      manifest => ({ ...manifest, files: [{ artefact: null, format: null, file: 'a', sha256: 'x', bytes: 1 }] }),
      /files\[0\] has no SHA-256/,
    ],
  ];
  test.each(edits)('%s', async (_, edit, message) => {
    const cwd = copy();
    const edited = edit(manifestOf(cwd) as unknown as Record<string, unknown>);
    writeFileSync(join(cwd, 'pack/manifest.json'), edited === undefined ? '{' : JSON.stringify(edited));
    const { code, stdout, stderr } = await isms(['verify', 'pack'], { cwd });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
  });

  test.each(['../x', '/etc/passwd', 'a/b', 'a\\b', '..\\x', 'C:x', 'c:\\x', '..', '.', '', 'a\u0000b', 'a\nb'])(
    'names %j',
    async file => {
      const cwd = copy();
      const manifest = manifestOf(cwd);
      const files = [{ ...manifest.files[0], file }];
      writeFileSync(join(cwd, 'pack/manifest.json'), JSON.stringify({ ...manifest, files }));
      const { code, stderr } = await isms(['verify', 'pack'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringContaining('which is no plain name of a file.')]);
    },
  );

  test.each([
    [['verify', 'none'], /^isms: none cannot be read: there is no such folder\.\n$/],
    [['verify', 'isms'], /^isms: isms has no manifest\.json\. Name a folder/],
    [['verify', 'pack', 'pack'], /^isms: /],
    [['verify'], /missing required argument 'dir'/],
  ])('isms %j', async (argv, message) => {
    expect(await isms(argv, { cwd: copy() })).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
  });
});

test('whatever a manifest holds, it is read or refused with a sentence, and names plain files only', () => {
  const anyManifest = fc.oneof(
    fc.json(),
    fc
      .array(
        fc.record({
          artefact: fc.constant(null),
          format: fc.constant(null),
          file: fc.string(),
          sha256: fc.constant('0'.repeat(64)),
          bytes: fc.nat(),
        }),
      )
      .map(files =>
        JSON.stringify({
          $schema: 'urn:isms-as-code:schema:manifest:1',
          isms: null,
          organization: null,
          version: null,
          asOf: '2026-01-01',
          edition: 'internal',
          asked: { formats: null, edition: null },
          files,
        }),
      ),
  );
  fc.assert(
    fc.property(anyManifest, text => {
      const read = readManifest(text);
      if ('problem' in read) expect(read.problem).toMatch(/\.$/);
      else for (const { file } of read.files) expect(isPlainName(file)).toBe(true);
    }),
  );
});
