/** A document as people read it in its language: days and numbers as the language writes them, and of many remarks the first ones. */

import {
  type Block,
  type Cell,
  type Document,
  type Fact,
  type Point,
  paragraph,
  type Table,
} from '../../documents/blocks.ts';
import { dateFormatOf, dayIn, monthIn, numberIn, type Say, sayIn, type Wording } from '../../wording/wording.ts';
import { isEmptyTable } from './tables.ts';

/** So many remarks of a point are written out for people; the rest is only counted. JSON has them all, and tables what a cell holds. */
export const mostRemarks = 10;

/** For formats that write texts; those that know days and numbers take the document as it is. */
export function forReaders(document: Document): Document {
  const { wording } = document;
  const say = sayIn(wording);
  return {
    ...document,
    head: document.head.map(fact => shownFact(fact, wording)),
    blocks: document.blocks.flatMap(block =>
      isEmptyTable(block) ? noRows(block, say) : shownBlock(block, wording, say),
    ),
  };
}

/** What is said in the place of a table without rows: a head of columns over nothing leaves open whether something is missing. */
export const noRows = ({ title, level }: Table, say: Say): Block[] => [
  { type: 'heading', text: title, ...(level && { level }) },
  paragraph(say('None.')),
];

/** The head of a document in texts. */
export const shownHead = ({ head, wording }: Document): Fact[] => head.map(fact => shownFact(fact, wording));

export const shownFact = (fact: Fact, wording: Wording | undefined): Fact =>
  fact.isDay && typeof fact.value === 'string' ? { ...fact, value: dayIn(wording, fact.value) } : fact;

function shownBlock(block: Block, wording: Wording | undefined, say: Say): Block {
  switch (block.type) {
    case 'facts':
      return { ...block, facts: block.facts.map(fact => shownFact(fact, wording)) };
    case 'checklist':
      return { ...block, points: block.points.map(point => shownPoint(point, say)) };
    case 'table':
      return shownTable(block, wording);
    default:
      return block;
  }
}

/** Most tables have neither days nor fractions to write in another way, and stay what they are. */
function shownTable(table: Table, wording: Wording | undefined): Table {
  const shown = (cell: Cell, x: number): Cell => {
    if (typeof cell === 'number') return Number.isInteger(cell) ? cell : numberIn(wording, cell);
    return typeof cell === 'string' && table.columns[x]?.kind === 'date' ? dayIn(wording, cell) : cell;
  };
  if (isAsInData(wording) || !table.columns.some(({ kind }) => kind === 'date' || kind === 'number')) return table;
  return {
    ...table,
    groups: table.groups.map(({ title, rows }) => ({
      title: monthIn(wording, title),
      rows: rows.map(row => row.map(shown)),
    })),
  };
}

/** Whether days and numbers are written as data have them. */
const isAsInData = (wording: Wording | undefined): boolean =>
  dateFormatOf(wording) === 'yyyy-MM-dd' && numberIn(wording, 0.5) === '0.5';

/** The remarks that are written out, and words for the rest. */
function shownPoint(point: Point, say: Say): Point {
  const { remarks } = point;
  return remarks.length > mostRemarks
    ? { ...point, remarks: remarks.slice(0, mostRemarks), more: say('and {0} more', remarks.length - mostRemarks) }
    : point;
}
