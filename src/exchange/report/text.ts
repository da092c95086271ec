/** The account of an import for a terminal. Days and levels stay as they stand in the text. */
import { printable } from '../../syntax/text/printable.ts';
import { english, later, type Say, sayIn, sayingIn, type Wording } from '../../wording/wording.ts';
import { sheetName } from '../cells.ts';
import type { ImportResult, TableReport } from '../import.ts';
import { categories } from '../ledger.ts';
import { kinds, type Library } from '../library.ts';
import { categoryTitles, groupRemarks, type RemarkGroup } from './groups.ts';
import { groupPlace, headingOf, textsOf } from './shown.ts';

const mostTexts = 3;
const longestText = 60;

export function textReport({ tables, libraries, remarks, cells }: ImportResult, wording: Wording = english): string {
  const say = sayIn(wording);
  const groups = groupRemarks(remarks);
  const read = tables.length || !libraries.length ? [say('{0} filled cells', cells)] : [];
  const inLibraries = libraries.reduce((sum, each) => sum + each.texts, 0);
  const texts = libraries.length ? [say('{0} texts of libraries', inLibraries)] : [];
  const lines = [
    say('What was read ({0})', [...read, ...texts].join(', ')),
    ...tables.flatMap(table => tableLines(table, say)),
    ...libraries.map(library => libraryLine(library, say)),
  ];
  if (!tables.length && !libraries.length) lines.push(`  ${say('No table was recognised.')}`);
  for (const category of categories) {
    const own = groups.filter(group => group.category === category);
    const ownLines = own.map(group =>
      groupLine(group, groupPlace(group, libraries, say), sayingIn(wording, group.message), say),
    );
    if (own.length) lines.push('', `${say(categoryTitles[category])} (${own.length})`, ...ownLines);
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function tableLines({ file, sheet, kind, records, headRows, columns }: TableReport, say: Say): string[] {
  const where = sheetName({ file, sheet });
  const rows = say(records === 1 ? '{0} row' : '{0} rows', records);
  const [first = 0, second] = headRows;
  const head = !headRows.length
    ? say('a card')
    : second === undefined
      ? say('headings in row {0}', first)
      : say('headings in row {0} and {1}', first, second);
  const fields = columns.map(
    column =>
      `${column.letters ? `${column.letters} ` : ''}${oneLine(headingOf(column, say))} → ${column.field ?? 'notes'}`,
  );
  return [`  ${where}: ${say(kindTitles[kind])}, ${rows}, ${head}`, `    ${fields.join('; ')}`];
}

/** What a library holds, by kind. */
function libraryLine({ file, objects }: Library, say: Say): string {
  const held = kinds.flatMap(kind => {
    const count = objects.filter(each => each.kind === kind).length;
    return count ? [`${say(kind)}: ${count}`] : [];
  });
  const what = held.join(', ') || say('nothing that is known');
  return `  ${file}: ${say('library of CISO Assistant ({0})', what)}`;
}

const kindTitles: Readonly<Record<TableReport['kind'], string>> = {
  risk: later('risk register'),
  plan: later('risk treatment plan'),
  soa: later('Statement of Applicability'),
  asset: later('asset inventory'),
  supplier: later('supplier list'),
  person: later('list of people'),
};

function groupLine(group: RemarkGroup, where: string, message: string, say: Say): string {
  const texts = textsOf(group, say);
  const shown = texts.slice(0, mostTexts).map(value => say('“{0}”', shortened(oneLine(value))));
  const what = shown.length ? `: ${andMore(shown, texts.length - mostTexts, say)}` : '';
  return `  ${where ? `${where}: ` : ''}${message}${what}${shownNames(group.about, message, say)}`;
}

/** What a remark concerns, unless its words say it or it is about many. */
function shownNames(about: readonly string[], message: string, say: Say): string {
  const shown = about.slice(0, mostTexts).filter(name => !message.includes(name));
  return shown.length ? ` [${andMore(shown, about.length - mostTexts, say)}]` : '';
}

const andMore = (shown: readonly string[], more: number, say: Say): string =>
  more > 0 ? say('{0} and {1} more', shown.join(', '), more) : shown.join(', ');

const oneLine = (value: string): string => value.split(/\s+/).join(' ');

const shortened = (value: string): string => {
  const characters = [...value];
  return characters.length > longestText ? `${characters.slice(0, longestText).join('')}…` : value;
};
