/** The log of nonconformities and corrective actions. (10.2) */
import { say } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { correctiveActionsData } from '../data/corrective-actions.ts';
import { correctiveMilestones } from '../oscal/poam.ts';
import { countFact, fact } from './_facts.ts';
import { findingTable } from './_findings.ts';

const correctiveActions: Artefact = {
  id: 'corrective-actions',
  title: 'Nonconformities and corrective actions',
  description: 'what was found, why it happened, what is done about it, and whether it worked',
  clause: '10.2',
  parameters: [],
  models: { poam: correctiveMilestones },
  build: ({ view, prose }) => {
    const data = correctiveActionsData(view);
    const { findings } = data;
    return {
      head: [
        fact('findings', 'Findings', findings.length),
        countFact('major', 'Major nonconformities', findings, ({ severity }) => severity === 'major'),
        countFact('minor', 'Minor nonconformities', findings, ({ severity }) => severity === 'minor'),
        countFact('open', 'Open', findings, ({ state }) => state !== 'closed'),
        countFact('overdue', 'Overdue', findings, ({ state }) => state === 'overdue'),
        countFact(
          'not-verified',
          'Closed, effectiveness not verified',
          findings,
          ({ nonconformity, state, effective }) => nonconformity && state === 'closed' && effective === null,
        ),
      ],
      blocks: [findingTable('findings', say('Findings'), findings, prose)],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default correctiveActions;
