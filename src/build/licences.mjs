// What of other people is in the bundles: their licences as a notice for people, and a CycloneDX bill of materials for programs. Both
// follow from what esbuild says it has read, so nothing is listed by hand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression
 * @property {string} text the texts of its licence files
 */

/** Licences under which code may be in our packages; each asks for no more than its notice. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
];

/**
 * The packages that are in bundles, each once, in order of name and version.
 * @param {readonly import('esbuild').Metafile[]} metafiles of the bundles
 * @param {string} root the folder that their paths are relative to
 * @returns {Component[]}
 */
export function componentsOf(metafiles, root) {
  /** @type {Map<string, Component>} */
  const found = new Map();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input.replaceAll('\\', '/'))?.[0];
      if (folder === undefined) continue;
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      found.set(`${name}@${version}`, {
        name,
        version,
        licence: String(license ?? ''),
        text: licenceText(join(root, folder)) || statedLicence(join(root, folder)),
      });
    }
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/**
 * The licence of a package that holds no text of it: that of MIT, in the name of its author, where its package.json says so.
 * @param {string} folder
 */
function statedLicence(folder) {
  const { license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const holder = typeof author === 'string' ? author : author?.name;
  return license === 'MIT' && holder ? `MIT License\n\nCopyright (c) ${holder}\n\n${mit}` : '';
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const compare = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : a > b ? 1 : 0);

/** The licence files of a package; the empty text if it has none. @param {string} folder */
const licenceText = folder =>
  readdirSync(folder)
    .filter(name => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name) && !/\.(?:js|ts|json)$/.test(name))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8').replace(/\r\n?/g, '\n').trim())
    .join('\n\n');

/** The notice that goes with the packages. @param {readonly Component[]} components */
export function notices(components) {
  const parts = components.map(
    ({ name, version, licence, text }) =>
      `${name} ${version}\n${licence}\n\n${text || `The package holds no licence text; its licence is ${licence}.`}\n`,
  );
  const intro = 'This software contains parts of the following packages, under the licences given with each.\n';
  return [intro, ...parts].join(`\n${'='.repeat(80)}\n\n`);
}

/**
 * The bill of materials, as CycloneDX 1.6. Without a serial number and a time, so that the same bundles give the same bytes.
 * @param {readonly Component[]} components
 * @param {{ name: string, version: string, license: string }} product
 */
export function billOfMaterials(components, product) {
  const purl = (/** @type {string} */ name, /** @type {string} */ version) =>
    `pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;
  const own = purl(product.name, product.version);
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: product.name,
        version: product.version,
        licenses: [{ license: { id: product.license } }],
        purl: own,
      },
    },
    components: components.map(({ name, version, licence }) => ({
      type: 'library',
      'bom-ref': purl(name, version),
      name,
      version,
      licenses: [/^[\w.-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence }],
      purl: purl(name, version),
    })),
    dependencies: [{ ref: own, dependsOn: components.map(({ name, version }) => purl(name, version)) }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Writes both beside the bundles.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root
 * @param {string} dist the folder of the bundles, relative to the root
 */
export function writeLicences(metafiles, root, dist) {
  const components = componentsOf(metafiles, root);
  const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(resolve(root, dist, 'THIRD-PARTY-NOTICES.txt'), notices(components));
  writeFileSync(resolve(root, dist, 'sbom.cdx.json'), billOfMaterials(components, product));
}
