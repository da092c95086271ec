/**
 * What is known without being declared: frameworks such as Annex A and its clauses, a folder each with a manifest and read-only documents
 * in the language (src/build/frameworks.mjs reads them). A folder more is a framework more; nothing here knows any of them by name.
 */
import source from './generated/frameworks.json';

/** What entries of a catalogue are to an ISMS: what it applies, or what it has to fulfil. */
export type FrameworkRole = 'control' | 'requirement';

/** The types of the nodes that documents of frameworks declare. */
export type FrameworkType = 'Catalog' | 'CatalogEntry' | 'Mapping' | 'Threat' | 'Vulnerability';

/** The place of a name in a document, in UTF-16 code units from its beginning; `end` is exclusive. */
export interface NameRange {
  readonly start: number;
  readonly end: number;
}

/** A declaration of a document as the build wrote it down. */
export interface EntryData extends NameRange {
  /** As a reference writes it: `A.8.13`, `9.2`, `Ransomware`. */
  readonly name: string;
  readonly title: string;
  readonly type: FrameworkType;
  /** What its keys say, in words. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

/** Which entries of one catalogue correspond to which of another. */
export interface MappingData {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly pairs: readonly (readonly [source: string, targets: readonly string[]])[];
}

/** A document of a framework. What follows `title` up to `themes` is said of one that holds a catalogue. */
export interface DocumentData {
  /** Its address; the editor shows it read-only. */
  readonly uri: string;
  /** For people: `ISO/IEC 27001:2022, Annex A`. */
  readonly title: string;
  /** The name of its catalogue. */
  readonly catalogue?: string | undefined;
  /** What an entry is called, and several of them: `clause`, `clauses`. */
  readonly entry?: string | undefined;
  readonly plural?: string | undefined;
  readonly role?: FrameworkRole | undefined;
  /** The titles of the themes under which entries are listed, by their words. */
  readonly themes?: Readonly<Record<string, string>> | undefined;
  /** In the order of the text. */
  readonly entries: readonly EntryData[];
  readonly mappings: readonly MappingData[];
}

export interface FrameworkData {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly documents: readonly DocumentData[];
}

/** A name that a framework declares, with where. */
export interface FrameworkEntry extends EntryData {
  readonly document: DocumentData;
}

/** A document that holds a catalogue. */
export type CatalogueDocument = DocumentData &
  Required<Pick<DocumentData, 'catalogue' | 'entry' | 'plural' | 'role' | 'themes'>>;

// The build holds the data to these types.
const frameworks = source as unknown as readonly PackedFramework[];

/** An entry as the data has it, to be short: the build packs what `unpacked` unpacks. Words of a list are joined, quoted texts are not. */
export type PackedEntry = readonly [
  name: string,
  title: string,
  type: FrameworkType | '',
  start: number,
  facts: Readonly<Record<string, string | readonly string[]>>,
];

export interface PackedFramework extends Omit<FrameworkData, 'documents'> {
  readonly documents: readonly (Omit<DocumentData, 'entries'> & { readonly entries: readonly PackedEntry[] })[];
}

function unpacked([name, title, type, start, packed]: PackedEntry): EntryData {
  const facts = Object.fromEntries(
    Object.entries(packed).map(([key, value]) => [key, typeof value === 'string' ? value.split(', ') : value]),
  );
  return { name, title, type: type || 'CatalogEntry', start, end: start + name.length, facts };
}

/** All documents of all frameworks, in the order of the frameworks. */
export const frameworkDocuments: readonly DocumentData[] = frameworks.flatMap(({ documents }) =>
  documents.map(document => ({ ...document, entries: document.entries.map(unpacked) })),
);

/** The built-in catalogues, in the order of the frameworks. */
export const builtinCatalogues = frameworkDocuments.filter(
  (document): document is CatalogueDocument => document.catalogue !== undefined,
);

/** The mappings between built-in catalogues. */
export const builtinMappings: readonly MappingData[] = frameworkDocuments.flatMap(({ mappings }) => mappings);

let byName: ReadonlyMap<string, FrameworkEntry> | undefined;
const byType = new Map<FrameworkType, readonly FrameworkEntry[]>();

/** What a name means without being declared, in any framework; undefined if it means nothing. */
export function builtin(name: string): FrameworkEntry | undefined {
  byName ??= new Map(
    frameworkDocuments.flatMap(document => document.entries.map(entry => [entry.name, { ...entry, document }])),
  );
  return byName.get(name);
}

/** Everything of a type that frameworks declare, in their order: the catalogues, the threats. */
export function builtinsOf(type: FrameworkType): readonly FrameworkEntry[] {
  let found = byType.get(type);
  if (!found) {
    const names = frameworkDocuments.flatMap(({ entries }) => entries.filter(entry => entry.type === type));
    byType.set(type, (found = names.flatMap(({ name }) => builtin(name) ?? [])));
  }
  return found;
}

/** The built-in catalogue of a name. */
export const builtinCatalogue = (name: string): CatalogueDocument | undefined =>
  builtinCatalogues.find(({ catalogue }) => catalogue === name);

/** The entries of a built-in catalogue. */
export const entriesOf = ({ entries }: CatalogueDocument): readonly EntryData[] =>
  entries.filter(({ type }) => type === 'CatalogEntry');
