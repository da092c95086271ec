/**
 * Writes a corpus: a realistic ISMS with N top-level declarations, in several dialects with the same content.
 *   node corpus/generate.mjs --declarations 10000 --dialect all --out .bench/data/10000 [--files 1] [--broken 0.05]
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isms } from './dialects/isms.mjs';
import { json, yaml } from './dialects/plain.mjs';
import { ts } from './dialects/typescript.mjs';
import { layout } from './layout.mjs';
import { buildModel } from './model.mjs';

const dialects = { isms, yaml, json, ts };
export const dialectNames = Object.keys(dialects);

/**
 * @param out the folder; each dialect gets a folder of its own in it, beside `manifest.json`
 * @param files 1 for one big file; by default one for each 300 declarations
 * @returns the manifest: what was written, by kind and dialect
 */
export function generate({ declarations, seed = 1, files, broken = 0, flawed = 1, dialects: wanted, out }) {
  const model = buildModel({ declarations, seed, broken, flawed });
  const parts = layout(model.groups, { declarations, files });
  const kinds = {};
  for (const { list } of model.groups) for (const { kind } of list) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const total = Object.values(kinds).reduce((sum, n) => sum + n, 0);
  const manifest = {
    declarations: total,
    seed,
    broken,
    flawed,
    asOf: model.asOf,
    files: parts.length,
    kinds,
    dialects: {},
  };
  for (const name of wanted) {
    const dialect = dialects[name];
    if (!dialect) throw new Error(`unknown dialect ${name}; known: ${dialectNames.join(', ')}`);
    manifest.dialects[name] = writeDialect(dialect, model, parts, join(out, name));
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function writeDialect(dialect, model, parts, folder) {
  rmSync(folder, { recursive: true, force: true });
  let bytes = 0;
  let lines = 0;
  const write = (path, content) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  for (const { name, list } of parts) {
    const content = dialect.file(list);
    write(`${name}.${dialect.extension}`, content);
    bytes += Buffer.byteLength(content);
    lines += content.split('\n').length - 1;
    for (const path of dialect.attachments?.(list) ?? []) write(join(dirname(name), path), `${path}\n`);
  }
  for (const [path, content] of Object.entries(dialect.extras?.(model) ?? {})) write(path, content);
  return { bytes, lines };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      declarations: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      files: { type: 'string' },
      broken: { type: 'string', default: '0' },
      flawed: { type: 'string', default: '1' },
      dialect: { type: 'string', default: 'all' },
    },
  });
  const manifest = generate({
    declarations: Number(values.declarations),
    seed: Number(values.seed),
    files: values.files ? Number(values.files) : undefined,
    broken: Number(values.broken),
    flawed: Number(values.flawed),
    dialects: values.dialect === 'all' ? dialectNames : values.dialect.split(','),
    out: values.out ?? `.bench/data/${values.declarations}`,
  });
  console.log(JSON.stringify(manifest));
}
