/** A table that was copied from a spreadsheet or a page, as declarations to be pasted into a file of an ISMS. Loaded on first use. */
import { pluralOf, topType } from '../language/schema.ts';
import { defaultLineWidth, formatText } from '../syntax/format/format.ts';
import { printable } from '../syntax/text/printable.ts';
import { type ImportResult, importFiles, isUnreadFiles } from './import.ts';
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
  readonly summary: string;
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
  const input = inputOf(copied);
  if (!input) return undefined;
  let result: ImportResult;
  try {
    result = await importFiles([input], { isInIsms: true });
  } catch (error) {
    if (isUnreadFiles(error)) return undefined;
    throw error;
  }
  const all = [...result.declarations].sort(
    (a, b) => writtenKeywords.indexOf(a.keyword) - writtenKeywords.indexOf(b.keyword),
  );
  const kept = all.filter(declaration => !isThereAlready(declaration, isDeclared));
  if (!result.tables.length || !kept.length) return undefined;
  const left = all.filter(declaration => !kept.includes(declaration));
  const text = `${account(result, left)}\n\n${declarationsText(kept)}`;
  return { text: formatText(text, { lineWidth: defaultLineWidth }), summary: summaryOf(kept) };
}

/** An HTML table where there is one, since its cells are whole; else lines of tabs or a Markdown table. */
function inputOf({ text, html = '' }: Copied): { name: string; bytes: Uint8Array } | undefined {
  if (text.length > longest || html.length > longest) return undefined;
  const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
  if (/<table[\s>]/i.test(html)) return { name: 'pasted.html', bytes: bytesOf(html) };
  const lines = text.split(/\r?\n|\r/).filter(line => line.trim() !== '');
  if (lines.length < 2) return undefined;
  if (lines[0]?.includes('\t') && lines[1]?.includes('\t')) return { name: 'pasted.tsv', bytes: bytesOf(text) };
  const isMarkdown = lines[0]?.includes('|') && /^[\s|:-]*-[\s|:-]*$/.test(lines[1] ?? '');
  return isMarkdown ? { name: 'pasted.md', bytes: bytesOf(text) } : undefined;
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

function summaryOf(declarations: readonly Declaration[]): string {
  const counts = new Map<string, number>();
  for (const { keyword } of declarations) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
  return [...counts]
    .map(([keyword, count]) => `${count} ${count === 1 ? keyword : pluralOf(topType(keyword)?.name ?? keyword)}`)
    .join(', ');
}
