/** What changed in an ISMS against a revision of git, by the functions of `isms diff`: the text in the editor is what it is compared with. */

import { isDifferent } from '../../../src/diff/data.ts';
import type { StatementHistory } from '../../../src/documents/data/_statement-history.ts';
import { compare, exportDifference, placesIn, type Side } from '../../../src/export/difference.ts';
import { joined } from '../../../src/export/index.ts';
import { type Past, statementHistory } from '../../../src/export/statement-history.ts';
import { meantIsmss } from '../../../src/workspace/given-files.ts';
import type { IsmsUnit } from '../../../src/workspace/workspace.ts';
import type { CompareParams, CompareResult, RevisionsResult } from '../../protocol/protocol.ts';
import { isRepositoryFault, RepositoryFault } from '../../session/host.ts';
import type { Session } from '../../session/session.ts';
import { later } from '../../session/timers.ts';
import { refuseNonce } from './exports.ts';
import { refusal } from './feature.ts';
import { placeLink } from './place-link.ts';

/** So many commits are offered. */
const mostCommits = 50;

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

  /** What an ISMS can be compared with. Refuses where nothing is known of earlier. */
  async revisions(session: Session, { root }: IsmsUnit): Promise<RevisionsResult> {
    return told(async () => {
      const { repository } = session;
      const { commits, isCut, isShallow } = await repository.commits(root, { most: mostCommits });
      const refs = await repository.refs(root);
      return { commits: commits.map(one => ({ ...one })), refs: refs.map(one => ({ ...one })), isCut, isShallow };
    });
  }

  /** The difference as a page. Refuses what is no revision, or holds no such ISMS. */
  async page(session: Session, unit: IsmsUnit, { revision, nonce }: CompareParams): Promise<CompareResult> {
    refuseNonce(nonce);
    return told(async () => {
      const before = await this.before(session, unit, revision);
      const after: Side = { name: 'the text in the editor', workspace: session.workspace, unit };
      const difference = await compare(before, after);
      const options = { linkTo: placeLink, medium: 'editor' as const, ...(nonce !== undefined && { nonce }) };
      const file = await exportDifference(difference, 'html', options, placesIn(after));
      return { html: new TextDecoder().decode(await joined(file.pieces)), differs: isDifferent(difference) };
    });
  }

  /** What the Statement of Applicability says of its changes, where that was chosen. Refuses where nothing is known of earlier. */
  async history(
    session: Session,
    unit: IsmsUnit,
    { history, edition }: Readonly<Record<string, string>> = {},
  ): Promise<StatementHistory | undefined> {
    if (history !== 'git') return undefined;
    if (edition === 'customer')
      throw refusal('The edition for customers has no change history. Leave one of them out.');
    return told(async () => {
      const { repository } = session;
      const past: Past = {
        commits: asked => repository.commits(unit.root, asked),
        snapshot: revision => repository.snapshot(unit.root, revision),
        isFault: isRepositoryFault,
      };
      return statementHistory(unit, session.workspace.given().today, past);
    });
  }

  private async before(session: Session, { root, inputs: { asOf } }: IsmsUnit, revision: string): Promise<Side> {
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
    throw new RepositoryFault(`In ${revision} no file of this folder has an isms block, so there was no ISMS.`);
  if (more.length)
    throw new RepositoryFault(
      `In ${revision} there were several ISMSs in this folder, and none in it itself. Compare with a later revision.`,
    );
  return { name: revision, workspace, unit };
}

/** What a repository does not tell is refused with its reason. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isRepositoryFault(error) ? refusal(error.message) : error;
  }
}
