import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../examples', import.meta.url));

/** The `.isms`, configuration and lock files of an example, as URI and text, in order. */
export function exampleFiles(name: string): [uri: string, text: string][] {
  const folder = join(root, name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.isms$|isms\.(config|lock)\.json$/.test(path))
    .sort()
    .map(path => [pathToFileURL(join(folder, path)).href, readFileSync(join(folder, path), 'utf8')]);
}

/** The names of the examples. */
export const exampleNames = (): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
