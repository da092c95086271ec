/** The schemas of documents whose data are described by interfaces: what is published follows from the types that the compiler checks. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator, type SchemaGenerator } from 'ts-json-schema-generator';
import { artefacts } from '../../src/documents/generated/list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `audit-report` is described by the interface `AuditReport` of src/documents/data/audit-report.ts. */
const typeName = (id: string): string => id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** The documents with such an interface, and its name. */
export const describedDocuments: readonly (readonly [id: string, type: string])[] = artefacts.flatMap(({ id }) => {
  const file = join(root, 'src/documents/data', `${id}.ts`);
  const type = typeName(id);
  const isDescribed = existsSync(file) && readFileSync(file, 'utf8').includes(`export interface ${type} `);
  return isDescribed ? [[id, type] as const] : [];
});

/** What is no document of an ISMS, and described by an interface all the same: file, interface and title of its data, and what writes them. */
const others: Readonly<Record<string, { readonly title: string; readonly written: string }>> = {
  manifest: { title: 'Manifest of an audit pack', written: 'isms export all PATH -o DIR' },
  difference: { title: 'Changes of the ISMS', written: 'isms diff --format json' },
};

/** Everything whose data have a schema: documents, and what else is written for programs. */
export const describedData: readonly (readonly [id: string, type: string])[] = [
  ...describedDocuments,
  ...Object.keys(others).map(id => [id, typeName(id)] as const),
];

let generator: SchemaGenerator | undefined;

/** The schema of a document, as it is published. */
export function dataSchema(id: string, type: string): object {
  generator ??= createGenerator({
    path: join(root, 'src/{documents/data/*,diff/data,export/manifest}.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true,
    topRef: false,
    expose: 'export',
    additionalProperties: false,
  });
  const { definitions = {}, $schema: _, ...schema } = generator.createSchema(type);
  const text = JSON.stringify({ ...schema, $defs: definitions }).replaceAll('#/definitions/', '#/$defs/');
  const { $defs, ...own } = JSON.parse(text);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: own.properties.$schema.const,
    title: others[id]?.title ?? artefacts.find(artefact => artefact.id === id)?.title,
    description: `What \`${others[id]?.written ?? `isms export ${id} --format json`}\` writes. Every key is there; what is not known is null. Incompatible changes get a new $id.`,
    ...own,
    ...(Object.keys($defs).length && { $defs }),
  };
}
