import type { ExportDocument } from '../document.ts';
import { utf8 } from './text.ts';

/** The document's data as JSON, indented by two spaces. Lone surrogates are escaped, so the file is always UTF-8. */
export async function writeJson(document: ExportDocument): Promise<Uint8Array> {
  return utf8(`${JSON.stringify(document.data, null, 2)}\n`);
}
