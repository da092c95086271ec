/** The Statement of Applicability as a controlled document, beside the `isms` block that it is declared by. (6.1.3 d, 7.5.3) */
import type { Declarations } from '../model/declaration.ts';
import { projection } from '../model/view.ts';

const title = /statement of applicability|erklärung zur anwendbarkeit|anwendbarkeitserklärung|\bsoa\b/i;

/** Rules about the statement, and not the statement. */
const rulesAbout: ReadonlySet<string> = new Set(['policy', 'procedure', 'process', 'standard', 'plan', 'external']);

/** Whether a document clearly is the statement, or the note of its release: its title says so, and it covers 6.1.3 and not something else. */
const isStatement = ({ kind, covers, title: called }: Declarations['PolicyDocument']): boolean =>
  (!covers.length || covers.some(({ name }) => name === '6.1.3')) &&
  title.test(called?.value ?? '') &&
  !rulesAbout.has(kind?.value ?? '');

/** The names and versions of the documents that are the statement. */
export const statementVersions = projection(
  'statementVersions',
  'PolicyDocument',
  (document): { readonly name: string; readonly version: string } | undefined => {
    const [name] = document.names;
    return name && document.version && isStatement(document)
      ? { name: name.value, version: document.version.value }
      : undefined;
  },
);

/** Whether two texts are the same version: `v2`, `2.0` and `Version 2` are. */
export const isSameVersion = (a: string, b: string): boolean => plainVersion(a) === plainVersion(b);

const plainVersion = (version: string): string =>
  version
    .toLowerCase()
    .replace(/version|\s/g, '')
    .replace(/^v/, '')
    .replace(/\.0$/, '');
