/** The table of findings, which the log of corrective actions, audit reports and the management review have in common. */
import { word } from '../../wording/wording.ts';
import type { Subject } from '../artefact.ts';
import { flatTable, type Row, type Table } from '../blocks.ts';
import type { FindingData } from '../data/corrective-actions.ts';
import { column } from './_headings.ts';
import { withParticulars } from './_particulars.ts';
import { actionsCell, evidenceCell, fullNamesCell, nameCell, proseCell, yesNo } from './_shared.ts';

/** Each finding with all that happened about it. */
export const findingTable = (
  id: string,
  title: string,
  findings: readonly FindingData[],
  prose: Subject['prose'],
): Table =>
  withParticulars(
    prose,
    flatTable(
      id,
      title,
      [
        column('id', 'Finding', 'id'),
        column('title', 'Title', 'title'),
        column('severity', 'Severity', 'word', { major: 'bad', minor: 'attention' }),
        column('source', 'Found by', 'name'),
        column('requirements', 'Requirement', 'names'),
        column('raised', 'Raised', 'date'),
        column('owner', 'Owner', 'name'),
        column('correction', 'Correction', 'prose'),
        column('root-cause', 'Root cause', 'prose'),
        column('actions', 'Corrective actions', 'names'),
        column('due', 'Due', 'date'),
        column('closed', 'Closed', 'date'),
        column('state', 'State', 'word', { open: 'attention', overdue: 'bad', closed: 'good' }),
        column('effective', 'Effective', 'word', { yes: 'good', no: 'bad' }),
        column('evidence', 'Evidence', 'names'),
      ],
      findings.map(
        (finding): Row => [
          finding.id,
          finding.title ?? undefined,
          word(finding.severity),
          nameCell(finding.audit ?? finding.incident),
          fullNamesCell(finding.requirements),
          finding.raised ?? undefined,
          nameCell(finding.owner),
          proseCell(prose, finding.correction),
          proseCell(prose, finding.rootCause),
          actionsCell(finding.actions),
          finding.due ?? undefined,
          finding.closed ?? undefined,
          word(finding.state),
          yesNo(finding.effective),
          evidenceCell(finding.evidence),
        ],
      ),
    ),
    findings,
  );
