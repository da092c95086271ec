/** What the editor says in German beside what documents say. A module of its own, so that it is read only when it is needed. */
import texts from './editor-de.json';

export const editorGerman: Readonly<Record<string, string>> = texts;
