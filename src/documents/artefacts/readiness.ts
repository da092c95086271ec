/** The readiness for a certification as a document: a checklist for each stage, and the documented information that is mandatory. */

import { type Stage, stageNamed, stageNames } from '../../readiness/line.ts';
import {
  type LineState,
  progressOf,
  type Readiness,
  type ReadinessLine,
  type StageReadiness,
} from '../../readiness/readiness.ts';
import { later, said, say } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import {
  type Block,
  type Checklist,
  flatTable,
  linkToPlace,
  type Point,
  paragraph,
  type Status,
  type Table,
} from '../blocks.ts';
import { readinessData } from '../data/readiness.ts';
import { column } from './_headings.ts';
import { clauseText } from './_shared.ts';

const readiness: Artefact = {
  id: 'readiness',
  title: 'Certification readiness',
  description: 'what is there, missing and late for the two stages of a certification',
  clause: 'ISO/IEC 17021-1, 9.3.1',
  isWorkingPaper: true,
  parameters: [
    {
      id: 'stage',
      description: 'only one stage of the certification',
      otherwise: 'all stages',
      values: stageNames,
    },
  ],
  build: ({ root, readiness: judged }, { stage }) => {
    const result = judged(stageNamed(stage));
    return {
      head: [],
      blocks: [...hidingNote(result), ...result.stages.flatMap(stageBlocks), information(result)],
      data: () => readinessData(result, root),
      asOf: result.asOf,
    };
  },
};

export default readiness;

/** What the reader has to know if the editor shows less than the report. */
const hidingNote = ({ hidingPreset }: Readiness): Block[] =>
  hidingPreset
    ? [
        paragraph(
          say(
            'The preset "{0}" hides some of these findings while you write; isms.config.json or the setting isms.preset changes it.',
            hidingPreset,
          ),
        ),
      ]
    : [];

const stageTitles: Readonly<Record<Stage, string>> = {
  1: later('Stage 1: review of documents'),
  2: later('Stage 2: implemented and effective'),
  surveillance: later('Surveillance and recertification'),
};

/** The most urgent points, then all of them. */
const stageBlocks = (stage: StageReadiness): Block[] => [stageChecklist(stage), ...urgent(stage)];

const urgent = ({ worst }: StageReadiness): Block[] =>
  worst.length > 1
    ? [
        paragraph(
          say('Begin with: {0}.', worst.map(({ title, clause }) => `${say(title)} (${clauseText(clause)})`).join('; ')),
        ),
      ]
    : [];

const stageChecklist = (stage: StageReadiness): Checklist => ({
  type: 'checklist',
  id: `stage-${stage.stage}`,
  title: say(stageTitles[stage.stage]),
  summary: verdict(stage),
  points: stage.lines.map(point),
});

/** `Ready`, or how much is. */
function verdict({ isReady, lines }: StageReadiness): string {
  const { met, total } = progressOf(lines);
  return isReady
    ? say('Ready: all {0} points are met.', total)
    : say('Not ready: {0} of {1} points are met.', met, total);
}

const statuses: Readonly<Record<LineState, Status>> = {
  met: { word: later('met'), sign: '✔', tone: 'good' },
  missing: { word: later('missing'), sign: '✘', tone: 'bad' },
  incomplete: { word: later('incomplete'), sign: '✘', tone: 'bad' },
  late: { word: later('late'), sign: '⏲', tone: 'attention' },
  nothing: { word: later('nothing to judge yet'), sign: '–', tone: 'muted' },
};

const point = (line: ReadinessLine): Point => ({
  status: { ...statuses[line.state], word: say(statuses[line.state].word) },
  title: say(line.title),
  reference: clauseText(line.clause),
  ...(line.place && { place: line.place }),
  ...(details(line) && { details: details(line) }),
  remarks: line.open.map(({ message, code, isLate, place }) => ({
    text: said(message),
    ...(isLate && { note: say('late') }),
    ...(place && { place }),
    ...(code && { code }),
  })),
});

/** The count and the facts of a line. */
const details = ({ count, facts }: ReadinessLine): string =>
  [
    ...(count && count.total > 0 ? [`${say('{0} of {1}', count.done, count.total)} ${say(count.what)}`] : []),
    ...facts.map(said),
  ].join(', ');

const states = { there: 'there', missing: 'missing', 'none-yet': later('none yet, as there is no finding') } as const;

const information = ({ information: entries }: Readiness): Table =>
  flatTable(
    'information',
    say('Mandatory documented information'),
    [
      column('clause', 'Clause', 'id'),
      column('information', 'Information', 'title'),
      column('state', 'State', 'name', { there: 'good', missing: 'bad' }),
    ],
    entries.map(({ clause, name, state, place }) => [clause, linkToPlace(say(name), place), say(states[state])]),
  );
