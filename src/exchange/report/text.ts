/** The account of an import for a terminal. */
import { counted } from '../../model/counted.ts';
import { printable } from '../../syntax/text/printable.ts';
import { sheetName } from '../cells.ts';
import type { ImportResult, TableReport } from '../import.ts';
import { categories } from '../ledger.ts';
import { kinds, type Library } from '../library.ts';
import { categoryTitles, groupPlace, groupRemarks, type RemarkGroup } from './groups.ts';

const mostTexts = 3;
const longestText = 60;

export function textReport({ tables, libraries, remarks, cells }: ImportResult): string {
  const groups = groupRemarks(remarks);
  const read = tables.length || !libraries.length ? [`${cells} filled cells`] : [];
  const texts = libraries.length ? [`${libraries.reduce((sum, each) => sum + each.texts, 0)} texts of libraries`] : [];
  const lines = [
    `What was read (${[...read, ...texts].join(', ')})`,
    ...tables.flatMap(tableLines),
    ...libraries.map(libraryLine),
  ];
  if (!tables.length && !libraries.length) lines.push('  No table was recognised.');
  for (const category of categories) {
    const own = groups.filter(group => group.category === category);
    if (own.length) lines.push('', `${categoryTitles[category]} (${own.length})`, ...own.map(groupLine));
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function tableLines({ file, sheet, kind, records, headRows, columns }: TableReport): string[] {
  const where = sheetName({ file, sheet });
  const head = headRows.length ? `headings in row ${headRows.join(' and ')}` : 'a card';
  const fields = columns.map(
    ({ letters, heading, field }) => `${letters ? `${letters} ` : ''}${oneLine(heading)} → ${field ?? 'notes'}`,
  );
  return [`  ${where}: ${kindTitles[kind]}, ${counted(records, 'row')}, ${head}`, `    ${fields.join('; ')}`];
}

/** What a library holds, by kind. */
function libraryLine({ file, objects }: Library): string {
  const held = kinds.flatMap(kind => {
    const count = objects.filter(each => each.kind === kind).length;
    return count ? [`${kind}: ${count}`] : [];
  });
  return `  ${file}: library of CISO Assistant (${held.join(', ') || 'nothing that is known'})`;
}

const kindTitles: Readonly<Record<TableReport['kind'], string>> = {
  risk: 'risk register',
  plan: 'risk treatment plan',
  soa: 'Statement of Applicability',
  asset: 'asset inventory',
  supplier: 'supplier list',
  person: 'list of people',
};

function groupLine(group: RemarkGroup): string {
  const { message, texts, about } = group;
  const where = groupPlace(group);
  const shown = texts.slice(0, mostTexts).map(value => `“${shortened(oneLine(value))}”`);
  const more = texts.length > mostTexts ? ` and ${texts.length - mostTexts} more` : '';
  const names = shownNames(about, message);
  return `  ${where ? `${where}: ` : ''}${message}${shown.length ? `: ${shown.join(', ')}${more}` : ''}${names}`;
}

/** What a remark concerns, unless its words say it or it is about many. */
function shownNames(about: readonly string[], message: string): string {
  const first = about.slice(0, mostTexts).filter(name => !message.includes(name));
  if (!first.length) return '';
  return ` [${first.join(', ')}${about.length > mostTexts ? ` and ${about.length - mostTexts} more` : ''}]`;
}

const oneLine = (value: string): string => value.split(/\s+/).join(' ');

const shortened = (value: string): string => {
  const characters = [...value];
  return characters.length > longestText ? `${characters.slice(0, longestText).join('')}…` : value;
};
