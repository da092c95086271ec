/** The Statement of Applicability as a controlled document, beside the `isms` block that it is declared by. (6.1.3 d, 7.5.3) */
import type { Declarations } from '../model/declaration.ts';
import { projection } from '../model/view.ts';

const title = /statement of applicability|erklärung zur anwendbarkeit|anwendbarkeitserklärung|\bsoa\b/i;

/** Kinds of documents that say how the statement is made, and are not the statement. */
const kindsAbout: ReadonlySet<string> = new Set(['policy', 'procedure', 'process', 'standard', 'plan', 'external']);

/** Whether a document may be the statement: it covers 6.1.3, or does not say what. */
const mayBeStatement = ({ kind, covers }: Declarations['PolicyDocument']): boolean =>
  (!covers.length || covers.some(({ name }) => name === '6.1.3')) && !kindsAbout.has(kind?.value ?? '');

/** Whether it clearly is the statement, or the note of its release: its title says so, too. */
export const isStatement = (document: Declarations['PolicyDocument']): boolean =>
  mayBeStatement(document) && title.test(document.title?.value ?? '');

/** The versions of all documents that may be the statement. */
export const statementVersions = projection('statementVersions', 'PolicyDocument', document =>
  mayBeStatement(document) ? document.version?.value : undefined,
);

/** Whether two texts are the same version: `v2`, `2.0` and `Version 2` are. */
export const isSameVersion = (a: string, b: string): boolean => plainVersion(a) === plainVersion(b);

const plainVersion = (version: string): string =>
  version
    .toLowerCase()
    .replace(/version|\s/g, '')
    .replace(/^v/, '')
    .replace(/\.0$/, '');
