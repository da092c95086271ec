/** What findings say in German, for the editor and for documents. A module of its own, so that it is read only when it is needed. */
import texts from './findings-de.json';

export const findingsGerman: Readonly<Record<string, string>> = texts;
