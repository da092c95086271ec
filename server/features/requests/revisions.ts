/** What an ISMS can be compared with. Refuses where nothing is known of earlier. */
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';
import { told } from './shared/told.ts';

/** So many commits are offered. */
const mostCommits = 50;

export default request('isms/revisions', async ({ ready, language }, params) => {
  const session = await ready();
  const { root } = language.speak(() => chooseIsms(session, params?.root));
  return told(language, async () => {
    const { repository } = session;
    const { commits, isCut, isShallow } = await repository.commits(root, { most: mostCommits });
    const refs = await repository.refs(root);
    return { commits: commits.map(one => ({ ...one })), refs: refs.map(one => ({ ...one })), isCut, isShallow };
  });
});
