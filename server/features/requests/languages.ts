/** The languages that the documents of an ISMS can be in, as they are called in the client's language. */
import { builtInLanguages, isLanguage } from '../../../src/wording/languages.ts';
import { chooseIsms } from './shared/choose-isms.ts';
import { request } from './shared/request.ts';

export default request('isms/languages', async ({ ready, language }, params) => {
  const session = await ready();
  const { workspace } = session;
  const unit = language.speak(() => chooseIsms(session, params?.root));
  const ids = new Set<string>([...builtInLanguages, ...workspace.ownLanguages(unit)]);
  const names = new Intl.DisplayNames([language.wording.language], { type: 'language', fallback: 'code' });
  return {
    current: workspace.language(unit).language ?? 'en',
    languages: [...ids].map(id => ({ id, label: isLanguage(id) ? (names.of(id) ?? id) : id })),
  };
});
