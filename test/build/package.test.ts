/** The packages: what of other people is in them is named, their bytes follow from the sources, and their links lead somewhere. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../src/build/bundle.mjs';
import { allowedLicences, billOfMaterials, componentsOf, notices } from '../../src/build/licences.mjs';
import { packageExtension } from '../../src/build/package.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'isms-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what of other people is in the bundles', async () => {
  const metafiles = await bundle(undefined, folder);
  const components = componentsOf(metafiles, root);

  test('is named in the notice and in the bill of materials, each package once', () => {
    const bundled = new Set(
      metafiles.flatMap(({ inputs }) =>
        Object.keys(inputs).flatMap(path => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
      ),
    );
    expect(bundled.size).toBeGreaterThan(20);
    expect(new Set(components.map(({ name }) => name))).toEqual(bundled);
    const notice = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    expect(notice).toBe(notices(components));
    const { components: listed } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8'));
    expect(listed.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`)).toEqual(
      components.map(({ name, version }) => `${name}@${version}`),
    );
    for (const { name, version } of components) expect(notice).toContain(`\n${name} ${version}\n`);
  });

  test.each(components.map(component => [component.name, component] as const))(
    '%s has a licence that we may pass on',
    (_, component) => {
      expect(allowedLicences).toContain(component.licence);
      expect(component.text).not.toBe('');
    },
  );

  test('gives the same bytes again', () => {
    const product = { name: 'a', version: '1', license: 'MIT' };
    expect(billOfMaterials([...components], product)).toBe(billOfMaterials(componentsOf(metafiles, root), product));
  });
});

describe('the extension’s package', () => {
  const [one, two] = [join(folder, 'one.vsix'), join(folder, 'two.vsix')];
  let files: Record<string, Uint8Array> = {};
  beforeAll(async () => {
    await packageExtension({ build: false, out: one });
    await packageExtension({ build: false, out: two });
    files = unzipSync(readFileSync(one));
  }, 300_000);

  test('has its manifest in all languages', () => {
    const read = (name: string) => JSON.parse(new TextDecoder().decode(files[`extension/${name}`]));
    const { title } = read('package.json').contributes.commands[0];
    expect(title).toBe('%commands.isms.export.title%');
    expect(read('package.nls.json')[title.slice(1, -1)]).toBe('Export…');
    expect(read('package.nls.de.json')[title.slice(1, -1)]).toBe('Exportieren …');
    expect(read('package.json').l10n).toBe('./l10n');
    expect(read('l10n/bundle.l10n.de.json')['Show Output']).toBe('Ausgabe anzeigen');
  });

  test('has the same bytes each time', () => {
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  test.each(['extension/readme.md', 'extension/CONTRIBUTING.md'])('has no dead link in %s', page => {
    const text = new TextDecoder().decode(files[page]);
    const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(match => match[1] as string);
    const inside = links.filter(link => !/^[a-z]+:/.test(link));
    expect(inside.length).toBeGreaterThan(0);
    const dead = inside.filter(link => !(posix.join(posix.dirname(page), link) in files));
    expect(dead).toEqual([]);
  });
});
