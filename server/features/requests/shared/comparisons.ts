/** The earlier states that an ISMS is compared with, each read from git. */
import type { Side } from '../../../../src/export/difference.ts';
import { refusing } from '../../../../src/wording/said-error.ts';
import { meantIsmss } from '../../../../src/workspace/given-files.ts';
import type { IsmsUnit } from '../../../../src/workspace/workspace.ts';
import { RepositoryFault } from '../../../session/host.ts';
import type { Session } from '../../../session/session.ts';
import { later } from '../../../session/timers.ts';

/** How long a state is kept after it was last asked for, in milliseconds: while somebody types, it is the same. */
const kept = 60_000;

/** The comparisons of a server, which keeps the last state that was compared with. */
export class Comparisons {
  private last: { readonly key: string; readonly side: Promise<Side> } | undefined;
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  stop(): void {
    clearTimeout(this.forgetting);
    this.last = undefined;
  }

  /**
   * An ISMS as it was at a revision.
   * @throws RepositoryFault for what is no revision, or holds no such ISMS
   */
  async before(session: Session, { root, inputs: { asOf } }: IsmsUnit, revision: string): Promise<Side> {
    const state = await session.repository.state(root, revision);
    const key = JSON.stringify([root, revision, state, asOf, session.workspace.given()]);
    if (this.last?.key !== key) this.last = { key, side: sideOf(session, root, revision, asOf) };
    clearTimeout(this.forgetting);
    this.forgetting = later(kept, () => this.stop());
    const { side } = this.last;
    try {
      return await side;
    } catch (error) {
      if (this.last?.side === side) this.last = undefined;
      throw error;
    }
  }
}

async function sideOf(session: Session, root: string, revision: string, asOf: string): Promise<Side> {
  const snapshot = await session.repository.snapshot(root, revision);
  const workspace = session.workspaceOf(snapshot, asOf);
  const uris = snapshot.sources.map(({ uri }) => uri);
  const [unit, ...more] = meantIsmss(workspace, snapshot.folder, uris);
  if (!unit)
    throw new RepositoryFault(
      refusing('In {0} no file of this folder has an isms block, so there was no ISMS.', revision),
    );
  if (more.length)
    throw new RepositoryFault(
      refusing(
        'In {0} there were several ISMSs in this folder, and none in it itself. Compare with a later revision.',
        revision,
      ),
    );
  return { name: revision, workspace, unit };
}
