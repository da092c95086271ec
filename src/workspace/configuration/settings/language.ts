import { type LanguageChoice, languageChoices } from '../../../wording/editor.ts';
import { saying } from '../../../wording/wording.ts';
import { setting } from '../setting.ts';

export default setting({
  key: 'language',
  description: 'The language of hovers, lenses, hints, views, fixes and messages in the editor.',
  want: saying('has to be one of {0}', { items: languageChoices, conjunction: 'none' }),
  example: 'de',
  otherwise: 'that of the editor itself',
  schema: () => ({
    type: 'string',
    enum: [...languageChoices],
    enumDescriptions: [
      'The language of the editor itself, where it is one of these; else English.',
      'English',
      'German',
    ],
    default: 'auto',
  }),
  read: ({ value }): LanguageChoice | undefined => languageChoices.find(choice => choice === value),
  editorOnly: true,
  editor: {
    order: 9,
    description:
      'The language of hovers, lenses, hints, views, fixes and findings. Menus and commands follow the display language of the editor, and documents have a language of their own.',
  },
});
