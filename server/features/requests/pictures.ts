/** What the pictures show now. */
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';

export default request('isms/pictures', async ({ ready, views, language }, { root }) => {
  const session = await ready();
  views.asked();
  const { picturesOf } = await import('../../../src/pictures/pictures.ts');
  const unit = language.speak(() => chooseIsms(session, root));
  return { pictures: picturesOf(unit, session.workspace, language.wording) };
});
