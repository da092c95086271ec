/** All documents of an ISMS at once, with a page that leads to them and their sums, by which anybody can tell whether one was changed. */
import type { Document, Link, Row } from '../documents/blocks.ts';
import { flatTable } from '../documents/blocks.ts';
import type { Branding } from '../formats/shared/branding.ts';
import { label } from '../model/declaration.ts';
import { languageOf } from '../wording/languages.ts';
import { sayIn, type Wording } from '../wording/wording.ts';
import type { IsmsUnit, Workspace } from '../workspace/workspace.ts';
import { brandingOf } from './branding.ts';
import { artefacts, exportArtefact, formats, formatsOf, isNothingToSay, isTooLong, joined } from './index.ts';
import { type ListedFile, type Manifest, manifestName, manifestSchema } from './manifest.ts';

/** What is written where nobody chooses: pages to read and print, what offices work with, and data for programs. */
const usual: readonly string[] = ['html', 'docx', 'pdf', 'xlsx', 'json'];

export interface AllRequest {
  /** The ids of formats, each for the documents that it writes; the usual ones, and the calendar as `ics`, if left out. */
  readonly formats?: readonly string[] | undefined;
  /** Only the documents that have this edition, in it. */
  readonly edition?: string | undefined;
  /** The language that was asked for, as the manifest says; the workspace speaks it already. */
  readonly language?: string | undefined;
}

/** A file, or why there is none. */
export type WrittenFile =
  | {
      readonly fileName: string;
      readonly bytes: Uint8Array;
      /** Of which document it is, and what that leaves open; see `ExportedFile`. */
      readonly title: string;
      readonly gaps: readonly string[];
    }
  | { readonly fileName: string; readonly refusal: string };

type Listed = ListedFile & { readonly artefact: string; readonly format: string };

/**
 * Every document in every format chosen, then `index.html`, then `manifest.json` with the SHA-256 sums of all of them. The same ISMS as of the
 * same day gives the same bytes. A document that is too long for a format, or has nothing to say in it, is
 * told and left out; one that is not written in a format at all is left out. Rejects as `exportArtefact` does.
 */
export async function* exportAll(
  workspace: Workspace,
  unit: IsmsUnit,
  { formats: chosen, edition, language }: AllRequest,
): AsyncGenerator<WrittenFile> {
  const files: Listed[] = [];
  for (const info of artefacts) {
    const { id: artefact, title, parameters: known } = info;
    if (edition !== undefined && !known.some(({ id, values }) => id === 'edition' && values.includes(edition)))
      continue;
    const possible = formatsOf(info).map(({ id }) => id);
    for (const format of chosen ?? [...usual, ...(artefact === 'calendar' ? ['ics'] : [])]) {
      if (!possible.includes(format)) continue;
      const parameters: Record<string, string> = edition === undefined ? {} : { edition };
      let fileName = `${title}, ${format}`;
      try {
        const file = await exportArtefact(workspace, unit, { artefact, format, parameters });
        const { pieces, gaps } = file;
        fileName = file.fileName;
        const bytes = await joined(pieces);
        files.push({ artefact, format, file: fileName, sha256: await sha256(bytes), bytes: bytes.length });
        yield { fileName, bytes, title, gaps };
      } catch (error) {
        if (!isTooLong(error) && !isNothingToSay(error)) throw error;
        yield { fileName, refusal: error.message };
      }
    }
  }
  const { wording } = await languageOf(workspace.language(unit));
  const index = await indexPage(unit, files, wording, await brandingOf(workspace, unit));
  yield { fileName: 'index.html', bytes: index, title: 'Documents of the ISMS', gaps: [] };
  const sums: ListedFile[] = [
    ...files,
    { artefact: null, format: null, file: 'index.html', sha256: await sha256(index), bytes: index.length },
  ];
  const asked = { formats: chosen ?? null, edition: edition ?? null, ...(language !== undefined && { language }) };
  yield { fileName: manifestName, bytes: manifest(unit, asked, sums), title: 'Sums', gaps: [] };
}

/** In hexadecimal, as `sha256sum` writes it. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Whose documents a pack holds. */
export function packOf(unit: IsmsUnit): Pick<Manifest, 'isms' | 'organization'> {
  const { isms } = unit.view();
  return { isms: isms ? label(isms) : null, organization: isms?.organization?.value ?? null };
}

function manifest(unit: IsmsUnit, asked: Manifest['asked'], files: readonly ListedFile[]): Uint8Array {
  const { isms, asOf } = unit.view();
  const content: Manifest = {
    $schema: manifestSchema,
    ...packOf(unit),
    version: isms?.version?.value ?? null,
    asOf,
    edition: asked.edition ?? 'internal',
    asked,
    files,
  };
  return new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
}

/** A page of links: a document as any other, written by the format for pages. */
async function indexPage(
  unit: IsmsUnit,
  files: readonly Listed[],
  wording: Wording,
  branding: Branding,
): Promise<Uint8Array> {
  const say = sayIn(wording);
  const { isms, asOf } = unit.view();
  const rows = artefacts.flatMap(({ id, title, clause, description }): Row[] => {
    const own = files.filter(({ artefact }) => artefact === id);
    if (!own.length) return [];
    const links = own.map(({ file, format }): Link => {
      const words = say(formats.find(one => one.id === format)?.label ?? format);
      return { type: 'link', to: { url: encodeURIComponent(file) }, content: [words] };
    });
    const content = links.flatMap((link, index) => (index ? [{ type: 'break' as const }, link] : [link]));
    return [[say(title), say(description), clause, { type: 'prose', blocks: [{ type: 'paragraph', content }] }]];
  });
  const table = flatTable(
    'documents',
    say('Documents'),
    [
      { id: 'document', title: say('Document'), kind: 'title' },
      { id: 'description', title: say('What it tells'), kind: 'prose' },
      { id: 'clause', title: say('Clause'), kind: 'name' },
      { id: 'files', title: say('Files'), kind: 'names' },
    ],
    rows,
  );
  const document: Document = {
    id: 'index',
    title: say('Documents of the ISMS'),
    wording,
    head: [
      { id: 'organisation', label: say('Organisation'), value: isms?.organization?.value ?? '' },
      { id: 'isms', label: say('ISMS'), value: isms?.title?.value ?? (isms ? label(isms) : '') },
      { id: 'version', label: say('Version'), value: isms?.version?.value ?? '' },
      { id: 'as-of', label: say('As of'), value: asOf, isDay: true },
      { id: 'files', label: say('Files'), value: files.length },
    ],
    blocks: [{ type: 'paragraph', content: [say('manifest.json has the SHA-256 sum of every file here.')] }, table],
    data: () => null,
    asOf,
  };
  const html = formats.find(({ id }) => id === 'html');
  if (!html) throw new Error('There is no format for pages.');
  return joined((await html.load()).format.write(document, { branding }));
}
