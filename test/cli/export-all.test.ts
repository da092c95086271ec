/** `isms export all`: every document, a page that leads to them, and their sums. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
    const out = join(folder, 'out');
    for (const format of ['html', 'json', 'csv']) {
      const all = ['export', 'all', join(folder, 'isms'), '--edition', 'customer', '-o', out, '--format', format];
      expect((await isms(all)).code).toBe(0);
    }
    const files = readdirSync(out);
    expect(files).toContain('Acme-soa-edition-customer.html');
    expect(files.filter(file => /risk|treatment|audit|asset/.test(file))).toEqual([]);
    for (const file of files) {
      const content = readFileSync(join(out, file), 'utf8');
      expect(content, file).not.toMatch(/Anna Secret|Hidden detail|R-1|Loss of secrets/);
    }
    expect(readFileSync(join(out, 'Acme-soa-edition-customer.html'), 'utf8')).toContain('Restores data');
  });

  test.each([
    [['-o', '-'], 'Name the folder for all documents, as in -o public.'],
    [[], 'Name the folder for all documents, as in -o public.'],
    [['-o', '.'], '. is the folder of the ISMS itself. Name one for the documents, as in -o public.'],
    [['-o', 'out', '--set', 'stage=1'], '--set and --bom are for one document; leave them out for all.'],
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
