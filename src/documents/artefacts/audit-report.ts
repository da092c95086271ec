/** The report of an audit, or of all that were performed: criteria and scope, findings, conclusion. (9.2.2) */

import { compareNaturally } from '../../catalogues/natural-order.ts';
import { say, word } from '../../wording/wording.ts';
import type { Artefact, Subject } from '../artefact.ts';
import { type Block, flatTable, paragraph, type Row, type Table, within } from '../blocks.ts';
import { type AuditReport, type AuditReportData, auditReportData } from '../data/audit-report.ts';
import { assessmentResults } from '../oscal/assessment-results.ts';
import { choicesOf } from './_choices.ts';
import { dayFact, fact } from './_facts.ts';
import { findingTable } from './_findings.ts';
import { column } from './_headings.ts';
import { particularsPart } from './_particulars.ts';
import { evidenceInlines, nameCell, namesCell, textPart } from './_shared.ts';

const auditReport: Artefact = {
  id: 'audit-report',
  title: 'Audit report',
  description: 'what was audited by whom, what was found, and what follows from it',
  clause: '9.2.2',
  parameters: [
    {
      id: 'audit',
      description: 'only this audit',
      otherwise: 'all audits that were performed',
      values: [],
      valuesOf: view => choicesOf(view, 'Audit', compareNaturally),
    },
  ],
  models: { 'assessment-results': assessmentResults },
  build: ({ view, prose }, { audit }) => {
    const data = auditReportData(view, audit);
    const findings = data.audits.flatMap(report => report.findings);
    const [only, ...more] = data.audits;
    return {
      ...(audit !== undefined && only && !more.length && { title: titleOf(only) }),
      head: [
        fact('audits', 'Audits', data.audits.length),
        fact('findings', 'Findings', findings.length),
        fact('major', 'Major nonconformities', findings.filter(({ severity }) => severity === 'major').length),
        fact('minor', 'Minor nonconformities', findings.filter(({ severity }) => severity === 'minor').length),
      ],
      blocks: [
        // Of several audits readers look for the one that they want first.
        ...(more.length ? [summaryTable(data)] : []),
        ...data.audits.flatMap(report => reportPart(report, prose)),
        ...(more.length ? [] : [summaryTable(data)]),
      ],
      data: () => data,
      asOf: view.asOf,
    };
  },
};

export default auditReport;

const titleOf = ({ audit: { id, title } }: AuditReportData): string =>
  say('Audit report {0}', title === null ? id : `${id} ${title}`);

function reportPart({ audit, conclusion, evidence, findings }: AuditReportData, prose: Subject['prose']): Block[] {
  return [
    { type: 'heading', text: audit.title === null ? audit.id : `${audit.id} ${audit.title}` },
    {
      type: 'facts',
      facts: [
        fact('kind', 'Kind', word(audit.kind)),
        fact('programme', 'Programme', nameCell(audit.programme)),
        dayFact('planned', 'Planned', audit.planned),
        dayFact('performed', 'Performed', audit.performed, say('not yet')),
        fact('auditors', 'Auditors', namesCell(audit.auditors).join(', ') || null),
      ],
    },
    ...particularsPart(prose, audit),
    ...within([
      ...textPart(prose, 'Conclusion', conclusion),
      criteriaTable(audit),
      ...(findings.length
        ? [
            {
              ...findingTable(`findings-${audit.id}`, say('Findings of {0}', audit.id), findings, prose),
              series: { id: 'findings', title: say('Findings'), by: say('Audit'), of: audit.id },
            },
          ]
        : [paragraph(say('No finding of {0} is declared.', audit.id))]),
      ...(evidence.length
        ? [
            { type: 'heading' as const, text: say('Evidence') },
            {
              type: 'list' as const,
              items: evidence.map(one => [{ type: 'paragraph' as const, content: evidenceInlines(one) }]),
            },
          ]
        : []),
    ]),
  ];
}

const criteriaTable = ({ id, covers }: AuditReportData['audit']): Table => ({
  ...flatTable(
    `criteria-${id}`,
    say('Criteria and scope of {0}', id),
    [column('id', 'Clause or control', 'id'), column('title', 'Title', 'title')],
    covers.map(({ id: covered, title }): Row => [covered, title ?? undefined]),
  ),
  series: { id: 'criteria', title: say('Criteria and scope'), by: say('Audit'), of: id },
});

/** All audits of the report side by side, which also is what a program gets that takes one table. */
const summaryTable = ({ audits }: AuditReport): Table => ({
  ...flatTable(
    'audits',
    say('Audits in this report'),
    [
      column('id', 'Audit', 'id'),
      column('title', 'Title', 'title'),
      column('performed', 'Performed', 'date'),
      column('auditors', 'Auditors', 'names'),
      column('major', 'Major', 'number'),
      column('minor', 'Minor', 'number'),
      column('observations', 'Observations', 'number'),
      column('opportunities', 'Opportunities', 'number'),
      column('open', 'Open findings', 'number'),
      column('conclusion', 'Conclusion', 'prose'),
    ],
    audits.map(({ audit, conclusion, findings }): Row => {
      const count = (word: string): number => findings.filter(({ severity }) => severity === word).length;
      return [
        audit.id,
        audit.title ?? undefined,
        audit.performed ?? undefined,
        namesCell(audit.auditors),
        count('major'),
        count('minor'),
        count('observation'),
        count('opportunity'),
        findings.filter(({ state }) => state !== 'closed').length,
        conclusion ?? undefined,
      ];
    }),
  ),
  isMain: true,
});
