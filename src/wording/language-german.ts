/** What the comments of the grammar say, in German. A module of its own, so that it is read only when it is needed. */
import texts from './language-de.json';

export const languageGerman: Readonly<Record<string, string>> = texts;
