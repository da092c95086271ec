import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** The path of the first of some programs that can be run: from the path, or named by its own. */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names)
    for (const folder of folders) {
      const path = resolve(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here.
      }
    }
  return undefined;
}
