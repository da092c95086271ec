/** A table that was copied from a spreadsheet or a page, as declarations to be pasted into a file of an ISMS. Loaded on first use. */
import { topType } from '../language/schema.ts';
import { defaultLineWidth, formatText } from '../syntax/format/format.ts';
import { printable } from '../syntax/text/printable.ts';
import type { ReadFile } from './cells.ts';
import { isImportFault } from './fault.ts';
import { type ImportResult, importTables } from './import.ts';
import { textReport } from './report/text.ts';
import type { Declaration } from './write/declaration.ts';
import { writtenKeywords } from './write/files.ts';
import { declarationsText } from './write/text.ts';

/** What was copied: programs put the same on the clipboard in several forms. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

export interface Pasted {
  /** Declarations in the formatter's form, below comments that say what became of the table. */
  readonly text: string;
  /** How many of each kind, e.g. `3 risks, 1 role`. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Whether the ISMS that is pasted into declares something of a kind: of this name, or of any where none is given. */
export type IsDeclared = (keyword: string, name?: string) => boolean;

/** What is too long to be a table that somebody copies. */
const longest = 4 * 1024 * 1024;

/**
 * The declarations of a copied table; undefined if it is none, or none that is understood. What the ISMS has already of what a row only
 * names, such as a role, is not declared again; a risk of the same name is, and the check reports it.
 */
export async function pasted(copied: Copied, isDeclared: IsDeclared): Promise<Pasted | undefined> {
  const read = await readCopied(copied);
  if (!read) return undefined;
  const result = importTables([read], { isInIsms: true });
  const all = [...result.declarations].sort(
    (a, b) => writtenKeywords.indexOf(a.keyword) - writtenKeywords.indexOf(b.keyword),
  );
  const kept = all.filter(declaration => !isThereAlready(declaration, isDeclared));
  if (!result.tables.length || !kept.length) return undefined;
  const left = all.filter(declaration => !kept.includes(declaration));
  const text = `${account(result, left)}\n\n${declarationsText(kept)}`;
  return { text: formatText(text, { lineWidth: defaultLineWidth }), counts: countsOf(kept) };
}

/**
 * An HTML table where there is one, since its cells are whole; else lines of tabs or a Markdown table. The readers are named one by one, so
 * that the one for workbooks, which nobody pastes, is not part of the server.
 */
async function readCopied({ text, html = '' }: Copied): Promise<ReadFile | undefined> {
  if (text.length > longest || html.length > longest) return undefined;
  const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
  try {
    if (/<table[\s>]/i.test(html)) return (await import('./read/html.ts')).readHtml('pasted.html', bytesOf(html));
    const [first, second] = text.split(/\r?\n|\r/).filter(line => line.trim() !== '');
    if (!first || !second) return undefined;
    if (first.includes('\t') && second.includes('\t'))
      return (await import('./read/csv.ts')).readCsv('pasted.tsv', bytesOf(text));
    const isMarkdown = first.includes('|') && second.includes('-') && /^[\s|:-]+$/.test(second);
    return isMarkdown ? (await import('./read/markdown.ts')).readMarkdown('pasted.md', bytesOf(text)) : undefined;
  } catch (error) {
    if (isImportFault(error)) return undefined;
    throw error;
  }
}

/** An ISMS has one method; and of what a row only names nothing is said but its title. */
function isThereAlready({ keyword, name, entries }: Declaration, isDeclared: IsDeclared): boolean {
  if (topType(keyword)?.single) return isDeclared(keyword);
  return entries.length === 0 && name !== undefined && isDeclared(keyword, name);
}

/** What became of the table, as comments to be read and deleted. */
function account(result: ImportResult, left: readonly Declaration[]): string {
  const there = left.map(({ keyword, name, title }) =>
    [keyword, name, title && `“${title}”`].filter(Boolean).join(' '),
  );
  const lines = [
    'Pasted from a table. Look through this account of it, then delete it.',
    ...textReport(result).trimEnd().split('\n'),
    ...(there.length ? ['', 'Not declared, since the ISMS has it already', ...there.map(each => `  ${each}`)] : []),
  ];
  return lines.map(line => `// ${printable(line)}`.trimEnd()).join('\n');
}

function countsOf(declarations: readonly Declaration[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { keyword } of declarations) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  return counts;
}
