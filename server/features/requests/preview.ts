/** A document as a page for a view of the editor, without scripts; its links open the places of the sources. */
import { changeHistory } from './shared/change-history.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { placeLink } from './shared/place-link.ts';
import { refuseNonce } from './shared/refuse-nonce.ts';
import { request } from './shared/request.ts';
import { writeDocument } from './shared/write-document.ts';

export default request('isms/preview', async ({ ready, views, language }, params, token) => {
  const { artefact, parameters = {}, nonce } = params;
  refuseNonce(nonce);
  const session = await ready();
  views.asked();
  const unit = language.speak(() => chooseIsms(session, params.root));
  const history = await changeHistory(session, unit, language, parameters);
  const options = { linkTo: placeLink, medium: 'editor' as const, ...(nonce !== undefined && { nonce }) };
  const asked = { artefact, format: 'html', parameters, options, history };
  const { file, bytes } = await writeDocument(session.workspace, unit, asked, language, token);
  return { html: new TextDecoder().decode(bytes), gaps: [...file.gaps] };
});
