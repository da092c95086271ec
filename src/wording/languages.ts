/** The languages that documents speak: those that are built in, and those that a user's own file gives. */
import { refusing, SaidError } from './said-error.ts';
import { listSaying, type Saying, type Wording } from './wording.ts';

/** The languages that are complete. */
export const builtInLanguages = ['en', 'de'] as const;

/** What a language is asked for by: letters, digits and hyphens of BCP 47, such as `fr` or `pt-BR`. */
const language = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,7}$/;

export const languagePattern = language.source;

export const isLanguage = (text: string): boolean => language.test(text);

export interface LanguageChoice {
  /** BCP 47; English where it is left out. */
  readonly language?: string | undefined;
  /** How days are written; as the language does where it is left out. */
  readonly dateFormat?: string | undefined;
  /** The text of the user's own file with words of the language, where there is one; it wins over what is built in. */
  readonly own?: string | undefined;
  /** What the file is called, for messages. */
  readonly ownName: string;
}

/** A language that cannot be spoken. The message says so to people, and what they can do. */
export class WordingError extends SaidError {
  readonly code = wordingFault;
}

const wordingFault = 'ISMS_WORDING';

/** Whether an error is a `WordingError`, also one of another bundle. */
export const isWordingError = (error: unknown): error is Error =>
  error instanceof Error && (error as { readonly code?: unknown }).code === wordingFault;

export interface Language {
  readonly wording: Wording;
  /** How many texts stay English, as nothing gives them. */
  readonly missing: number;
}

/**
 * The words of a language. A text that the user's own file does not give is as built in, else English, and counted.
 * @throws WordingError if there are no words of the language, or the file cannot be used as it is
 */
export async function languageOf({ language = 'en', dateFormat, own, ownName }: LanguageChoice): Promise<Language> {
  const isEnglish = language === 'en';
  if (isEnglish && own === undefined) return { wording: { language, texts: {}, dateFormat }, missing: 0 };
  // The table of the complete language names every text that there is.
  const complete = await completeTexts();
  const base = language === 'de' ? complete : {};
  if (own === undefined && language !== 'de') {
    throw new WordingError(
      refusing(
        'There are no words for documents in “{0}”. Use one of: {1}; or write {2} beside isms.config.json, from the English texts to yours.',
        language,
        builtInLanguages.join(', '),
        ownName,
      ),
    );
  }
  const texts = own === undefined ? base : { ...base, ...readWords(own, ownName, complete) };
  const missing = isEnglish ? 0 : Object.keys(complete).filter(text => !Object.hasOwn(texts, text)).length;
  return { wording: { language, texts, dateFormat }, missing };
}

/** The table of the language that is complete: every text that documents may have, by the English one. */
export async function completeTexts(): Promise<Readonly<Record<string, string>>> {
  const [{ german }, { findingsGerman }] = await Promise.all([import('./german.ts'), import('./findings-german.ts')]);
  return { ...german, ...findingsGerman };
}

/** Reads a user's own file: an object of texts by the English ones. */
function readWords(source: string, name: string, known: Readonly<Record<string, string>>): Record<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new WordingError(refusing('{0} is not valid JSON; correct it. ({1})', name, (error as Error).message));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WordingError(refusing('{0} has to hold an object, as in { "Owner": "Propriétaire" }.', name));
  }
  const faults = Object.entries(value).flatMap(([text, said]) => faultOf(text, said, known));
  if (!faults.length) return value as Record<string, string>;
  const first = faults.slice(0, mostFaults).reduce((all, one) => refusing('{0} {1}', all, one));
  throw new WordingError(
    faults.length > mostFaults
      ? refusing('{0}: {1} And {2} more.', name, first, faults.length - mostFaults)
      : refusing('{0}: {1}', name, first),
  );
}

/** So many faults a message tells before it counts the rest. */
const mostFaults = 5;

function faultOf(text: string, said: unknown, known: Readonly<Record<string, string>>): Saying[] {
  const shown = JSON.stringify(text);
  if (!Object.hasOwn(known, text)) return [refusing('No document says {0}; correct it or delete it.', shown)];
  if (typeof said !== 'string' || said.trim() === '') return [refusing('What stands for {0} has to be a text.', shown)];
  const lost = placeholders(text).filter(one => !said.includes(one));
  const added = placeholders(said).filter(one => !text.includes(one));
  return [
    ...(lost.length ? [refusing('What stands for {0} lacks {1}.', shown, listSaying(lost))] : []),
    ...(added.length
      ? [refusing('What stands for {0} has {1}, for which there is no value.', shown, listSaying(added))]
      : []),
    ...(text === '1.5' && !/^1\D5$/.test(said)
      ? [refusing('What stands for "1.5" has to be 1 and 5 with a decimal sign between them.')]
      : []),
    ...(text === 'yyyy-MM-dd' && !isDateFormat(said)
      ? [refusing('What stands for "yyyy-MM-dd" has to be yyyy, MM and dd, as in "dd/MM/yyyy".')]
      : []),
  ];
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))];

/** Whether a text says how days are written: year, month and day in any order, with signs between them. */
export const isDateFormat = (text: string): boolean =>
  ['yyyy', 'MM', 'dd'].every(part => text.split(part).length === 2) && /^(?:yyyy|MM|dd|[ ./-])+$/.test(text);
