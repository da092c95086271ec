import { pathOf } from '../../src/node/files.ts';
import { type HostContext, type Repository, RepositoryFault } from './host.ts';

/** Git, run only in a workspace that is trusted: a repository can set what it does. What asks it is loaded on first use. */
export function nodeRepository({ isTrusted }: Pick<HostContext, 'isTrusted'>): Repository {
  const git = () => import('../../src/node/revision.ts');
  type Git = Awaited<ReturnType<typeof git>>;
  const ask = async <T>(uri: string, question: (git: Git, folder: string) => Promise<T>): Promise<T> => {
    if (!isTrusted())
      throw new RepositoryFault(
        'This workspace is not trusted, so git is not run in it and nothing is known of earlier. Trust the workspace first.',
      );
    const folder = pathOf(uri);
    if (folder === undefined)
      throw new RepositoryFault(`${uri} is not a folder on this computer, so there is no git repository to ask.`);
    const loaded = await git();
    try {
      return await question(loaded, folder);
    } catch (error) {
      throw loaded.isRevisionFault(error) ? new RepositoryFault(error.message) : error;
    }
  };
  return {
    snapshot: (uri, revision) => ask(uri, ({ snapshotAt }, folder) => snapshotAt(folder, revision)),
    state: (uri, revision) => ask(uri, ({ stateOf }, folder) => stateOf(folder, revision)),
    commits: (uri, asked) => ask(uri, ({ revisionsOf }, folder) => revisionsOf(folder, asked)),
    refs: uri => ask(uri, ({ refsOf }, folder) => refsOf(folder)),
  };
}
