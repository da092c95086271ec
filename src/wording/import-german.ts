/** What the account of an import says in German beside what documents and findings say. A module of its own, so that it is read only when it is needed. */
import texts from './import-de.json';

export const importGerman: Readonly<Record<string, string>> = texts;
