/** The texts of the documents of frameworks: apart from what is known of their names, since few programs show them. */
import { type DocumentData, frameworkDocuments } from './framework.ts';
import source from './generated/texts.json';

/** A document with its text. */
export interface FrameworkDocument extends DocumentData {
  readonly text: string;
}

const textByUri: Readonly<Record<string, string>> = source;

/** All documents of all frameworks with their texts, in the order of the frameworks. */
export const documentsWithTexts: readonly FrameworkDocument[] = frameworkDocuments.map(document => ({
  ...document,
  text: textByUri[document.uri] ?? '',
}));

/** The text of a document; empty for a URI that is none. */
export const frameworkText = (uri: string): string =>
  documentsWithTexts.find(document => document.uri === uri)?.text ?? '';
