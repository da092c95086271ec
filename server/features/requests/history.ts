/** What the page of pictures is told of the history of an ISMS. */
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';

export default request('isms/history', async ({ ready, histories, language }, { root }, token) => {
  const session = await ready();
  const unit = language.speak(() => chooseIsms(session, root));
  return { news: await histories.read(session, unit, language, token) };
});
