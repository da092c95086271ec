import ical, { ICalEventTransparency } from 'ical-generator';
import type { Cell, Document, Row, Table } from '../documents/blocks.ts';
import { sayIn } from '../wording/wording.ts';
import type { Format } from './shared/format.ts';
import type { Piece } from './shared/pieces.ts';
import { fileTitle } from './shared/print.ts';
import { refuseEmpty } from './shared/tables.ts';
import { cellText, plainText } from './shared/text.ts';
import { isoDay } from './xlsx/values.ts';

export const format: Format = {
  id: 'ics',
  label: 'Calendar',
  extension: 'ics',
  mediaType: 'text/calendar;charset=utf-8',
  isText: true,
  can: { write: 'the dates', links: false, drawings: false },
  write,
};

/** The first day that an event's stamp may have where the document has none. */
const dayUnknown = '2000-01-01';

/**
 * What is due as a calendar after RFC 5545: a whole-day event for each row with a day until which something is due, and for the document's
 * own next review. An event keeps its identity as long as it is about the same, so that a calendar that takes the file up again moves it.
 */
function* write(document: Document): Generator<Piece> {
  refuseEmpty(document);
  const title = fileTitle(document);
  const calendar = ical({
    name: title,
    prodId: { company: 'isms-as-code', product: 'isms', language: (document.wording?.language ?? 'en').toUpperCase() },
  });
  const stamp = isoDay(document.asOf ?? dayUnknown) ?? new Date(`${dayUnknown}T00:00:00Z`);
  const owner = plainText(String(document.head.find(({ id }) => id === 'organisation')?.value ?? ''));
  const ids = new Map<string, number>();
  for (const { day, summary, description } of eventsOf(document)) {
    // The same twice is told apart by its number.
    const name = `${owner} ${document.id} ${summary}`;
    const number = (ids.get(name) ?? 0) + 1;
    ids.set(name, number);
    calendar.createEvent({
      id: `${encodeURIComponent(name)}-${number}@isms-as-code`,
      start: day,
      allDay: true,
      stamp,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  yield calendar.toString().replace(/\r?\n?$/, '\r\n');
}

interface Event {
  readonly day: Date;
  readonly summary: string;
  readonly description: string;
}

function* eventsOf(document: Document): Generator<Event> {
  for (const block of document.blocks) if (block.type === 'table') yield* tableEvents(block);
  const review = isoDay(String(document.head.find(({ id }) => id === 'next-review')?.value ?? ''));
  if (review)
    yield {
      day: review,
      summary: sayIn(document.wording)('Next review: {0}', plainText(document.title)),
      description: '',
    };
}

function* tableEvents({ columns, groups }: Table): Generator<Event> {
  const due = columns.findIndex(({ isDeadline }) => isDeadline);
  if (due < 0) return;
  for (const row of groups.flatMap(group => group.rows)) {
    const day = isoDay(lineOf(row[due]));
    if (day) yield { day, summary: summaryOf(columns, row, due), description: descriptionOf(columns, row, due) };
  }
}

type Columns = Table['columns'];

/** What is due, of what: the words that say it, without who and how. */
const summaryOf = (columns: Columns, row: Row, due: number): string =>
  columns
    .flatMap(({ kind }, x) =>
      x !== due && (kind === 'word' || kind === 'id' || kind === 'title') ? [lineOf(row[x])] : [],
    )
    .filter(text => text !== '')
    .slice(0, 3)
    .join(' ');

const descriptionOf = (columns: Columns, row: Row, due: number): string =>
  columns
    .map(({ title }, x) => (x === due || lineOf(row[x]) === '' ? '' : `${plainText(title)}: ${lineOf(row[x])}`))
    .filter(text => text !== '')
    .join('\n');

const lineOf = (cell: Cell): string => cellText(cell).replace(/\s+/g, ' ').trim();
