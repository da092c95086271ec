import type { ExportDocument } from '../document.ts';
import type { Format, FormatId } from './format.ts';

export type { Format, FormatId } from './format.ts';

/** How each format is loaded: on first use, as their libraries are heavy and most sessions export nothing. */
const writers: Record<FormatId, () => Promise<Format['write']>> = {
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
  const write = async (document: ExportDocument) => (await writers[id]())(document);
  return { id, label, extension: id, mediaType, write };
}
