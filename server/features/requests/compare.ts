/**
 * What changed in an ISMS against a revision of git, as a page, by the functions of `isms diff`: the text in the editor is what it is compared
 * with. Refuses what is no revision, or holds no such ISMS.
 */
import { isDifferent } from '../../../src/diff/data.ts';
import { compare, exportDifference, placesIn, type Side } from '../../../src/export/difference.ts';
import { joined } from '../../../src/export/index.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { placeLink } from './shared/place-link.ts';
import { refuseNonce } from './shared/refuse-nonce.ts';
import { request } from './shared/request.ts';
import { told } from './shared/told.ts';

export default request('isms/compare', async ({ ready, views, comparisons, language }, params) => {
  const { revision, nonce } = params;
  refuseNonce(nonce);
  const session = await ready();
  views.asked();
  const unit = language.speak(() => chooseIsms(session, params.root));
  return told(language, async () => {
    const before = await comparisons.before(session, unit, revision);
    const after: Side = { name: 'the text in the editor', workspace: session.workspace, unit };
    const difference = await compare(before, after);
    const options = { linkTo: placeLink, medium: 'editor' as const, ...(nonce !== undefined && { nonce }) };
    const file = await exportDifference(difference, 'html', after, options, placesIn(after));
    return { html: new TextDecoder().decode(await joined(file.pieces)), differs: isDifferent(difference) };
  });
});
