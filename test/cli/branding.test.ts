/** The logo and the colour of documents on the command line. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { png } from '../export/logo/pictures.ts';
import { folderWith, isms } from './isms.ts';

const source = 'isms Acme "Acme ISMS" { organization: "Acme & Sons" version: "1" }\n';

function ismsWith(documents: object, logo?: Uint8Array): string {
  const cwd = folderWith({ 'isms/main.isms': source, 'isms/isms.config.json': JSON.stringify({ documents }) });
  if (logo) writeFileSync(join(cwd, 'isms/logo.png'), logo);
  return cwd;
}

const exported = (cwd: string, format: string) =>
  isms(['export', 'soa', 'isms', '--format', format, '-o', '-', '--as-of', '2026-03-01'], { cwd });

test('a document bears the logo and the colour of the configuration, with the organisation as words for it', async () => {
  const { code, stdout } = await exported(ismsWith({ logo: 'logo.png', colour: '#0a5c36' }, png()), 'html');
  expect(code).toBe(0);
  expect(stdout).toMatch(/<img class="logo" src="data:image\/png;base64,[^"]+" alt="Acme &#x26; Sons"/);
  expect(stdout).toContain('--strong: #0A5C36');
});

test('a pack bears them in every document and its index, and is the same again', async () => {
  const cwd = ismsWith({ logo: 'logo.png', colour: '#0a5c36' }, png());
  const all = ['export', 'all', 'isms', '-o', 'pack', '--format', 'html', '--as-of', '2026-03-01'];
  expect((await isms(all, { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'pack/index.html'), 'utf8')).toContain('<img class="logo"');
  expect((await isms(['verify', 'pack', 'isms'], { cwd })).code).toBe(0);
  writeFileSync(join(cwd, 'isms/logo.png'), png({ width: 5 }));
  const { code, stdout } = await isms(['verify', 'pack', 'isms'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('Acme-soa.html: different');
});

describe('a logo that cannot be shown stops what would bear it, and says what to do', () => {
  test.each<[string, (cwd: string) => void, string]>([
    ['is missing', () => {}, 'there is no such file'],
    ['is a folder', cwd => mkdirSync(join(cwd, 'isms/logo.png')), 'it is a folder'],
    [
      'is too large',
      cwd => writeFileSync(join(cwd, 'isms/logo.png'), Buffer.alloc(1024 * 1024 + 1)),
      'it is larger than 1 MiB',
    ],
    ['is cut off', cwd => writeFileSync(join(cwd, 'isms/logo.png'), png().subarray(0, 60)), 'it is cut off'],
    ['is something else', cwd => writeFileSync(join(cwd, 'isms/logo.png'), '<svg/>'), 'it is neither PNG nor JPEG'],
    [
      'is a link out',
      cwd => {
        writeFileSync(join(cwd, 'secret.png'), png());
        symlinkSync('../secret.png', join(cwd, 'isms/logo.png'));
      },
      'a link leads out of the folder of the ISMS',
    ],
  ])('%s', async (_, prepare, reason) => {
    const cwd = ismsWith({ logo: 'logo.png' });
    prepare(cwd);
    const { code, stdout, stderr } = await exported(cwd, 'html');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`The logo logo.png cannot be shown: ${reason}`);
    expect(stderr).toContain('“documents.logo” in isms.config.json');
    // What shows no logo asks for none.
    expect((await exported(cwd, 'csv')).code).toBe(0);
    expect((await isms(['check', 'isms', '--as-of', '2026-03-01'], { cwd })).code).not.toBe(2);
  });
});

test('a colour that is too light is a fault of the configuration, and none is chosen instead', async () => {
  const { code, stdout, stderr } = await exported(ismsWith({ colour: '#ffee00' }), 'html');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/isms\.config\.json:1:\d+: "colour" has to be darker/);
});
