/** A comparison as a document of blocks, which every format writes. Loaded on first use. */

import { column } from '../documents/artefacts/_headings.ts';
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
import { english, inWording, later, said, say, type Wording, word } from '../wording/wording.ts';
import { type ChangeData, type FactChange, isDifferent, type SectionData, type StateData } from './data.ts';
import { type Comparison, differenceData } from './difference.ts';
import type { PointComparison, StageComparison } from './readiness.ts';

/** Where something stands, by the word for its kind and its name. */
type PlaceIn = (kind: string, id: string) => Place | undefined;

/**
 * The document of a comparison: what changed, a row for each thing that is said otherwise, and how the readiness is another.
 * @param placeIn where names lead
 */
export const differenceDocument = (
  difference: Comparison,
  placeIn: PlaceIn = () => undefined,
  wording: Wording = english,
): Document =>
  inWording(wording, () => {
    const { before, after, asOf, totals, sections, readiness } = difference;
    return {
      id: 'difference',
      title: say('Changes of the ISMS'),
      head: [
        { id: 'organisation', label: say('Organisation'), value: after.organization ?? '' },
        { id: 'before', label: say('Before'), value: stateText(before) },
        { id: 'after', label: say('After'), value: stateText(after) },
        { id: 'added', label: say('Added'), value: totals.added },
        { id: 'removed', label: say('Removed'), value: totals.removed },
        { id: 'renamed', label: say('Renamed'), value: totals.renamed },
        { id: 'changed', label: say('Changed'), value: totals.changed },
        { id: 'as-of', label: say('As of'), value: asOf, isDay: true },
      ],
      blocks: [
        ...(isDifferent(difference) ? [] : [paragraph(say('Nothing has changed in what the ISMS says.'))]),
        ...(sections.length || !readiness.length ? [changesTable(sections, placeIn)] : []),
        ...readiness.flatMap(readinessPart),
      ],
      data: () => differenceData(difference) as unknown as JsonValue,
      asOf,
      wording,
    };
  });

const stateText = ({ name, version }: StateData): string =>
  version === null ? name : say('{0} (version {1})', name, version);

const columns = (): Column[] => [
  column('id', 'Name', 'id'),
  column('title', 'Title', 'title'),
  column('change', 'Change', 'name', { added: 'good', removed: 'bad', changed: 'attention' }),
  column('key', 'What', 'name'),
  column('before', 'Before', 'prose'),
  column('after', 'After', 'prose'),
];

const changesTable = (sections: readonly SectionData[], placeIn: PlaceIn): Table => ({
  type: 'table',
  id: 'changes',
  title: say('Changes'),
  columns: columns(),
  groups: sections.map(({ title, changes, id }) => ({
    title: say(title),
    rows: changes.flatMap(change => rowsOf(change, id === 'others', placeIn)),
  })),
  groupBy: say('Part'),
  isMain: true,
});

/** A row for each thing that is said otherwise; one at least, for what came, went or got another name. Keys are as they stand in the source. */
function rowsOf(change: ChangeData, withKind: boolean, placeIn: PlaceIn): Row[] {
  const { kind, id, title, formerly, facts } = change;
  const head: Row = [
    linkToPlace(withKind && id !== kind ? `${kind} ${id}` : id, placeIn(kind, id)),
    title ?? undefined,
    formerly === null ? word(change.change) : say('{0} from {1}', word(change.change), formerly),
  ];
  if (!facts.length) return [[...head, undefined, undefined, undefined]];
  return facts.map(fact => [...head, fact.key, cellOf(fact, 'before'), cellOf(fact, 'after')]);
}

/** Nothing else is a list: one value is a text, and none is said in a word where the other side has one. */
function cellOf(fact: FactChange, side: 'before' | 'after'): Cell {
  const values = fact[side];
  if (values === null) return '–';
  return values.length === 1 ? values[0] : values;
}

const stageTitles: Readonly<Record<string, string>> = {
  1: later('Readiness for stage 1'),
  2: later('Readiness for stage 2'),
  surveillance: later('Readiness for surveillance'),
};

function readinessPart({ stage, readyBefore, readyAfter, points }: StageComparison): Block[] {
  const name = say(stageTitles[stage] ?? stage);
  const table = flatTable(
    `readiness-${stage}`,
    name,
    [
      column('point', 'Point', 'title'),
      column('clause', 'Clause', 'name'),
      column('before', 'Before', 'word', tones),
      column('after', 'After', 'word', tones),
      column('appeared', 'New', 'prose'),
      column('gone', 'Settled', 'prose'),
    ],
    points.map(({ title, clause, before, after, appeared, gone }) => [
      say(title),
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
  state === null ? say('not judged') : state === 'nothing' ? say('nothing yet') : word(state);

function readySentence(before: boolean | null, after: boolean | null): string | undefined {
  if (before === after) return undefined;
  if (after === null) return say('It is judged no more.');
  if (before === null) return after ? say('It is judged now: ready.') : say('It is judged now: not ready.');
  return after ? say('It is ready now and was not before.') : say('It was ready before and is not now.');
}

/** So many messages a cell holds before it counts the rest. */
const mostShown = 10;

function openCell(all: PointComparison['appeared']): Cell {
  const shown = all.slice(0, mostShown).map(({ message }) => said(message));
  if (all.length > mostShown) shown.push(say('and {0} more', all.length - mostShown));
  return shown.length ? shown : undefined;
}
