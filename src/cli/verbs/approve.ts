/** `isms approve`: records in the lock file what top management approved, so that later changes show. (6.1.3 d, 7.5.3) */
import { join } from 'node:path';
import { approvalLock } from '../../analysis/approval.ts';
import { counted } from '../../model/counted.ts';
import { isDate } from '../../model/dates.ts';
import { pathOfUri, writeWhole } from '../../node/files.ts';
import { printable } from '../../syntax/text/printable.ts';
import { lockFileName } from '../../workspace/configuration/config.ts';
import { writeLock } from '../../workspace/lock.ts';
import { shownPath } from '../display-path.ts';
import { making } from '../faults.ts';
import { cannotWrite, refuseLinkOut } from '../file-errors.ts';
import { UsageError } from '../io.ts';
import { loadOne } from '../load.ts';
import type { Verb } from '../verb.ts';

const help = `
Who approved, when, and which version is what the isms block says:
  version: "2.3"
  approved: 2026-03-26 by Ceo
The file is to be reviewed and committed with it. From then on, isms check tells which controls changed since.

Example:
  isms approve my-isms`;

const approve: Verb = (command, io) => {
  command
    .argument('[path]', 'the folder of the ISMS', '.')
    .addHelpText('after', help)
    .action(async (path: string) => {
      const { unit } = await loadOne(path, { anyLock: true }, io);
      const view = unit.view();
      const { on, by } = view.isms?.approved ?? {};
      const folder = pathOfUri(unit.root);
      if (!on || !isDate(on.value) || !by?.length) {
        throw new UsageError(
          `The isms block under ${printable(path)} does not say who approved and when, so there is no approval to record. Add it, as in: approved: 2026-03-26 by Ceo`,
        );
      }
      const lock = await making('The record of the approval', io, () => approvalLock(view));
      const file = join(folder, lockFileName);
      const name = shownPath(io.cwd, file);
      refuseLinkOut(folder, file, name);
      try {
        await writeWhole(file, writeLock(lock));
      } catch (error) {
        throw cannotWrite(name, error);
      }
      const version = lock.version ? ` of version ${printable(lock.version)}` : '';
      const controls = counted(Object.keys(lock.controls).length, 'control');
      io.stdout.write(`Recorded the approval${version} on ${on.value} for ${controls} in ${name}\n`);
    });
};

export default approve;
