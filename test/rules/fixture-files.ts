/** Where the fixtures are: test/rules/<area>/<what>/<case>.isms, with `<case>.fixed.isms` beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

export interface Case {
  /** `basic`. */
  readonly name: string;
  readonly path: string;
  readonly source: string;
  /** The path of the text after the fix, and that text, if it is there. */
  readonly fixedPath: string;
  readonly fixed: string | undefined;
}

const read = (path: string): string => readFileSync(path, 'utf8');

/** The codes that have a folder of fixtures. */
export function codesWithFixtures(): string[] {
  const folders = (path: string) => readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return folders(root).flatMap(area => folders(join(root, area.name)).map(what => `${area.name}/${what.name}`));
}

/** The cases of a rule. */
export function casesOf(code: string): Case[] {
  const folder = join(root, code);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith('.isms') && !name.endsWith('.fixed.isms'))
    .sort()
    .map(file => {
      const name = file.slice(0, -'.isms'.length);
      const fixedPath = join(folder, `${name}.fixed.isms`);
      return {
        name,
        path: join(folder, file),
        source: read(join(folder, file)),
        fixedPath,
        fixed: existsSync(fixedPath) ? read(fixedPath) : undefined,
      };
    });
}
