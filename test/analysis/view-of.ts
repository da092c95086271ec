import type { IsmsView } from '../../src/model/view.ts';
import { Workspace } from '../../src/workspace/workspace.ts';

/** The view of an ISMS given as its files' texts, read in the order given. */
export function viewOf(
  files: readonly string[] | readonly (readonly [name: string, text: string])[],
  asOf = '2026-06-01',
): IsmsView {
  const workspace = new Workspace({ rules: [], today: asOf });
  workspace.setFiles(
    files.map((file, index) =>
      typeof file === 'string' ? [`file:///isms/${index}.isms`, file] : [`file:///isms/${file[0]}`, file[1]],
    ),
  );
  workspace.update();
  const [unit] = workspace.ismss();
  if (!unit) throw new Error('the texts hold no isms block');
  return unit.view();
}
