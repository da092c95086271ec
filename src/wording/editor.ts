/**
 * In which language the editor speaks. Its words are those of documents, of findings and of the grammar's comments, and some of its own, each in
 * a table by the English text. Days stay as they stand in the text, since whoever reads them is about to look for them there.
 */
import { english, type Wording } from './wording.ts';

/** The languages that the editor speaks. */
export const editorLanguages = ['en', 'de'] as const;

export type EditorLanguage = (typeof editorLanguages)[number];

/** What a user may choose: a language, or `auto` for that of the editor's own menus. */
export const languageChoices = ['auto', ...editorLanguages] as const;

export type LanguageChoice = (typeof languageChoices)[number];

/**
 * The language for what the user chose and the locale of the client, such as `de` or `de-AT`. English where the editor does not speak the
 * locale, or the client says none.
 */
export function editorLanguageOf(choice: LanguageChoice, locale: string | undefined): EditorLanguage {
  if (choice !== 'auto') return choice;
  const [primary = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return editorLanguages.find(language => language === primary) ?? 'en';
}

/** The words of a language; those of others than English are read when they are asked for first. */
export async function editorWording(language: EditorLanguage): Promise<Wording> {
  if (language === 'en') return english;
  const [{ german }, { findingsGerman }, { editorGerman }, { languageGerman }] = await Promise.all([
    import('./german.ts'),
    import('./findings-german.ts'),
    import('./editor-german.ts'),
    import('./language-german.ts'),
  ]);
  // What documents say too is said alike.
  const texts = { ...german, ...findingsGerman, ...editorGerman, ...languageGerman };
  return { language, texts, dateFormat: 'yyyy-MM-dd' };
}
