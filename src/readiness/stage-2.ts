/** The checklist of stage 2: whether what the documents say is put into practice. (ISO/IEC 17021-1, 9.3.1.3) */
import { isOpen, isOverdue } from '../analysis/action.ts';
import { auditGap } from '../analysis/audit-coverage.ts';
import { controlStatus } from '../analysis/coverage.ts';
import { missingDocuments } from '../analysis/documented.ts';
import { isNonconformity, isOpenMajor } from '../analysis/finding.ts';
import { implementation } from '../analysis/implementation.ts';
import { later, saying } from '../wording/wording.ts';
import { currentProgramme, internalAudits, last, on } from './facts.ts';
import type { Line } from './line.ts';

export const stage2Lines: readonly Line[] = [
  {
    id: 'implementation',
    stage: 2,
    title: 'Controls implemented',
    clause: '6.1.3, 8.1',
    findings: ['risk/credits-unimplemented-control', 'soa/planned-without-action', 'soa/status-contradicted'],
    remedy: later('Put the controls into practice and set `status: implemented`.'),
    judge: view => {
      const { included, implemented, open } = implementation(view);
      const unplanned = open.filter(({ isPlanned }) => !isPlanned);
      // What is planned or partial is the matter of a rule.
      const silent = unplanned.filter(({ control }) => controlStatus(control) === undefined);
      return {
        at: view.all('Control').find(({ status }) => status?.value === 'implemented'),
        exists: implemented > 0,
        count: { done: implemented, total: included, what: 'included controls implemented' },
        facts: open.length ? [saying('{0} of the others planned as actions', open.length - unplanned.length)] : [],
        open: silent.map(({ id, control }) => ({
          at: control,
          message: saying(
            '{0} is not implemented, and no open action puts it in place; implement it or plan an action.',
            id,
          ),
        })),
      };
    },
  },
  {
    id: 'evidence',
    stage: 2,
    title: 'Evidence that controls work',
    clause: '8.1, 9.1',
    findings: ['evidence', 'soa/no-evidence', 'soa/inherited-without-assurance'],
    remedy: later('Declare `evidence` with `collected:` and `valid:`, and name it at the controls that it shows.'),
    judge: view => {
      const { implemented, evidenced } = implementation(view);
      return {
        at: view.known('Evidence')[0],
        count: { done: evidenced, total: implemented, what: 'implemented controls with evidence' },
      };
    },
  },
  {
    id: 'actions',
    stage: 2,
    title: 'Actions, changes and exceptions in time',
    clause: '6.1.3 e, 6.2, 6.3, 8.3',
    findings: [
      'risk/overdue-action',
      'soa/overdue-action',
      'risk/monitoring-overdue',
      'objective/missed-without-action',
      'objective/overdue',
      'change',
      'exception',
    ],
    remedy: '',
    judge: view => {
      const owners = [...view.all('Risk'), ...view.all('Objective'), ...view.all('Control')].filter(
        owner => owner.actions.length,
      );
      const actions = owners.flatMap(owner => owner.actions);
      return {
        at: owners[0],
        exists: true,
        count: {
          done: actions.filter(action => !isOpen(action)).length,
          total: actions.length,
          what: 'actions done',
        },
        facts: [saying('{0} overdue', actions.filter(action => isOverdue(action, view.asOf)).length)],
      };
    },
  },
  {
    id: 'monitoring',
    stage: 2,
    title: 'Monitoring and measurement',
    clause: '9.1',
    findings: ['metric'],
    counts: 'Metric',
    remedy: later('Declare `metric`s with `target:`, `measured:` and their results.'),
    judge: view => ({
      at: view.all('Metric')[0],
      exists: !view.get(missingDocuments).includes('monitoring-results'),
    }),
  },
  {
    id: 'audit-performed',
    stage: 2,
    title: 'Internal audits performed',
    clause: '9.2',
    findings: [
      'audit/conclusion-contradicted',
      'audit/control-not-covered',
      'audit/no-report',
      'audit/not-covered',
      'programme/ended',
    ],
    remedy: later('Perform the internal audit and set `performed:`.'),
    judge: view => {
      const programme = currentProgramme(view);
      const gap = programme && auditGap(view, programme, ({ performed }) => performed !== undefined);
      return {
        at: internalAudits(view).find(({ performed }) => performed),
        ...(gap && {
          count: {
            done: gap.clauses.total + gap.controls.total - gap.clauses.missing.length - gap.controls.missing.length,
            total: gap.clauses.total + gap.controls.total,
            what: 'clauses and controls audited in this cycle',
          },
        }),
      };
    },
  },
  {
    id: 'review-held',
    stage: 2,
    title: 'Management review held, with results',
    clause: '9.3',
    findings: ['review'],
    remedy: later('Hold the management review and set `held:`, `attendees:`, `inputs:` and its decisions.'),
    judge: view => ({
      at: view.all('Review').find(({ held }) => held),
      facts: last(view.all('Review'), ({ held }) => held, 'last held {0}'),
    }),
  },
  {
    id: 'nonconformities',
    stage: 2,
    title: 'Nonconformities corrected, none of them major and open',
    clause: '10.2',
    findings: ['finding'],
    remedy: '',
    judge: view => {
      const found = view.all('Finding').filter(isNonconformity);
      return {
        at: found[0],
        exists: true,
        count: {
          done: found.filter(({ closed }) => closed).length,
          total: found.length,
          what: 'nonconformities closed',
        },
        facts: [saying('{0} major open', found.filter(isOpenMajor).length)],
      };
    },
  },
  {
    id: 'incidents',
    stage: 2,
    title: 'Incidents handled and learnt from',
    clause: 'A.5.24 to A.5.28',
    findings: ['incident', 'risk/incident-since-assessment'],
    remedy: '',
    judge: view => {
      const incidents = view.all('Incident');
      const resolved = incidents.filter(incident => incident.resolved).length;
      return {
        at: incidents[0],
        exists: true,
        count: { done: resolved, total: incidents.length, what: 'incidents resolved' },
      };
    },
  },
  {
    id: 'suppliers',
    stage: 2,
    title: 'Suppliers reviewed',
    clause: 'A.5.22',
    findings: ['supplier'],
    counts: 'Supplier',
    remedy: '',
    judge: view => ({ at: view.known('Supplier')[0], exists: true }),
  },
  {
    id: 'certification-dates',
    stage: 2,
    title: 'Dates of the certification',
    clause: 'ISO/IEC 17021-1',
    findings: ['certification'],
    remedy: '',
    judge: view => {
      const certification = view.all('Certification')[0];
      return {
        at: certification,
        exists: true,
        facts: [...on(certification?.stage2, 'stage 2 {0}'), ...on(certification?.expires, 'certificate expires {0}')],
      };
    },
  },
];
