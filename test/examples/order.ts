/** Runs an example in any order of its files, to show that the order makes no difference. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '../../src/rules/generated/registry.ts';
import { inEnglish } from '../../src/wording/wording.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

type Files = readonly (readonly [uri: string, text: string])[];

/** A day on which nobody works with the examples: what depends on it shows that a date is not pinned. */
const farAway = '2099-12-31';

/** A workspace with these files, set at once or one by one, as of the days that their configurations pin. */
export function workspaceOf(files: Files, oneByOne = false): Workspace {
  const workspace = new Workspace({ rules, today: farAway, fileExists: uri => existsSync(fileURLToPath(uri)) });
  for (const batch of oneByOne ? files.map(file => [file]) : [files]) workspace.setFiles(batch);
  workspace.update();
  return workspace;
}

/** All that is found, as text. */
export const findingsOf = (workspace: Workspace): string =>
  JSON.stringify(
    workspace
      .files()
      .flatMap(uri => workspace.diagnostics(uri).map(found => ({ ...found, message: inEnglish(found.message) }))),
    null,
    1,
  );
