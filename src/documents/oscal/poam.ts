/** What is still to be done, as plans of action and milestones: for risks and opportunities, and for what was found. (8.3, 10.2) */
import { riskLines } from '../../analysis/risk-register.ts';
import { refusing } from '../../wording/said-error.ts';
import type { Subject } from '../artefact.ts';
import type { ActionData } from '../data/_shared.ts';
import { correctiveActionsData, type FindingData } from '../data/corrective-actions.ts';
import { riskTreatmentPlanData, type TreatedRisk } from '../data/risk-treatment-plan.ts';
import { idIn, type ModelContext, metadata, responsible } from './model.ts';
import { NothingToSayError } from './nothing-to-say.ts';
import { observation, observationId } from './observations.ts';
import { dayIn, line, list, moment, property, text } from './values.ts';

/**
 * The actions of the risk treatment plan. A risk is open, or remediating as long as an action for it is; that one is closed no register says.
 * @throws NothingToSayError without any action
 */
export function treatmentMilestones({ view }: Subject, context: ModelContext): object {
  const { risks, opportunities } = riskTreatmentPlanData(view, riskLines(view));
  const acted = risks.filter(({ actions }) => actions.length);
  const items = [
    ...acted.flatMap(risk =>
      risk.actions.map((action, at) =>
        actionItem(context, action, ['risk', risk.id, at], {
          'related-risks': [{ 'risk-uuid': riskId(context, risk) }],
        }),
      ),
    ),
    ...opportunities.flatMap(one =>
      one.actions.map((action, at) => actionItem(context, action, ['opportunity', one.id, at])),
    ),
  ];
  const actions = [...acted, ...opportunities].flatMap(one => one.actions);
  return plan(
    context,
    'treatment',
    items,
    actions,
    list(
      'risks',
      acted.map(risk => riskOf(risk, context)),
    ),
  );
}

/**
 * What is done about findings: their actions, and a finding without any itself.
 * @throws NothingToSayError where nothing was found
 */
export function correctiveMilestones({ view }: Subject, context: ModelContext): object {
  const { findings } = correctiveActionsData(view);
  const items = findings.flatMap(finding => {
    const related = { 'related-observations': [{ 'observation-uuid': observationId(context, finding) }] };
    if (!finding.actions.length) return [findingItem(context, finding, related)];
    return finding.actions.map((action, at) => actionItem(context, action, ['finding', finding.id, at], related));
  });
  const actions = findings.flatMap(one => one.actions);
  const { asOf } = context.head;
  return plan(context, 'correction', items, actions, {
    ...list(
      'observations',
      findings.map(one => observation(context, one, asOf)),
    ),
  });
}

function plan(
  context: ModelContext,
  what: string,
  items: readonly object[],
  actions: readonly ActionData[],
  rest: object,
): object {
  if (!items.length)
    throw new NothingToSayError(
      refusing('A plan of OSCAL has at least one action, and there is none in this document.'),
    );
  return {
    'plan-of-action-and-milestones': {
      uuid: idIn(context, 'plan-of-action-and-milestones', what),
      metadata: metadata(
        context,
        actions.flatMap(({ owner }) => (owner ? [owner] : [])),
      ),
      'system-id': { id: line(context.head.isms?.id, 'ISMS') },
      ...rest,
      'poam-items': items,
    },
  };
}

/** What an action is of, and its place there, since it needs no id of its own. */
type ActionPath = readonly [what: string, id: string, at: number];

/** By its own id where it has one, so that it stays the same when others are put before it. */
const actionId = (context: ModelContext, { id }: ActionData, [what, of, at]: ActionPath): string =>
  idIn(context, 'action', what, of, id ?? String(at));

const actionItem = (context: ModelContext, action: ActionData, path: ActionPath, rest: object = {}): object => ({
  uuid: actionId(context, action, path),
  title: line(action.title, action.id ?? 'Action'),
  description: text(action.description, line(action.title, 'Not described.')),
  ...list('props', actionProperties(action)),
  ...rest,
});

const actionProperties = ({ id, status, due, completed, owner, controls }: ActionData) => [
  ...property('id', id),
  ...property('status', status),
  ...property('due', due),
  ...property('completed', completed),
  ...property('owner', owner?.id),
  ...controls.flatMap(control => property('control', control.id)),
];

const findingItem = (context: ModelContext, finding: FindingData, related: object): object => ({
  uuid: idIn(context, 'item', finding.id),
  title: line(finding.title, finding.id),
  description: text(finding.description, line(finding.title, finding.id)),
  props: [...property('id', finding.id), ...property('state', finding.state), ...property('due', finding.due)],
  ...related,
});

const riskId = (context: ModelContext, { id }: TreatedRisk): string => idIn(context, 'risk', id);

function riskOf(risk: TreatedRisk, context: ModelContext): object {
  const title = line(risk.title, risk.id);
  // What was cancelled is no answer to the risk any more; its item in the plan says so.
  const remediations = risk.actions.flatMap((action, at) =>
    action.status === 'cancelled' ? [] : [remediation(action, context, ['remediation', risk.id, at])],
  );
  return {
    uuid: riskId(context, risk),
    title,
    description: title,
    statement: title,
    props: [
      ...property('id', risk.id),
      ...risk.treatment.flatMap(word => property('treatment', word)),
      ...property('level-before-treatment', risk.inherent?.level),
      ...property('level-after-treatment', risk.residual?.level),
      ...property('owner', risk.owner?.id),
    ],
    status: risk.actions.some(isToDo) ? 'remediating' : 'open',
    ...list('remediations', remediations),
  };
}

const isToDo = ({ status, completed }: ActionData): boolean =>
  completed === null && status !== 'done' && status !== 'cancelled';

function remediation(action: ActionData, context: ModelContext, path: ActionPath): object {
  const title = line(action.title, action.id ?? 'Action');
  const due = dayIn(action.due);
  return {
    uuid: actionId(context, action, path),
    lifecycle: isToDo(action) ? 'planned' : 'completed',
    title,
    description: text(action.description, title),
    ...(due !== undefined && {
      tasks: [
        {
          uuid: idIn(context, 'task', path[1], action.id ?? String(path[2])),
          type: 'milestone',
          title,
          timing: { 'on-date': { date: moment(due) } },
          ...responsible([action.owner]),
        },
      ],
    }),
  };
}
