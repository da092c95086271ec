/** The table of opportunities, which the treatment plan and the management review have in common. (6.1.1) */
import { say } from '../../wording/wording.ts';
import type { Subject } from '../artefact.ts';
import { flatTable, type Row, type Table } from '../blocks.ts';
import type { OpportunityData } from '../data/risk-treatment-plan.ts';
import { column } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { actionsCell, nameCell, namesCell } from './_shared.ts';

/** Each opportunity with where it comes from and what is done about it. */
export const opportunityTable = (all: readonly OpportunityData[], prose: Subject['prose']): Table =>
  withParticulars(
    prose,
    flatTable(
      'taken-up',
      say('Opportunities beside the risks'),
      [
        column('id', 'Opportunity', 'id'),
        column('title', 'Title', 'title'),
        column('issues', 'Comes from', 'names'),
        column('owner', 'Pursued by', 'name', { 'not stated': 'bad' }),
        column('actions', 'What is done', 'names'),
        column('objectives', 'Objectives', 'names'),
      ],
      all.map(
        ({ id, title, issues, owner, actions, objectives }): Row => [
          id,
          title ?? undefined,
          namesCell(issues),
          nameCell(owner) ?? say('not stated'),
          actionsCell(actions),
          namesCell(objectives),
        ],
      ),
    ),
    all,
  );
