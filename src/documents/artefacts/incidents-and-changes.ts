/** The incidents, with what was learnt from them, and the planned changes. (A.5.24 to A.5.27, 6.3, 8.1) */
import { say, word } from '../../wording/wording.ts';
import type { Artefact } from '../artefact.ts';
import { flatTable, type Row } from '../blocks.ts';
import { incidentsAndChangesData } from '../data/incidents-and-changes.ts';
import { countFact, fact } from './_facts.ts';
import { column } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { actionTones } from './_risks.ts';
import { evidenceCell, idsCell, nameCell, namesCell, proseCell } from './_shared.ts';

const incidentsAndChanges: Artefact = {
  id: 'incidents-and-changes',
  title: 'Incidents and changes',
  description: 'what happened, how it was handled and what was learnt, and which changes are planned and approved',
  clause: 'A.5.24, A.5.26, A.5.27, 6.3, 8.1',
  parameters: [],
  build: ({ view, prose }) => {
    const data = incidentsAndChangesData(view);
    const { incidents, changes } = data;
    return {
      head: [
        fact('incidents', 'Incidents', incidents.length),
        countFact('open', 'Not resolved', incidents, ({ resolved }) => resolved === null),
        countFact('without-lessons', 'Resolved without lessons', incidents, one => !!one.resolved && !one.lessons),
        fact('changes', 'Changes', changes.length),
        countFact('not-approved', 'Changes not approved', changes, ({ approved }) => approved === null),
        countFact('overdue', 'Changes overdue', changes, ({ overdue }) => overdue),
      ],
      blocks: [
        withParticulars(
          prose,
          flatTable(
            'incidents',
            say('Incidents'),
            [
              column('id', 'Incident', 'id'),
              column('title', 'Title', 'title'),
              column('severity', 'Severity', 'word', { critical: 'bad', major: 'bad', minor: 'attention' }),
              column('detected', 'Detected', 'date'),
              column('resolved', 'Resolved', 'date'),
              column('owner', 'Handled by', 'name'),
              column('assets', 'Assets', 'names'),
              column('risks', 'Risks that came true', 'ids'),
              column('description', 'What happened', 'prose'),
              column('lessons', 'Lessons', 'prose'),
              column('findings', 'Findings', 'ids'),
              column('evidence', 'Evidence', 'names'),
            ],
            incidents.map(
              (incident): Row => [
                incident.id,
                incident.title ?? undefined,
                word(incident.severity),
                incident.detected ?? undefined,
                incident.resolved ?? say('open'),
                nameCell(incident.owner),
                namesCell(incident.assets),
                idsCell(incident.risks),
                proseCell(prose, incident.description),
                proseCell(prose, incident.lessons),
                idsCell(incident.findings),
                evidenceCell(incident.evidence),
              ],
            ),
          ),
          incidents,
        ),
        withParticulars(
          prose,
          flatTable(
            'changes',
            say('Changes'),
            [
              column('id', 'Change', 'id'),
              column('title', 'Title', 'title'),
              column('planned', 'Planned', 'date'),
              column('status', 'Status', 'word', actionTones),
              column('owner', 'Responsible', 'name'),
              column('approved', 'Approved', 'date'),
              column('approved-by', 'Approved by', 'names'),
              column('approved-until', 'Approved until', 'date'),
              column('approved-because', 'Approved because', 'prose'),
              column('assets', 'Assets', 'names'),
              column('risks', 'Risks assessed', 'ids'),
              column('description', 'Description', 'prose'),
            ],
            changes.map(
              (change): Row => [
                change.id,
                change.title ?? undefined,
                change.planned ?? undefined,
                change.overdue ? say('overdue') : word(change.status),
                nameCell(change.owner),
                change.approved?.on ?? undefined,
                namesCell(change.approved?.by ?? []),
                change.approved?.until ?? undefined,
                proseCell(prose, change.approved?.because ?? null),
                namesCell(change.assets),
                idsCell(change.risks),
                proseCell(prose, change.description),
              ],
            ),
          ),
          changes,
        ),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default incidentsAndChanges;
