import { say } from '../../../../src/wording/wording.ts';
import type { IsmsUnit } from '../../../../src/workspace/workspace.ts';
import type { Session } from '../../../session/session.ts';
import { refusal } from '../../shared/feature.ts';

/** The ISMS that is asked about: that of a folder, or the only one. Refuses where there is none, or which one is meant is not said. */
export function chooseIsms(session: Session, root: string | undefined): IsmsUnit {
  const units = session.workspace.ismss();
  const unit = root === undefined ? (units.length === 1 ? units[0] : undefined) : units.find(u => u.root === root);
  if (unit) return unit;
  if (!units.length) throw refusal(say('There is no ISMS here: no file has an `isms` block.'));
  throw refusal(
    root === undefined ? say('There are several ISMSs here; choose one.') : say('There is no ISMS under {0}.', root),
  );
}
