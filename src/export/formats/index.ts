import type { ExportDocument } from '../document.ts';
import type { Format, FormatId } from './format.ts';
import type { Piece } from './pieces.ts';

export { type Format, type FormatId, isTooLong, TooLongError } from './format.ts';
export { joined, type Piece } from './pieces.ts';

type Writer = (document: ExportDocument) => Iterable<Piece> | AsyncIterable<Piece>;

/** How each format is loaded: on first use, as their libraries are heavy and most sessions export nothing. */
const writers: Record<FormatId, () => Promise<Writer>> = {
  xlsx: async () => (await import('./xlsx.ts')).writeXlsx,
  csv: async () => (await import('./csv.ts')).writeCsv,
  md: async () => (await import('./markdown.ts')).writeMarkdown,
  html: async () => (await import('./html.ts')).writeHtml,
  json: async () => (await import('./json.ts')).writeJson,
};

/** All formats, the order in which they are offered. */
export const formats: readonly Format[] = [
  format('xlsx', 'Excel workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  format('csv', 'CSV', 'text/csv;charset=utf-8;header=present'),
  format('md', 'Markdown', 'text/markdown;charset=utf-8;variant=GFM'),
  format('html', 'HTML', 'text/html;charset=utf-8'),
  format('json', 'JSON', 'application/json'),
];

/** The format of that name, if there is one. */
export function formatById(id: string): Format | undefined {
  return formats.find(candidate => candidate.id === id);
}

function format(id: FormatId, label: string, mediaType: string): Format {
  const write = async function* (document: ExportDocument): AsyncGenerator<Piece> {
    yield* (await writers[id]())(document);
  };
  return { id, label, extension: id, mediaType, write };
}
