/** `isms export all`: every document, a page that leads to them, and their sums. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { artefacts } from '../../src/export/index.ts';
import { folderWith, isms } from './isms.ts';

const text = `isms Acme "Acme ISMS" { organization: "Acme" version: "1" }
role Ceo "Chief executive" { top-management }
person Anna "Anna Secret" { roles: Ceo }
asset Crm "Customer database" { owner: Ceo }
risk R-1 "Loss of secrets" { assets: Crm owner: Ceo treatment: modify controls: A.8.13 }
control A.8.13 { applicable: yes justification: "Restores data" status: implemented implementation: "Hidden detail" owner: Ceo }
`;

const links = (node: Nodes): string[] => [
  ...(node.type === 'element' && (node as Element).tagName === 'a' ? [String(node.properties.href)] : []),
  ...('children' in node ? node.children.flatMap(links) : []),
];

const incomplete = `isms: Risk register is incomplete: 1 risk is without a level.
isms: Risk treatment plan is incomplete: 1 risk is without a level.
isms: Statement of Applicability is incomplete: 92 controls are undecided.
`;

describe('isms export all', () => {
  test('writes every document, an index that leads to each file, and the sum of each', async () => {
    const folder = folderWith({ 'isms/main.isms': text });
    const out = join(folder, 'out/all');
    const { code, stdout, stderr } = await isms(['export', 'all', join(folder, 'isms'), '-o', out, '--format', 'html']);
    expect([code, stderr]).toEqual([0, incomplete]);
    const files = readdirSync(out).sort();
    expect(files).toEqual([...artefacts.map(({ id }) => `Acme-${id}.html`), 'index.html', 'manifest.json'].sort());
    expect(stdout).toMatch(new RegExp(`^Wrote ${files.length} files into `));
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ isms: 'Acme', organization: 'Acme', version: '1', edition: 'internal' });
    expect(manifest.files.map(({ file }: { file: string }) => file).sort()).toEqual(
      files.filter(file => file !== 'manifest.json'),
    );
    for (const { file, sha256, bytes } of manifest.files) {
      const content = readFileSync(join(out, file));
      expect([file, sha256, bytes]).toEqual([file, createHash('sha256').update(content).digest('hex'), content.length]);
    }
    const targets = links(fromHtml(readFileSync(join(out, 'index.html'), 'utf8')));
    expect(targets.map(decodeURIComponent).sort()).toEqual(files.filter(file => file.startsWith('Acme-')));
  });

  test('tells customers neither risks nor implementation nor persons', async () => {
    const folder = folderWith({ 'isms/main.isms': text });
    const formats = ['html', 'json', 'csv'];
    for (const format of formats) {
      const out = join(folder, format);
      const all = ['export', 'all', join(folder, 'isms'), '--edition', 'customer', '-o', out, '--format', format];
      expect((await isms(all)).code).toBe(0);
    }
    const files = formats.flatMap(format => readdirSync(join(folder, format)).map(file => `${format}/${file}`));
    expect(files).toContain('html/Acme-soa-edition-customer.html');
    expect(files.filter(file => /risk|treatment|audit|asset/.test(file))).toEqual([]);
    for (const file of files) {
      const content = readFileSync(join(folder, file), 'utf8');
      expect(content, file).not.toMatch(/Anna Secret|Hidden detail|R-1|Loss of secrets/);
    }
    expect(readFileSync(join(folder, 'html/Acme-soa-edition-customer.html'), 'utf8')).toContain('Restores data');
  });

  describe('into a folder with an older pack', () => {
    const run = (folder: string, ...more: string[]) =>
      isms(['export', 'all', 'isms', '-o', 'out', ...more], { cwd: folder });

    async function withPack(): Promise<string> {
      const folder = folderWith({ 'isms/main.isms': text });
      expect((await run(folder, '--format', 'html')).code).toBe(0);
      return folder;
    }

    test('removes what only that has, and the folder verifies', async () => {
      const folder = await withPack();
      writeFileSync(join(folder, 'out/own.txt'), 'mine');
      const { code, stdout } = await run(folder, '--format', 'json');
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Wrote \d+ files into out\nRemoved \d+ files of the documents that were there before\n$/);
      const files = readdirSync(join(folder, 'out'));
      expect(files.filter(file => file.startsWith('Acme-') && file.endsWith('.html'))).toEqual([]);
      expect(files).toContain('own.txt');
      rmSync(join(folder, 'out/own.txt'));
      expect((await isms(['verify', 'out', 'isms'], { cwd: folder })).code).toBe(0);
      expect((await run(folder, '--format', 'json')).stdout).not.toContain('Removed');
    });

    test('keeps what was changed since, and tells it', async () => {
      const folder = await withPack();
      writeFileSync(join(folder, 'out/Acme-soa.html'), 'signed by hand');
      rmSync(join(folder, 'out/Acme-calendar.html'));
      const { code, stderr } = await run(folder, '--format', 'json');
      expect(code).toBe(0);
      expect(stderr.replace(incomplete, '')).toBe(
        'isms: Acme-soa.html in out is of the documents that were there before, and was kept: it was changed since.\n',
      );
      expect(readFileSync(join(folder, 'out/Acme-soa.html'), 'utf8')).toBe('signed by hand');
    });

    test('follows no link, and removes nothing but documents, whatever the manifest says', async () => {
      const folder = await withPack();
      const out = join(folder, 'out');
      const listed = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
      const sum = createHash('sha256').update('x').digest('hex');
      const files = ['main.isms', 'isms.config.json', 'notes-soa.txt'];
      for (const file of files) writeFileSync(join(out, file), 'x');
      writeFileSync(join(folder, 'elsewhere'), 'x');
      symlinkSync(join(folder, 'elsewhere'), join(out, 'Link-soa.html'));
      for (const file of [...files, 'Link-soa.html'])
        listed.files.push({ artefact: 'soa', format: 'html', file, sha256: sum, bytes: 1 });
      writeFileSync(join(out, 'manifest.json'), JSON.stringify(listed));
      const { stderr } = await run(folder, '--format', 'json');
      expect(stderr.match(/it is called like no document/g)).toHaveLength(3);
      expect(stderr).toContain(
        'Link-soa.html in out is of the documents that were there before, and was kept: it is no file',
      );
      expect(readdirSync(out)).toEqual(expect.arrayContaining([...files, 'Link-soa.html']));
    });

    test('leaves the documents of another ISMS alone, and tells them', async () => {
      const folder = await withPack();
      writeFileSync(join(folder, 'isms/main.isms'), text.replace('isms Acme', 'isms Bolt'));
      const { stderr, stdout } = await run(folder, '--format', 'html');
      expect(stdout).not.toContain('Removed');
      expect(stderr).toMatch(/out had the documents of another ISMS, Acme; \d+ files of it still lie there\./);
      expect(readdirSync(join(folder, 'out'))).toContain('Acme-soa.html');
    });

    test.each([
      ['{"name": "web app"}', 'of another format than'],
      ['{', 'it is no JSON'],
    ])('refuses to replace a manifest.json of something else: %s', async (content, why) => {
      const folder = folderWith({ 'isms/main.isms': text, 'out/manifest.json': content });
      const { code, stderr } = await run(folder, '--format', 'html');
      expect(code).toBe(2);
      expect(stderr).toContain(why);
      expect(readdirSync(join(folder, 'out'))).toEqual(['manifest.json']);
    });
  });

  test.each([
    [['-o', '-'], 'Name the folder for all documents, as in -o public.'],
    [[], 'Name the folder for all documents, as in -o public.'],
    [['-o', '.'], '. is the folder of the ISMS itself. Name one for the documents, as in -o public.'],
    [['-o', 'out', '--set', 'stage=1'], '--set, --bom and --template are for one document; leave them out for all.'],
  ])('refuses %j', async (options, message) => {
    const folder = folderWith({ 'main.isms': text });
    const { code, stderr } = await isms(['export', 'all', '.', ...options], { cwd: folder });
    expect([code, stderr]).toEqual([2, `isms: ${message}\n`]);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('says that a document has no edition for customers', async () => {
    const folder = folderWith({ 'main.isms': text });
    const asked = ['export', 'risk-register', folder, '--edition', 'customer', '--format', 'csv', '-o', '-'];
    expect(await isms(asked)).toMatchObject({
      code: 2,
      stderr: 'isms: There is no parameter of risk-register “edition”. It has none.\n',
    });
  });
});
