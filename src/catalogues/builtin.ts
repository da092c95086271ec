import { type AnnexAControl, annexA } from './annex-a.ts';
import {
  type CatalogueDocument,
  catalogueDocuments,
  catalogueNames,
  catalogueUris,
  type NameRange,
} from './catalogue-documents.ts';
import { type Clause, clauses } from './clauses.ts';
import { type CommonThreat, type CommonVulnerability, threats, vulnerabilities } from './threats.ts';

export { type CatalogueDocument, catalogueDocuments, type NameRange };

/** The kinds of things that are known without being declared. */
export type BuiltinKind = 'annex-a-control' | 'clause' | 'threat' | 'vulnerability' | 'catalogue';

interface Described {
  /** As a reference writes it: `A.8.13`, `9.2`, `Ransomware`. */
  readonly name: string;
  readonly title: string;
  /** The built-in document that declares it. */
  readonly documentUri: string;
}

/** A built-in name with the facts of its catalogue. */
export type BuiltinEntry =
  | (Described & { readonly kind: 'annex-a-control'; readonly control: AnnexAControl })
  | (Described & { readonly kind: 'clause'; readonly clause: Clause })
  | (Described & { readonly kind: 'threat'; readonly threat: CommonThreat })
  | (Described & { readonly kind: 'vulnerability'; readonly vulnerability: CommonVulnerability })
  | (Described & { readonly kind: 'catalogue' });

const entries: readonly BuiltinEntry[] = [
  ...annexA.map(control => ({
    kind: 'annex-a-control' as const,
    ...described(control.id, control.title, catalogueUris.annexA),
    control,
  })),
  ...clauses.map(clause => ({
    kind: 'clause' as const,
    ...described(clause.id, clause.title, catalogueUris.clauses),
    clause,
  })),
  ...threats.map(threat => ({
    kind: 'threat' as const,
    ...described(threat.id, threat.title, catalogueUris.threats),
    threat,
  })),
  ...vulnerabilities.map(vulnerability => ({
    kind: 'vulnerability' as const,
    ...described(vulnerability.id, vulnerability.title, catalogueUris.vulnerabilities),
    vulnerability,
  })),
  ...Object.entries(catalogueNames).map(([name, { title, uri }]) => ({
    kind: 'catalogue' as const,
    ...described(name, title, uri),
  })),
];

const byName = new Map(entries.map(entry => [entry.name, entry]));

const namesByKind: Readonly<Record<BuiltinKind, readonly string[]>> = {
  'annex-a-control': annexA.map(control => control.id),
  clause: clauses.map(clause => clause.id),
  threat: threats.map(threat => threat.id),
  vulnerability: vulnerabilities.map(vulnerability => vulnerability.id),
  catalogue: Object.keys(catalogueNames),
};

/** What a name means without being declared: an Annex A control, a clause, a common threat or vulnerability. */
export function builtin(name: string): BuiltinEntry | undefined {
  return byName.get(name);
}

/** All built-in names of a kind: controls and clauses in natural order, the others in the order of the catalogue. */
export function builtinNames(kind: BuiltinKind): readonly string[] {
  return namesByKind[kind];
}

/** Where a built-in name is declared, for "go to definition"; undefined if the name is not built in. */
export function builtinLocation(name: string): (NameRange & { readonly uri: string }) | undefined {
  const uri = byName.get(name)?.documentUri;
  const document = catalogueDocuments().find(candidate => candidate.uri === uri);
  const range = document?.entries.get(name);
  return document && range && { uri: document.uri, ...range };
}

function described(name: string, title: string, documentUri: string): Described {
  return { name, title, documentUri };
}
