/** The checklist of stage 1, the review of documents. (ISO/IEC 17021-1, 9.3.1.2) */
import { decisionOf, hasText, isIncluded } from '../analysis/control.ts';
import { soaCoverage } from '../analysis/coverage.ts';
import { hasSecurityPolicy, isSecurityPolicy } from '../analysis/policy.ts';
import { evaluateRisk } from '../analysis/risk.ts';
import { labelled } from '../rules/wording.ts';
import { countedSaying, later, saying } from '../wording/wording.ts';
import { approval, covering, currentProgramme, documented, internalAudits, last, lastAndNext, on } from './facts.ts';
import type { Line } from './line.ts';

export const stage1Lines: readonly Line[] = [
  {
    id: 'sources',
    stage: 1,
    title: 'What is written can be read and agrees with itself',
    clause: '7.5.2, 7.5.3',
    findings: ['syntax', 'name', 'config', 'isms', 'suppression', 'control', 'date', 'internal', 'field', 'defaults'],
    remedy: '',
    judge: view => ({ at: view.isms, exists: true }),
  },
  {
    id: 'context',
    stage: 1,
    title: 'Context and interested parties',
    clause: '4.1, 4.2',
    findings: ['issue', 'party', 'requirement'],
    remedy: later('Declare an `issue` for what bears on the ISMS, and a `party` with its requirements.'),
    judge: view => {
      const [issues, parties] = [view.all('Issue'), view.known('Party')];
      const requirements = parties.reduce((sum, party) => sum + party.requirements.length, 0);
      return {
        at: issues[0] ?? parties[0],
        exists: issues.length > 0 && parties.length > 0,
        facts: [
          countedSaying(issues.length, '{0} issue', '{0} issues'),
          countedSaying(parties.length, '{0} party', '{0} parties'),
          countedSaying(requirements, '{0} requirement', '{0} requirements'),
        ],
      };
    },
  },
  {
    id: 'legal',
    stage: 1,
    title: 'Legal and contractual requirements',
    clause: '4.2, A.5.31',
    findings: [],
    remedy: later('Declare the `requirement`s of authorities and customers with `kind: legal` or `contractual`.'),
    judge: view => {
      const requirements = view
        .known('Party')
        .flatMap(party => party.requirements.map(one => ({ party, kind: one.kind })));
      const binding = requirements.filter(({ kind }) => kind?.value === 'legal' || kind?.value === 'contractual');
      return {
        at: binding[0]?.party ?? covering(view, 'A.5.31'),
        facts: [countedSaying(binding.length, '{0} requirement', '{0} requirements')],
      };
    },
  },
  {
    id: 'scope',
    stage: 1,
    title: 'Scope',
    clause: '4.3',
    findings: ['scope'],
    remedy: later('Declare a `scope` with its `statement:`.'),
    judge: view => ({ at: view.all('Scope')[0] }),
  },
  {
    id: 'roles',
    stage: 1,
    title: 'Leadership and roles',
    clause: '5.1, 5.3',
    findings: ['isms/no-owner', 'role', 'person'],
    counts: 'Role',
    remedy: later('Declare the `role`s of the ISMS, one of them marked `top-management`.'),
    judge: view => ({ at: view.known('Role').find(role => role.topManagement) ?? view.known('Role')[0] }),
  },
  {
    id: 'policy',
    stage: 1,
    title: 'Information security policy, approved by top management',
    clause: '5.2',
    findings: ['policy'],
    remedy: later('Declare a `document` with `kind: policy` and `covers: 5.2`, and have top management approve it.'),
    judge: view => {
      const documents = view.known('PolicyDocument');
      const policy = documents.find(isSecurityPolicy) ?? documents.find(({ kind }) => kind?.value === 'policy');
      return { at: policy, exists: view.get(hasSecurityPolicy), facts: approval(policy?.approved) };
    },
  },
  {
    id: 'opportunities',
    stage: 1,
    title: 'Risks and opportunities of the ISMS',
    clause: '6.1.1',
    findings: ['opportunity'],
    remedy: later(
      'Say in `risks:` of the issues through which risks they are addressed, and declare what could improve as an `opportunity`.',
    ),
    judge: view => ({
      at:
        view.all('Opportunity')[0] ??
        view.all('Issue').find(({ risks }) => risks.length) ??
        view.all('Finding').find(({ severity }) => severity?.value === 'opportunity') ??
        covering(view, '6.1.1'),
      facts: [saying('{0} issues lead to risks', view.all('Issue').filter(({ risks }) => risks.length).length)],
    }),
  },
  {
    id: 'method',
    stage: 1,
    title: 'Method of risk assessment and treatment',
    clause: '6.1.2, 6.1.3',
    findings: ['method'],
    documents: ['risk-treatment-process'],
    remedy: later('Declare a `method` with its scales, levels and `appetite:`.'),
    judge: view => ({ at: view.all('Method')[0], facts: approval(view.all('Method')[0]?.approved) }),
  },
  {
    id: 'risk-assessment',
    stage: 1,
    title: 'Risk assessment',
    clause: '6.1.2, 8.2',
    findings: [
      'asset',
      'risk/no-affected-property',
      'risk/no-assessment-date',
      'risk/no-owner',
      'risk/not-analysed',
      'risk/not-identified',
      'risk/off-scale',
      'risk/review-overdue',
    ],
    documents: ['risk-assessment-results'],
    counts: 'Risk',
    remedy: later('Declare each `risk` with its owner, likelihood and impact.'),
    judge: view => ({
      at: view.all('Risk')[0],
      facts: [
        countedSaying(view.all('Asset').length, '{0} asset', '{0} assets'),
        ...last(view.all('Risk'), ({ assessed }) => assessed, 'last assessed {0}'),
      ],
    }),
  },
  {
    id: 'risk-treatment',
    stage: 1,
    title: 'Risk treatment plan, with what remains accepted by the risk owners',
    clause: '6.1.3',
    findings: ['risk'],
    counts: 'Risk',
    remedy: later('Say of each `risk` above the appetite what is done about it: `treatment:` and a `residual` block.'),
    judge: view => {
      const risks = view.all('Risk');
      const treated = risks.filter(({ treatment }) => treatment.length);
      const accepted = risks.filter(risk => risk.accepted).length;
      // Whether a risk needs a treatment shows only once its level is known.
      const undecided = risks.filter(risk => !risk.treatment.length && !evaluateRisk(view, risk).inherent?.level);
      return {
        at: treated[0] ?? risks[0],
        exists: risks.length > undecided.length,
        facts: [saying('{0} with a treatment', treated.length), saying('{0} accepted', accepted)],
        open: undecided.map(risk => ({
          at: risk,
          message: saying(
            '{0} has neither a level nor a treatment; assess it, then decide what is done about it.',
            labelled(risk),
          ),
        })),
      };
    },
  },
  {
    id: 'soa',
    stage: 1,
    title: 'Statement of Applicability, justified and approved',
    clause: '6.1.3 d',
    findings: ['soa', 'control/untitled'],
    remedy: later(
      'Declare a `control` entry for each of the 93 controls of Annex A, with `applicable:` and `justification:`.',
    ),
    judge: view => {
      const { total } = view.get(soaCoverage);
      const version = view.isms?.version;
      return {
        at: view.all('Control').find(decisionOf),
        count: { done: total.decided, total: total.total, what: 'controls decided' },
        facts: [...(version ? [saying('version {0}', version.value)] : []), ...approval(view.isms?.approved)],
      };
    },
  },
  {
    id: 'objectives',
    stage: 1,
    title: 'Information security objectives',
    clause: '6.2',
    findings: ['objective'],
    documents: ['security-objectives'],
    counts: 'Objective',
    remedy: later('Declare `objective`s with `target:`, `owner:`, `due:` and `evaluation:`.'),
    judge: documented('Objective', 'security-objectives'),
  },
  {
    id: 'changes-planned',
    stage: 1,
    title: 'Changes of the ISMS are planned',
    clause: '6.3',
    findings: [],
    remedy: later('Declare the `change`s of the ISMS, or a `document` that `covers: 6.3`.'),
    judge: view => ({ at: view.all('Change')[0] ?? covering(view, '6.3') }),
  },
  {
    id: 'resources',
    stage: 1,
    title: 'Resources',
    clause: '7.1',
    findings: [],
    remedy: later(
      'Say in `resources:` of the `isms` what people, time and money it has, or declare a `document` that `covers: 7.1`.',
    ),
    judge: view => ({ at: hasText(view.isms?.resources) ? view.isms : covering(view, '7.1') }),
  },
  {
    id: 'competence',
    stage: 1,
    title: 'Competence',
    clause: '7.2',
    findings: ['competence'],
    documents: ['competence-evidence'],
    counts: 'Competence',
    remedy: later('Declare `competence` records with their evidence.'),
    judge: documented('Competence', 'competence-evidence'),
  },
  {
    id: 'awareness',
    stage: 1,
    title: 'Awareness',
    clause: '7.3',
    findings: [],
    remedy: later('Decide about A.6.3 and say how it is implemented, or declare a `document` that `covers: 7.3`.'),
    judge: view => ({
      at:
        covering(view, '7.3') ??
        view
          .all('Control')
          .find(
            control =>
              isIncluded(control) &&
              control.names.some(({ value }) => value === 'A.6.3') &&
              hasText(control.implementation),
          ),
    }),
  },
  {
    id: 'communication',
    stage: 1,
    title: 'Communication',
    clause: '7.4',
    findings: ['communication'],
    remedy: later('Declare what is communicated as `communication`, or a `document` that `covers: 7.4`.'),
    judge: view => ({
      at: view.all('Communication')[0] ?? covering(view, '7.4'),
      facts: [countedSaying(view.count('Communication'), '{0} communication', '{0} communications')],
    }),
  },
  {
    id: 'documents',
    stage: 1,
    title: 'Documented information under control',
    clause: '7.5',
    findings: ['document'],
    documents: ['*'],
    counts: 'PolicyDocument',
    remedy: later('Declare each `document` with its owner, version, approval and review interval.'),
    judge: view => ({ at: view.known('PolicyDocument')[0] }),
  },
  {
    id: 'audit-programme',
    stage: 1,
    title: 'Internal audit planned',
    clause: '9.2',
    findings: ['audit', 'programme'],
    documents: ['audit-programme'],
    remedy: later('Declare a `programme` and its `audit`s with `planned:`.'),
    judge: view => {
      const audits = internalAudits(view);
      return {
        at: currentProgramme(view) ?? audits[0],
        exists: audits.length > 0,
        facts: lastAndNext(audits, ({ performed }) => performed, 'last performed {0}'),
      };
    },
  },
  {
    id: 'review-planned',
    stage: 1,
    title: 'Management review planned',
    clause: '9.3',
    findings: ['review/no-date', 'review/none', 'review/overdue'],
    remedy: later('Declare a `review` with `planned:`.'),
    judge: view => {
      const reviews = view.all('Review');
      return { at: reviews[0], facts: lastAndNext(reviews, ({ held }) => held, 'last held {0}') };
    },
  },
  {
    id: 'certification-body',
    stage: 1,
    title: 'Accredited certification body',
    clause: 'ISO/IEC 17021-1',
    findings: ['certification/stage-order', 'certification/unaccredited-body', 'certification/unknown-accreditation'],
    remedy: later('Declare a `certification` with its `body:` and `accredited-by:`.'),
    judge: view => {
      const certification = view.all('Certification').find(({ body }) => body);
      const [people, sites] = [view.isms?.headcount?.value, view.all('Scope')[0]?.locations.length ?? 0];
      // The body plans the time of the audit by them. (ISO/IEC 27006-1)
      const size = [
        ...(people === undefined ? [] : [saying('{0} people', people)]),
        ...(sites ? [countedSaying(sites, '{0} site', '{0} sites')] : []),
      ];
      return { at: certification, facts: [...on(certification?.stage1, 'stage 1 {0}'), ...size] };
    },
  },
];
