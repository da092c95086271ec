// Makes the extension's package, isms-as-code-VERSION.vsix: the same bytes from the same sources.
//   node src/build/package.mjs [--no-build] [--out FILE]     --no-build: take dist/ as it lies there
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { unzipSync, zipSync } from 'fflate';
import { manifestFiles } from './manifest-nls.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const limit = 5_200_000; // bytes; everything is bundled, so more means that something slipped in
const needed = [
  'dist/client/node.cjs',
  'dist/client/web.cjs',
  'dist/client/web.cjs.js',
  'dist/server/main.cjs',
  'dist/server/node.cjs',
  'dist/server/web.js',
  'dist/dashboard/dashboard.js',
  'dist/dashboard/dashboard.css',
  'dist/dashboard/editor.css',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/sbom.cdx.json',
];

/**
 * Builds, unless told not to, and packs. All dependencies are in the bundles, none is packed as a package.
 * @param {{ build?: boolean, out?: string | undefined }} [options]
 * Returns the path of the .vsix. Throws when a bundle is missing or the package is larger than it may be.
 */
export async function packageExtension({ build = true, out } = {}) {
  for (const step of build ? ['generate', 'bundle'] : []) {
    const done = spawnSync(process.execPath, [`src/build/${step}.mjs`], { cwd: root, stdio: 'inherit' });
    if (done.status !== 0) throw new Error(`The build failed in src/build/${step}.mjs; nothing was packaged.`);
  }
  const missing = needed.filter(file => !existsSync(resolve(root, file)));
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}`);
  const { name, version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const packagePath = resolve(root, out ?? `${name}-${version}.vsix`);
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const left = needed.filter(file => !files.includes(file));
  if (left.length > 0) throw new Error(`.vscodeignore leaves out ${left.join(', ')}`);
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  packAgain(packagePath);
  const { size } = statSync(packagePath);
  if (size > limit) throw new Error(`${packagePath} has ${size} bytes, more than ${limit}.`);
  return { path: packagePath, size, files };
}

/** The names that the packager gives some files. */
const packagedNames = new Map([
  ['README.md', 'readme.md'],
  ['CHANGELOG.md', 'changelog.md'],
  ['LICENSE', 'LICENSE.txt'],
]);

/**
 * Packs a package once more, with its files in order and without the times at which they were written, and its manifest in all languages.
 * @param {string} path
 */
function packAgain(path) {
  const files = unzipSync(readFileSync(path));
  // Links between the pages lead to the names that the packager gives these files.
  for (const page of ['extension/readme.md', 'extension/CONTRIBUTING.md']) {
    const text = new TextDecoder().decode(files[page]);
    const linked = text.replace(/(?<=\]\()[^)#]+(?=[)#])/g, name => packagedNames.get(name) ?? name);
    files[page] = new TextEncoder().encode(linked);
  }
  // Only here: whoever reads the manifest in the sources finds its texts in it.
  for (const [name, text] of Object.entries(manifestFiles(root)))
    files[`extension/${name}`] = new TextEncoder().encode(text);
  const inOrder = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  // The earliest time that the format knows; by the clock of whatever zone this is, since that is what it stores.
  const mtime = new Date(1980, 0, 1);
  writeFileSync(path, zipSync(Object.fromEntries(inOrder), { mtime, level: 9 }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--out');
  const { path, size, files } = await packageExtension({
    build: !process.argv.includes('--no-build'),
    out: at > 0 ? process.argv[at + 1] : undefined,
  });
  console.log(`${path}: ${files.length} files, ${Math.round(size / 1024)} KiB`);
}
