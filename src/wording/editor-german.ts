/** German as the editor speaks it. A module of its own, so that it is read only when it is needed. */
import documents from './de.json';
import editor from './editor-de.json';

/** What documents say too is said alike. */
export const editorGerman: Readonly<Record<string, string>> = { ...documents, ...editor };
