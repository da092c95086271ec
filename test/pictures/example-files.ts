import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../examples/', import.meta.url).pathname;

/** The files of an example, by their paths in it. */
export const exampleFiles = (name: string): [path: string, text: string][] =>
  readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.isms$|^isms\..*json$/.test(path) && statSync(join(root, name, path)).isFile())
    .sort()
    .map(path => [path.replaceAll('\\', '/'), readFileSync(join(root, name, path), 'utf8')]);
