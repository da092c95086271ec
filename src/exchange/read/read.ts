/** Reads a file by what is in it; its name only counts where the content does not tell. */
import { saying } from '../../wording/wording.ts';
import type { ReadFile } from '../cells.ts';
import { ImportFault } from '../fault.ts';
import { decodeText, isBinary } from './encoding.ts';

/** A file as it is given: bytes, and the name that it is called by. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The tables of a file: XLSX, CSV in any dialect, Markdown, HTML or OSCAL; or the library that it is.
 * @throws ImportFault if it is none of them, damaged, encrypted or too large
 */
export async function readFile({ name, bytes }: InputFile): Promise<ReadFile> {
  if (bytes.length === 0) throw new ImportFault(saying('it is empty. Is it the file that you mean?'));
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw olderOrEncrypted(name, bytes);
  if (startsWith(bytes, [0x50, 0x4b])) return readArchive(name, bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new ImportFault(
      saying('it is a PDF, in which there are no cells. Export the table as XLSX or CSV where it was made.'),
    );
  if (isBinary(bytes))
    throw new ImportFault(
      saying('it is neither a workbook nor text. Save the table as .xlsx or .csv, and import that.'),
    );
  const start = decodeText(bytes.subarray(0, 65_536)).text;
  if (/\.html?$/i.test(name) || /^\s*<(?:!doctype html|html|table|body|head|meta)\b/i.test(start))
    return (await import('./html.ts')).readHtml(name, bytes);
  if (/\.ya?ml$/i.test(name) || (!/\.(?:md|markdown|mdx)$/i.test(name) && looksLikeLibrary(start)))
    return (await import('./ciso-assistant.ts')).readLibrary(name, bytes);
  if (/\.(?:md|markdown|mdx)$/i.test(name) || (!/\.(?:csv|tsv|tab)$/i.test(name) && looksLikeMarkdown(start)))
    return (await import('./markdown.ts')).readMarkdown(name, bytes);
  if (/^\s*[{[]/.test(start) && /\.json$/i.test(name)) return (await import('./oscal.ts')).readOscal(name, bytes);
  return (await import('./csv.ts')).readCsv(name, bytes);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Both are the same kind of container; an encrypted workbook has a part of this name, in UTF-16. */
function olderOrEncrypted(name: string, bytes: Uint8Array): ImportFault {
  const part = [...'EncryptedPackage'].flatMap(letter => [letter.charCodeAt(0), 0]);
  if (indexOf(bytes, part) >= 0)
    return new ImportFault(
      saying(
        'it is protected by a password. Open it in a spreadsheet program, remove the password (File, Info, Protect Workbook), and import the saved file.',
      ),
    );
  const isDocument = /\.docx?$/i.test(name);
  return new ImportFault(
    isDocument
      ? saying('it is a text document. Copy its tables into a workbook, and import that.')
      : saying(
          'it is a workbook of the old binary format (.xls). Open it in a spreadsheet program, save it as .xlsx, and import that.',
        ),
  );
}

function indexOf(bytes: Uint8Array, part: readonly number[]): number {
  const first = part[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (part.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

async function readArchive(name: string, bytes: Uint8Array): Promise<ReadFile> {
  if (/\.(?:ods|docx|pptx|odt|zip)$/i.test(name))
    throw new ImportFault(saying('it is no Excel workbook. Save the table as .xlsx or .csv, and import that.'));
  return (await import('./xlsx.ts')).readXlsx(name, bytes);
}

/** A library of CISO Assistant says so, whatever the name of its file. */
const looksLikeLibrary = (text: string): boolean => /^urn: *["']?urn:[^\s:]+:[^\s:]+:library:/m.test(text);

/** A line of dashes and bars below a line with a bar. */
const looksLikeMarkdown = (text: string): boolean =>
  text
    .split('\n')
    .some(
      (line, index, lines) =>
        index > 0 && /^[-:| \r]+$/.test(line) && line.includes('---') && lines[index - 1]?.includes('|'),
    );
