/** The words of the account of an import. Loaded on first use. */
import { importGerman } from '../../wording/import-german.ts';
import type { Wording } from '../../wording/wording.ts';

/** A language with what only the account says. There is German; in other languages it says in English what documents do not say too. */
export const forImport = (wording: Wording): Wording =>
  wording.language === 'de' ? { ...wording, texts: { ...importGerman, ...wording.texts } } : wording;
