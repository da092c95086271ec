/** What can be written into the text about something that a picture shows. */
import { writingOf } from '../../../src/pictures/writing.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';

export default request('isms/writing', async ({ ready, toWorkspaceEdit, language: { speak } }, { root, ...params }) => {
  const session = await ready();
  const { choices, draft, names, reviews } = speak(() =>
    writingOf(session.workspace, chooseIsms(session, root), params),
  );
  return {
    choices: choices.map(({ title, detail, edits }) => ({ title, detail, edit: toWorkspaceEdit(edits) })),
    draft,
    names: names.map(each => ({ ...each })),
    reviews: reviews.map(each => ({ ...each })),
  };
});
