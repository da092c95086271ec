/** The audits that were performed, with what they looked at and found, as results of assessments. (9.2) */

import { statementOfApplicability } from '../../analysis/soa.ts';
import { findControl } from '../../catalogues/annex-a.ts';
import { findClause } from '../../catalogues/clauses.ts';
import { refusing } from '../../wording/said-error.ts';
import type { Parameters, Subject } from '../artefact.ts';
import type { NamedData } from '../data/_shared.ts';
import { type AuditReportData, auditReportData } from '../data/audit-report.ts';
import type { FindingData } from '../data/corrective-actions.ts';
import { statementToken } from './catalog.ts';
import { idIn, type ModelContext, metadata } from './model.ts';
import { NothingToSayError } from './nothing-to-say.ts';
import { observation, observationId } from './observations.ts';
import { clauseToken, dayIn, line, list, moment, property, text, token } from './values.ts';

/** @throws NothingToSayError where no audit was performed, or one says not what it covers */
export function assessmentResults({ view }: Subject, context: ModelContext, { audit }: Parameters): object {
  const own = new Set(statementOfApplicability(view).lines.map(({ id }) => id));
  const performed = auditReportData(view, audit).audits.flatMap(report => {
    const day = dayIn(report.audit.performed);
    return day === undefined ? [] : [{ report, day, controls: controlsOf(report.audit.covers, own) }];
  });
  if (!performed.length)
    throw new NothingToSayError(refusing('Results of OSCAL are of at least one audit, and none was performed.'));
  const open = performed.filter(({ controls }) => !controls.length).map(({ report }) => report.audit.id);
  if (open.length)
    throw new NothingToSayError(
      refusing(
        'OSCAL asks which controls were looked at, and these audits cover none: {0}. Say it with “covers”.',
        open.join(', '),
      ),
    );
  const plan = idIn(context, 'plan');
  return {
    'assessment-results': {
      uuid: idIn(context, 'assessment-results', audit ?? ''),
      metadata: metadata(
        context,
        performed.flatMap(({ report }) => report.audit.auditors),
      ),
      'import-ap': { href: `#${plan}` },
      results: performed.map(one => result(one, context, own)),
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: 'Audit programme',
            rlinks: [{ href: context.fileOf('audit-programme', 'json'), 'media-type': 'application/json' }],
          },
        ],
      },
    },
  };
}

interface Performed {
  readonly report: AuditReportData;
  readonly day: string;
  readonly controls: readonly string[];
}

function result({ report, day, controls }: Performed, context: ModelContext, own: ReadonlySet<string>): object {
  const { audit, conclusion, findings } = report;
  return {
    uuid: idIn(context, 'result', audit.id),
    title: line(audit.title, audit.id),
    description: text(conclusion, 'No conclusion is stated.'),
    start: moment(day),
    props: [
      ...property('id', audit.id),
      ...property('kind', audit.kind),
      ...property('programme', audit.programme?.id),
      ...audit.auditors.flatMap(one => property('auditor', one.id)),
    ],
    'reviewed-controls': {
      'control-selections': [{ 'include-controls': controls.map(id => ({ 'control-id': id })) }],
    },
    ...list(
      'observations',
      findings.map(one => observation(context, one, day)),
    ),
    ...list(
      'findings',
      findings.flatMap(one => unmet(one, context, own)),
    ),
  };
}

/** A nonconformity says of each requirement that it was not satisfied when it was looked at; what was done since is a remark. */
function unmet(finding: FindingData, context: ModelContext, own: ReadonlySet<string>): object[] {
  if (!finding.nonconformity) return [];
  return controlsOf(finding.requirements, own).map(control => ({
    uuid: idIn(context, 'finding', finding.id, control),
    title: line(finding.title, finding.id),
    description: text(finding.description, line(finding.title, finding.id)),
    target: {
      type: 'statement-id',
      'target-id': statementToken(control),
      status: {
        state: 'not-satisfied',
        ...(finding.closed !== null && { remarks: `Closed ${line(finding.closed, '')}` }),
      },
    },
    'related-observations': [{ 'observation-uuid': observationId(context, finding) }],
  }));
}

/** The tokens in the catalogue of what is named: controls of Annex A and the organisation's own, and clauses. Each once. */
const controlsOf = (all: readonly NamedData[], own: ReadonlySet<string>): string[] => [
  ...new Set(
    all.flatMap(({ id }) => {
      if (findControl(id) || own.has(id)) return [token(id)];
      return findClause(id) ? [clauseToken(id)] : [];
    }),
  ),
];
