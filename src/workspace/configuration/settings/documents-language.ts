import { isLanguage, languagePattern } from '../../../wording/languages.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'documents.language',
  description:
    'The language of the documents that are exported. `en` and `de` are built in. Any other, such as `fr`, takes its words from a file `isms.words.fr.json` beside `isms.config.json`; such a file for `de` or `en` changes single words of these.',
  want: 'has to be a language such as "de"',
  example: 'de',
  otherwise: 'en',
  schema: () => ({ type: 'string', pattern: languagePattern }),
  read: ({ value }): string | undefined => (typeof value === 'string' && isLanguage(value) ? value : undefined),
  editor: {
    order: 8,
    description:
      'The language of the documents that are exported, such as `de`. Empty: the `documents.language` of the `isms.config.json` of the ISMS, else English.',
  },
  option: { flags: '--language <language>', description: 'the language of the document, such as de' },
});
