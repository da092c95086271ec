import { annexA } from './annex-a.ts';
import { clauses } from './clauses.ts';
import { threats, vulnerabilities } from './threats.ts';

/** The addresses of the built-in documents; the editor shows them read-only. */
export const catalogueUris = {
  annexA: 'isms-catalogue:/iso27001-2022/annex-a.isms',
  clauses: 'isms-catalogue:/iso27001-2022/clauses.isms',
  threats: 'isms-catalogue:/common/threats.isms',
  vulnerabilities: 'isms-catalogue:/common/vulnerabilities.isms',
} as const;

/** The place of a name in a document, in UTF-16 code units from its beginning; `end` is exclusive. */
export interface NameRange {
  readonly start: number;
  readonly end: number;
}

/** A built-in catalogue as a document in the `.isms` language. */
export interface CatalogueDocument {
  readonly uri: string;
  /** For people, e.g. `ISO/IEC 27001:2022, Annex A`. */
  readonly title: string;
  readonly text: string;
  /** Where each name stands, so that "go to definition" can lead there. */
  readonly entries: ReadonlyMap<string, NameRange>;
}

/** A property as key and written value; lists without values are left out. */
type Property = readonly [key: string, value: string];

let documents: readonly CatalogueDocument[] | undefined;

/** The built-in catalogues that can be named, as in a mapping. */
export const catalogueNames = {
  AnnexA: { title: 'ISO/IEC 27001:2022, Annex A', uri: catalogueUris.annexA },
  Iso27001: { title: 'ISO/IEC 27001:2022, clauses 4 to 10', uri: catalogueUris.clauses },
} as const;

/** The built-in catalogues as documents, made from the data on first use; always the same bytes. */
export function catalogueDocuments(): readonly CatalogueDocument[] {
  documents ??= [annexADocument(), clausesDocument(), threatsDocument(), vulnerabilitiesDocument()];
  return documents;
}

function annexADocument(): CatalogueDocument {
  const writer = new DocumentWriter('Annex A of ISO/IEC 27001:2022: ids and titles. Built in and read-only.');
  writer.open('AnnexA', [
    ['publisher', quoted('ISO/IEC')],
    ['edition', quoted('2022')],
  ]);
  for (const { id, title, theme, attributes, predecessors2013 } of annexA) {
    writer.entry('  ', 'entry', id, title, [
      ['theme', theme],
      ...list('type', attributes.controlType),
      ...list('properties', attributes.properties),
      ...list('concepts', attributes.concepts),
      ...list('capabilities', attributes.capabilities),
      ...list('domains', attributes.domains),
      ...list('replaces', predecessors2013),
    ]);
  }
  return writer.finish(catalogueUris.annexA, catalogueNames.AnnexA.title, '}');
}

function clausesDocument(): CatalogueDocument {
  const writer = new DocumentWriter(
    'Clauses 4 to 10 of ISO/IEC 27001:2022: numbers and titles. Built in and read-only.',
  );
  writer.open('Iso27001', [
    ['publisher', quoted('ISO/IEC')],
    ['edition', quoted('2022')],
  ]);
  for (const { id, title } of clauses) writer.entry('  ', 'entry', id, title, []);
  return writer.finish(catalogueUris.clauses, catalogueNames.Iso27001.title, '}');
}

function threatsDocument(): CatalogueDocument {
  const writer = new DocumentWriter(
    'Common threats to begin with. Built in and read-only; declare your own with the same name to replace one.',
  );
  for (const { id, title, sources, affects, controls, description } of threats) {
    writer.entry('', 'threat', id, title, [
      ['source', sources.join(', ')],
      ...list('affects', affects),
      ...list('controls', controls),
      ['description', quoted(description)],
    ]);
  }
  return writer.finish(catalogueUris.threats, 'Common threats');
}

function vulnerabilitiesDocument(): CatalogueDocument {
  const writer = new DocumentWriter(
    'Common vulnerabilities to begin with. Built in and read-only; declare your own with the same name to replace one.',
  );
  for (const { id, title, controls, description } of vulnerabilities) {
    writer.entry('', 'vulnerability', id, title, [...list('controls', controls), ['description', quoted(description)]]);
  }
  return writer.finish(catalogueUris.vulnerabilities, 'Common vulnerabilities');
}

function list(key: string, values: readonly string[]): Property[] {
  return values.length > 0 ? [[key, values.join(', ')]] : [];
}

/** A string literal of the language, on one line. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

class DocumentWriter {
  private text: string;
  private readonly entries = new Map<string, NameRange>();

  constructor(comment: string) {
    this.text = `/* ${comment} */\n`;
  }

  /** Opens a catalogue that stays open until `finish`. */
  open(name: keyof typeof catalogueNames, properties: readonly Property[]): void {
    this.text += 'catalog ';
    this.entries.set(name, { start: this.text.length, end: this.text.length + name.length });
    this.text += `${name} ${quoted(catalogueNames[name].title)} {\n`;
    this.properties('  ', properties);
  }

  /** Writes a whole declaration and remembers where its name stands. */
  entry(indent: string, keyword: string, name: string, title: string, properties: readonly Property[]): void {
    // Declarations of their own are set apart by an empty line, entries of a block are not.
    this.text += `${indent === '' ? '\n' : ''}${indent}${keyword} `;
    this.entries.set(name, { start: this.text.length, end: this.text.length + name.length });
    this.text += `${name} ${quoted(title)}`;
    if (properties.length > 0) {
      this.text += ' {\n';
      this.properties(`${indent}  `, properties);
      this.text += `${indent}}`;
    }
    this.text += '\n';
  }

  finish(uri: string, title: string, closing?: string): CatalogueDocument {
    const text = closing === undefined ? this.text : `${this.text}${closing}\n`;
    return { uri, title, text, entries: this.entries };
  }

  private properties(indent: string, properties: readonly Property[]): void {
    for (const [key, value] of properties) this.text += `${indent}${key}: ${value}\n`;
  }
}
