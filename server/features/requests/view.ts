/** A part of a view of the side bar. */
import { request } from './shared/request.ts';

export default request('isms/view', async ({ ready, views, language: { speak } }, params) => {
  const { workspace } = await ready();
  return speak(() => views.answer(workspace, params));
});
