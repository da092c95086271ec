/** What the controls cover of other frameworks, such as NIST CSF, through mappings. (6.1.3 b) */

import { coverableFrameworks } from '../../analysis/framework-coverage.ts';
import { later, say, word } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { type Block, paragraph, type Row, type RowGroup, within } from '../blocks.ts';
import {
  type CoveredEntryData,
  coverageData,
  type FrameworkCoverageData,
  standingOf,
  statesOf,
} from '../data/coverage.ts';
import { mapping } from '../oscal/mapping.ts';
import { fact } from './_facts.ts';
import { column } from './_headings.ts';

const coverage: Artefact = {
  id: 'coverage',
  title: 'Framework coverage',
  description: 'which controls correspond to the entries of other frameworks, and how far these controls are',
  clause: '6.1.3 b',
  isWorkingPaper: true,
  parameters: [
    {
      id: 'framework',
      description: 'only this catalogue, built in or your own',
      otherwise: 'all frameworks',
      values: [],
      valuesOf: view => coverableFrameworks(view).map(({ name, title }) => ({ id: name, title })),
    },
  ],
  models: { mapping },
  build: ({ view }, { framework }) => {
    const data = coverageData(view, framework);
    const [only, ...more] = data.frameworks;
    return {
      ...(framework !== undefined && only && !more.length && { title: say('Coverage of {0}', only.title ?? only.id) }),
      head: [fact('frameworks', 'Frameworks', data.frameworks.length)],
      blocks: [
        paragraph(
          say(
            'Mappings are informative: that a control corresponds to an entry does not prove that the entry is fulfilled.',
          ),
        ),
        ...data.frameworks.flatMap(frameworkPart),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default coverage;

const frameworkPart = (framework: FrameworkCoverageData): Block[] => {
  const { id, title, keptIn, mappings, totals, entries } = framework;
  return [
    { type: 'heading', text: title ?? id },
    {
      type: 'facts',
      facts: [
        fact('entries', 'Entries', totals.entries),
        ...statesOf(totals).map(({ state, count }) => fact(state, stateLabels[state], count)),
        ...(keptIn === null ? [] : [fact('kept-in', 'Kept in', keptIn)]),
        fact('mappings', 'Mappings', mappings.map(mapping => mapping.title ?? mapping.id).join(', ') || say('none')),
      ],
    },
    ...within([
      {
        type: 'table',
        id: `entries-${id}`,
        title: say('Entries of {0}', title ?? id),
        columns: [
          column('id', 'Entry', 'id'),
          column('title', 'Title', 'title'),
          column('state', 'State', 'word', { implemented: 'good', partial: 'attention', undecided: 'bad' }),
          column('controls', 'Controls', 'names'),
          column('clauses', 'Clauses', 'ids'),
        ],
        groups: byTheme(entries),
        groupBy: say('Theme'),
      },
    ]),
  ];
};

const stateLabels: Readonly<Record<CoveredEntryData['state'], string>> = {
  implemented: later('All controls implemented'),
  partial: later('Some implemented, or in part'),
  planned: later('Not begun'),
  excluded: later('All controls excluded'),
  undecided: later('Undecided'),
  'clauses-only': later('Clauses alone'),
  unmapped: later('Nothing corresponds'),
};

/** Rows under their themes, in the order of the entries. */
function byTheme(entries: readonly CoveredEntryData[]): RowGroup[] {
  const groups = new Map<string, Row[]>();
  for (const entry of entries) {
    const rows = groups.get(entry.theme ?? '') ?? [];
    rows.push(rowOf(entry));
    groups.set(entry.theme ?? '', rows);
  }
  return [...groups].map(([title, rows]) => ({ title, rows }));
}

const rowOf = ({ id, title, state, controls, clauses }: CoveredEntryData): Row => [
  id,
  title ?? undefined,
  word(state),
  controls.map(
    control =>
      `${control.id} ${standingOf(control)
        .split(', ')
        .map(one => word(one))
        .join(', ')}`,
  ),
  clauses,
];
