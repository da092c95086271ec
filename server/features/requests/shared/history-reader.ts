/** The history of an ISMS, read from git when somebody asks for it. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Histories } from '../../../../src/pictures/history.ts';
import type { HistoryNews } from '../../../../src/pictures/history-data.ts';
import { said } from '../../../../src/wording/wording.ts';
import { pastOf } from '../../../../src/workspace/past.ts';
import type { IsmsUnit } from '../../../../src/workspace/workspace.ts';
import { isRepositoryFault } from '../../../session/host.ts';
import type { Language } from '../../../session/language.ts';
import type { Session } from '../../../session/session.ts';
import { nextTurn } from '../../../session/turns.ts';

export class HistoryReader {
  #histories: Histories | undefined;

  /**
   * What a page is told of the history of an ISMS, in a language. Each commit is read once in a session; others have a turn between two of them.
   * Ends with an error where it is cancelled.
   */
  async read(session: Session, unit: IsmsUnit, { speak }: Language, token: CancellationToken): Promise<HistoryNews> {
    const pause = async (): Promise<void> => {
      await nextTurn();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'It was cancelled.');
    };
    try {
      const { repository, workspace } = session;
      const past = await pastOf(workspace, unit, {
        commits: asked => repository.commits(unit.root, asked),
        snapshot: revision => repository.snapshot(unit.root, revision),
      });
      this.#histories ??= new (await import('../../../../src/pictures/pictures.ts')).Histories();
      return await this.#histories.read(unit.root, past, pause);
    } catch (error) {
      if (!isRepositoryFault(error)) throw error;
      return {
        kind: 'no-history',
        why: ['other', 'no-revision'].includes(error.problem) ? speak(() => said(error.saying)) : error.problem,
      };
    }
  }
}
