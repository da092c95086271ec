/** What registers become. The client writes the files, if the user wants them. */
import { kindsText } from '../../../src/exchange/report/kinds.ts';
import { joined, writtenAs } from '../../../src/export/index.ts';
import { say } from '../../../src/wording/wording.ts';
import { isWithin, normalUri } from '../../../src/workspace/uri.ts';
import { refusal } from '../shared/feature.ts';
import { refuseNonce } from './shared/refuse-nonce.ts';
import { request } from './shared/request.ts';

export default request('isms/import', async ({ ready, language }, params) => {
  const { nonce } = params;
  refuseNonce(nonce);
  const session = await ready();
  const folder = normalUri(params.folder).replace(/\/$/, '');
  const isInIsms = session.workspace.ismss().some(({ root }) => folder === root || isWithin(folder, root));
  const { imported } = await import('./shared/exchange.ts');
  const result = await imported(params, isInIsms, language.wording);
  if ('unread' in result) {
    const { unread } = result;
    throw refusal(
      language.speak(() => say('Nothing was imported, since a part would be taken for the whole. {0}', unread)),
    );
  }
  const { counts, report, ...told } = result;
  const options = { medium: 'editor' as const, ...(nonce !== undefined && { nonce }) };
  const page = await writtenAs(report, 'html', 'import', options);
  const html = new TextDecoder().decode(await joined(page.pieces));
  return { ...told, html, summary: language.speak(() => kindsText(counts)) };
});
