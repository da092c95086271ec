// `npm run new -- KIND NAME`: writes a skeleton of what is one file each, with its fixtures, and says what to do next. It never overwrites.
//   npm run new -- rule soa/what-it-finds
//   npm run new -- artefact supplier-register
//   npm run new -- format odt
//   npm run new -- verb compare
//   npm run new -- kind contract
//   npm run new -- framework cis-controls-8
//   npm run new -- feature declaration
//   npm run new -- request count-files
//   npm run new -- view controls
//   npm run new -- setting date-format
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { artefact } from './new/artefact.mjs';
import { feature } from './new/feature.mjs';
import { format } from './new/format.mjs';
import { framework } from './new/framework.mjs';
import { kind } from './new/kind.mjs';
import { request } from './new/request.mjs';
import { rule } from './new/rule.mjs';
import { setting } from './new/setting.mjs';
import { verb } from './new/verb.mjs';
import { view } from './new/view.mjs';

/**
 * What can be begun, in the order of the usage.
 * @type {Readonly<Record<string, import('./new/skeleton.d.mts').Skeleton>>}
 */
export const skeletons = { rule, artefact, format, verb, kind, framework, feature, request, view, setting };

/**
 * Writes the files of a skeleton below `root`. Returns their paths. Throws if the kind, the name or a file that is there forbids it.
 * @param {string} root
 * @param {string | undefined} kind
 * @param {string | undefined} name
 */
export function writeSkeleton(root, kind, name) {
  const skeleton = kind !== undefined && Object.hasOwn(skeletons, kind) ? skeletons[kind] : undefined;
  if (!skeleton) throw new Error(`Usage: npm run new -- ${Object.keys(skeletons).join('|')} NAME`);
  if (name === undefined || !skeleton.shape.test(name))
    throw new Error(`The name of a ${kind} is written like ${skeleton.example}.`);
  const files = Object.entries(skeleton.files(name));
  const there = files.map(([path]) => path).filter(path => existsSync(join(root, path)));
  if (there.length) throw new Error(`${there.join(', ')} is there already; nothing was written.`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(([path]) => path);
}

const isMain = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const [kind, name] = process.argv.slice(2);
  try {
    const written = writeSkeleton(fileURLToPath(new URL('../..', import.meta.url)), kind, name);
    const next = skeletons[kind ?? '']?.next ?? [];
    console.log(
      `Written:\n${written.map(path => `  ${path}`).join('\n')}\n\nNext:\n${next.map(step => `  ${step}`).join('\n')}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
