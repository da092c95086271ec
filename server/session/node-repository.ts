import { pathOf } from '../../src/node/files.ts';
import { isRevisionFault, problemOf, refsOf, revisionsOf, snapshotAt, stateOf } from '../../src/node/revision.ts';
import { refusing } from '../../src/wording/said-error.ts';
import { type HostContext, type Repository, RepositoryFault } from './host.ts';

/** Git, run only in a workspace that is trusted: a repository can set what it does. What asks it is loaded on first use. */
export function nodeRepository({ isTrusted }: Pick<HostContext, 'isTrusted'>): Repository {
  const ask = async <T>(uri: string, question: (folder: string) => Promise<T>): Promise<T> => {
    if (!isTrusted())
      throw new RepositoryFault(
        refusing(
          'This workspace is not trusted, so git is not run in it and nothing is known of earlier. Trust the workspace first.',
        ),
        'untrusted',
      );
    const folder = pathOf(uri);
    if (folder === undefined)
      throw new RepositoryFault(
        refusing('{0} is not a folder on this computer, so there is no git repository to ask.', uri),
        'no-files',
      );
    try {
      return await question(folder);
    } catch (error) {
      throw isRevisionFault(error) ? new RepositoryFault(error.saying, problemOf(error)) : error;
    }
  };
  return {
    isAllowed: isTrusted,
    snapshot: (uri, revision) => ask(uri, folder => snapshotAt(folder, revision)),
    state: (uri, revision) => ask(uri, folder => stateOf(folder, revision)),
    commits: (uri, asked) => ask(uri, folder => revisionsOf(folder, asked)),
    refs: uri => ask(uri, refsOf),
  };
}
