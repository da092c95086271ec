/**
 * Writes the rows of a CSV with a library as its introduction shows it: no widths, heads, links, tags or properties. The floor of the formats.
 *   node write-plainly.mjs FORMAT ROWS.csv FILE
 */
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';

const [format = '', from = '', to = ''] = process.argv.slice(2);
/** @type {string[][]} */
const rows = parse(readFileSync(from), { bom: true, relax_column_count: true });

/** @type {Record<string, () => Promise<string | Uint8Array | undefined>>} */
const writers = {
  csv: async () => (await import('csv-stringify/sync')).stringify(rows),
  json: async () => JSON.stringify(rows),
  html: async () => {
    const { h } = await import('hastscript');
    const { toHtml } = await import('hast-util-to-html');
    const body = rows.map(row =>
      h(
        'tr',
        row.map(cell => h('td', cell)),
      ),
    );
    return toHtml(h('table', body));
  },
  md: async () => {
    const { toMarkdown } = await import('mdast-util-to-markdown');
    const { gfmToMarkdown } = await import('mdast-util-gfm');
    const children = rows.map(row => ({
      type: /** @type {const} */ ('tableRow'),
      children: row.map(value => ({
        type: /** @type {const} */ ('tableCell'),
        children: [{ type: /** @type {const} */ ('text'), value }],
      })),
    }));
    return toMarkdown({ type: 'table', children }, { extensions: [gfmToMarkdown()] });
  },
  xlsx: async () => {
    const { writeXlsx } = await import('hucre/xlsx');
    return writeXlsx({ sheets: [{ name: 'Rows', rows }] });
  },
  docx: async () => {
    const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import('docx');
    const cell = (/** @type {string} */ text) => new TableCell({ children: [new Paragraph(text)] });
    const table = new Table({ rows: rows.map(row => new TableRow({ children: row.map(cell) })) });
    return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
  },
  pdf: async () => {
    const { default: PDFDocument } = await import('pdfkit');
    const pdf = new PDFDocument({ layout: 'landscape' });
    const file = createWriteStream(to);
    pdf.pipe(file);
    for (const row of rows) pdf.fontSize(8).text(row.join(' | '));
    pdf.end();
    await finished(file);
    return undefined;
  },
};

const written = await writers[format]?.();
if (written !== undefined) writeFileSync(to, written);
