/** A comparison as a document of blocks, which every format writes. Loaded on first use. */

import {
  type Block,
  type Cell,
  type Column,
  type Document,
  flatTable,
  type JsonValue,
  linkToPlace,
  type Place,
  paragraph,
  type Row,
  type Table,
} from '../documents/blocks.ts';
import { word } from '../wording/wording.ts';
import {
  type ChangeData,
  type Difference,
  type FactChange,
  isDifferent,
  type OpenData,
  type SectionData,
  type StageChange,
  type StateData,
} from './data.ts';

/** Where something stands, by the word for its kind and its name. */
type PlaceIn = (kind: string, id: string) => Place | undefined;

/**
 * The document of a comparison: what changed, a row for each thing that is said otherwise, and how the readiness is another.
 * @param placeIn where names lead
 */
export function differenceDocument(difference: Difference, placeIn: PlaceIn = () => undefined): Document {
  const { before, after, asOf, totals, sections, readiness } = difference;
  return {
    id: 'difference',
    title: 'Changes of the ISMS',
    head: [
      { id: 'organisation', label: 'Organisation', value: after.organization ?? '' },
      { id: 'before', label: 'Before', value: stateText(before) },
      { id: 'after', label: 'After', value: stateText(after) },
      { id: 'added', label: 'Added', value: totals.added },
      { id: 'removed', label: 'Removed', value: totals.removed },
      { id: 'renamed', label: 'Renamed', value: totals.renamed },
      { id: 'changed', label: 'Changed', value: totals.changed },
      { id: 'as-of', label: 'As of', value: asOf },
    ],
    blocks: [
      ...(isDifferent(difference) ? [] : [paragraph('Nothing has changed in what the ISMS says.')]),
      ...(sections.length || !readiness.length ? [changesTable(sections, placeIn)] : []),
      ...readiness.flatMap(readinessPart),
    ],
    data: () => difference as unknown as JsonValue,
    asOf,
  };
}

const stateText = ({ name, version }: StateData): string => (version === null ? name : `${name} (version ${version})`);

const columns: readonly Column[] = [
  { id: 'id', title: 'Name', kind: 'id' },
  { id: 'title', title: 'Title', kind: 'title' },
  {
    id: 'change',
    title: 'Change',
    kind: 'name',
    tones: { added: 'good', removed: 'bad', changed: 'attention' },
  },
  { id: 'key', title: 'What', kind: 'name' },
  { id: 'before', title: 'Before', kind: 'prose' },
  { id: 'after', title: 'After', kind: 'prose' },
];

const changesTable = (sections: readonly SectionData[], placeIn: PlaceIn): Table => ({
  type: 'table',
  id: 'changes',
  title: 'Changes',
  columns,
  groups: sections.map(({ title, changes, id }) => ({
    title,
    rows: changes.flatMap(change => rowsOf(change, id === 'others', placeIn)),
  })),
  groupBy: 'Part',
  isMain: true,
});

/** A row for each thing that is said otherwise; one at least, for what came, went or got another name. */
function rowsOf(change: ChangeData, withKind: boolean, placeIn: PlaceIn): Row[] {
  const { kind, id, title, formerly, facts } = change;
  const head: Row = [
    linkToPlace(withKind && id !== kind ? `${kind} ${id}` : id, placeIn(kind, id)),
    title ?? undefined,
    formerly === null ? change.change : `${change.change} from ${formerly}`,
  ];
  if (!facts.length) return [[...head, undefined, undefined, undefined]];
  return facts.map(fact => [...head, word(fact.key), cellOf(fact, 'before'), cellOf(fact, 'after')]);
}

/** Nothing else is a list: one value is a text, and none is said in a word where the other side has one. */
function cellOf(fact: FactChange, side: 'before' | 'after'): Cell {
  const values = fact[side];
  if (values === null) return '–';
  return values.length === 1 ? values[0] : values;
}

function readinessPart({ stage, readyBefore, readyAfter, points }: StageChange): Block[] {
  const name = stage === 'surveillance' ? 'Readiness for surveillance' : `Readiness for stage ${stage}`;
  const table = flatTable(
    `readiness-${stage}`,
    name,
    [
      { id: 'point', title: 'Point', kind: 'title' },
      { id: 'clause', title: 'Clause', kind: 'name' },
      { id: 'before', title: 'Before', kind: 'word', tones },
      { id: 'after', title: 'After', kind: 'word', tones },
      { id: 'appeared', title: 'New', kind: 'prose' },
      { id: 'gone', title: 'Settled', kind: 'prose' },
    ],
    points.map(({ title, clause, before, after, appeared, gone }) => [
      title,
      clause,
      stateWord(before),
      stateWord(after),
      openCell(appeared),
      openCell(gone),
    ]),
  );
  const sentence = readySentence(readyBefore, readyAfter);
  return [
    ...(points.length ? [table] : [{ type: 'heading' as const, text: name }]),
    ...(sentence ? [paragraph(sentence)] : []),
  ];
}

const tones = { met: 'good', missing: 'bad', incomplete: 'attention', late: 'bad', 'not judged': 'muted' } as const;

const stateWord = (state: string | null): string =>
  state === null ? 'not judged' : state === 'nothing' ? 'nothing yet' : state;

function readySentence(before: boolean | null, after: boolean | null): string | undefined {
  if (before === after) return undefined;
  if (after === null) return 'It is judged no more.';
  if (before === null) return after ? 'It is judged now: ready.' : 'It is judged now: not ready.';
  return after ? 'It is ready now and was not before.' : 'It was ready before and is not now.';
}

/** So many messages a cell holds before it counts the rest. */
const mostShown = 10;

function openCell(all: readonly OpenData[]): Cell {
  const shown = all.slice(0, mostShown).map(({ message }) => message);
  if (all.length > mostShown) shown.push(`and ${all.length - mostShown} more`);
  return shown.length ? shown : undefined;
}
