import { say, sayCounted } from '../wording/wording.ts';
import { baseName, parentUri, relativePath } from '../workspace/uri.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import type { Outcome } from './refactoring.ts';
import { relocate } from './relocate.ts';

/**
 * Puts all that files hold at the end of one file, in the order given, and deletes them.
 * @param uris files of the ISMS; the target may be one of them
 * @param target the URI of a file of the same ISMS, in its normal form; made if it is not there
 */
export function mergeFiles(workspace: Workspace, unit: IsmsUnit, uris: readonly string[], target: string): Outcome {
  const files = [...new Set(uris)].filter(uri => uri !== target);
  const [first] = files;
  if (first === undefined)
    return { refusal: say('There is nothing to merge into {0}. Name another file.', baseName(target)) };
  const stranger = files.find(uri => !unit.isms.files.has(uri));
  if (stranger !== undefined)
    return { refusal: say('{0} is no file of this ISMS. Name one of its files.', baseName(stranger)) };
  const root = files.find(uri => workspace.declaresIsms(uri));
  if (root !== undefined && parentUri(target) !== unit.root) {
    return {
      refusal: say(
        '{0} holds the isms block, whose folder is that of the ISMS. Choose a file in the same folder.',
        baseName(root),
      ),
    };
  }
  const what = files.length === 1 ? relativePath(first, unit.root) : sayCounted(files.length, '{0} file', '{0} files');
  const title = say('Merge {0} into {1}', what, relativePath(target, unit.root));
  return relocate(workspace, unit, title, [{ target, pieces: [], files }]);
}
