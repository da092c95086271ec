/** The language that the server speaks with its client. What is kept, compared or computed is the same in all: it is said on the way out. */
import { type EditorLanguage, editorLanguageOf, editorWording, type LanguageChoice } from '../../src/wording/editor.ts';
import { english, inWording, type Wording } from '../../src/wording/wording.ts';

export interface LanguageOptions {
  /** Another language is spoken from now on. */
  readonly onChange: () => void;
  /** The words of a language could not be read; it goes on in the language of before. */
  readonly onFault: (error: unknown) => void;
}

export class Language {
  private readonly options: LanguageOptions;
  private locale: string | undefined;
  private choice: LanguageChoice = 'auto';
  private wanted: EditorLanguage = 'en';
  private following: Promise<void> = Promise.resolve();
  private words: Wording = english;

  constructor(options: LanguageOptions) {
    this.options = options;
  }

  /** The words that are spoken. */
  get wording(): Wording {
    return this.words;
  }

  /** Takes the locale of the client, such as `de-AT`. Resolves when its language is spoken. */
  setLocale(locale: string | undefined): Promise<void> {
    this.locale = locale;
    return this.follow();
  }

  /** Takes what the user chose. Resolves when it is spoken. */
  choose(choice: LanguageChoice): Promise<void> {
    this.choice = choice;
    return this.follow();
  }

  /**
   * Does something in the language, as far as it is done at once: what comes after an `await` is in English again, so whoever waits speaks
   * anew afterwards.
   */
  readonly speak = <T>(work: () => T): T => inWording(this.words, work);

  private follow(): Promise<void> {
    const wanted = editorLanguageOf(this.choice, this.locale);
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.following = this.learn(wanted);
    }
    return this.following;
  }

  private async learn(wanted: EditorLanguage): Promise<void> {
    try {
      const words = await editorWording(wanted);
      // Another one may have been wanted meanwhile.
      if (this.wanted !== wanted) return;
      this.words = words;
      this.options.onChange();
    } catch (error) {
      this.options.onFault(error);
    }
  }
}
