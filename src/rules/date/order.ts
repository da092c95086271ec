import { isOpen } from '../../analysis/action.ts';
import { cycleOf } from '../../analysis/audit-coverage.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { farAhead } from '../../analysis/horizon.ts';
import { addDays, addMonths } from '../../model/dates.ts';
import type { Action, Declaration, Kind, Located, Ref, Span } from '../../model/declaration.ts';
import { type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** So many days before its last day an audit may have begun, and findings may have been raised and corrected. */
const daysOfAudit = 14;

/** So many days after an emergency change its approval may be written down. */
const daysToApprove = 7;

/** So many months before its day an audit or review may be held: one that was held a year before has another date that is wrong. */
const monthsEarlier = 6;

/** So many days after the end of a programme its last audit may have been performed. */
const daysOfDelay = 90;

export default rule({
  code: 'date/order',
  severity: 'warning',
  clause: '7.5.3',
  summary: 'Two dates of a record stand in an order that cannot be, or a date and a status contradict each other.',
  why: 'Whoever corrects something before it was found, or reports on an audit before it was held, has written the record afterwards. Auditors compare the dates of records, since they show whether the system was lived.',
  remedy: 'Correct the date that is wrong, or the status.',
  example: {
    bad: 'incident INC-1 "Outage" {\n  detected: 2026-03-02\n  resolved: 2026-03-01\n}',
    good: 'incident INC-1 "Outage" {\n  detected: 2026-03-01\n  resolved: 2026-03-02\n}',
    asOf: '2026-06-01',
  },
  on: [
    'Risk',
    'Control',
    'Opportunity',
    'Objective',
    'Finding',
    'Incident',
    'Change',
    'Audit',
    'Review',
    'Metric',
    'Competence',
  ] satisfies Kind[],
  damagedToo: true,
  check(declaration, context) {
    for (const { at, what } of contradictions(declaration, context)) {
      context.report({ at, message: saying('{0}; correct what is wrong.', what) });
    }
  },
});

interface Contradiction {
  readonly at: Span;
  /** A sentence without its end. */
  readonly what: Saying;
}

type Date = Located<string> | undefined;

/** Something that came before what it follows from. */
function before(later: Date, earlier: Date, what: (later: string, earlier: string) => Saying): Contradiction[] {
  const [second, first] = [dateOf(later), dateOf(earlier)];
  return later && second && first && second < first ? [{ at: later, what: what(second, first) }] : [];
}

function contradictions(declaration: Declaration, context: RuleContext): Contradiction[] {
  const name = shortLabel(declaration);
  switch (declaration.$type) {
    case 'Incident':
      return [
        ...before(declaration.resolved, declaration.detected, (b, a) =>
          saying('{0} was resolved on {1}, but detected only on {2}', name, b, a),
        ),
        ...oldEvidence(declaration.evidence, declaration.detected, context, (ref, day, on) =>
          saying('{0} is of {1}, long before {2} was detected on {3}', ref, day, name, on),
        ),
      ];
    case 'Finding':
      return [
        ...ofFinding(declaration, name, context),
        ...(declaration.closed ? [] : plannedTooLate(declaration, name, context)),
        ...ofActions(declaration.actions, name),
      ];
    case 'Change':
      return ofChange(declaration, name);
    case 'Audit':
      return ofAudit(declaration, name, context);
    case 'Review':
      return ofReview(declaration, name, context);
    case 'Metric':
      return ofMetric(declaration, name);
    case 'Competence':
      // A day to come is told as such.
      if ((dateOf(declaration.acquired) ?? '') > context.asOf) return [];
      return oldEvidence(declaration.evidence, declaration.acquired, context, (ref, day, on) =>
        saying('{0} is of {1}, long before {2} was acquired on {3}', ref, day, name, on),
      );
    case 'Objective':
      return [
        ...(isJudged(declaration) ? [] : plannedTooLate(declaration, name, context)),
        ...ofActions(declaration.actions, name),
      ];
    case 'Risk':
    case 'Control':
    case 'Opportunity':
      return ofActions(declaration.actions, name);
    default:
      return [];
  }
}

type Of<K extends Kind> = Extract<Declaration, { $type: K }>;

function ofFinding(
  { audit, incident, raised, due, closed, evidence, actions }: Of<'Finding'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  const found: Contradiction[] = before(due, raised, (b, a) =>
    saying('{0} was due on {1}, before it was raised on {2}', name, b, a),
  );
  // An action that was completed later tells of the day of closing itself.
  const closedOn = dateOf(closed);
  if (closedOn && !actions.some(({ completed }) => (dateOf(completed) ?? '') > closedOn)) {
    found.push(
      ...before(closed, raised, (b, a) => saying('{0} was closed on {1}, before it was raised on {2}', name, b, a)),
    );
  }
  const cause = incident && context.resolve(incident)?.declaration;
  if (cause?.$type === 'Incident') {
    found.push(
      ...before(raised, cause.detected, (b, a) =>
        saying('{0} was raised on {1}, before its incident was detected on {2}', name, b, a),
      ),
    );
  }
  const held = audit && context.resolve(audit)?.declaration;
  const performed = held?.$type === 'Audit' ? dateOf(held.performed) : undefined;
  const on = dateOf(raised);
  if (raised && on && performed && on < addDays(performed, -daysOfAudit)) {
    found.push({ at: raised, what: saying('{0} was raised on {1}, before its audit of {2}', name, on, performed) });
  }
  // After an incident, something is done before anybody writes a finding; and what is seen in an audit may be corrected there.
  for (const action of incident ? [] : actions) {
    const done = dateOf(action.completed);
    if (!on || !done || done >= addDays(on, -daysOfAudit)) continue;
    found.push(
      ...before(action.completed, raised, (b, a) =>
        saying('{0} was completed on {1}, before {2} was raised on {3}', shortLabel(action), b, name, a),
      ),
    );
  }
  // What shows the fault may be old; what shows that it was corrected cannot be.
  const seen = cause?.$type === 'Incident' ? cause.detected : raised;
  if (closed) {
    found.push(
      ...oldEvidence(evidence, seen, context, (ref, day, since) =>
        cause?.$type === 'Incident'
          ? saying('{0} is of {1}, long before the incident of {2} was detected on {3}', ref, day, name, since)
          : saying('{0} is of {1}, long before {2} was raised on {3}', ref, day, name, since),
      ),
    );
  }
  return found;
}

/** The first of the evidence, if all of it is so much older than what it belongs to that it cannot show how that was handled. */
function oldEvidence(
  evidence: readonly Ref[],
  event: Date,
  context: RuleContext,
  what: (ref: string, day: string, on: string) => Saying,
): Contradiction[] {
  const on = dateOf(event);
  const early = on && earlyReport(evidence, addDays(on, -daysOfAudit), context);
  return early ? [{ at: early.ref, what: what(early.ref.name, early.day, on) }] : [];
}

/** Whether an objective is reached or missed: what is done about a missed one is due later. */
const isJudged = ({ status }: Of<'Objective'>): boolean => status?.value === 'reached' || status?.value === 'missed';

/** Open actions that are due only after what they serve. That it is late itself is told by another rule. */
function plannedTooLate(
  { due, actions }: { readonly due?: Date; readonly actions: readonly Action[] },
  name: SayingValue,
  { asOf }: RuleContext,
): Contradiction[] {
  const day = dateOf(due);
  if (!day || day < asOf) return [];
  return actions.flatMap(action => {
    const later = dateOf(action.due);
    if (!action.due || !later || later <= day || !isOpen(action)) return [];
    return [
      { at: action.due, what: saying('{0} is due on {1}, after {2} on {3}', shortLabel(action), later, name, day) },
    ];
  });
}

function ofChange({ status, planned, approved }: Of<'Change'>, name: SayingValue): Contradiction[] {
  const day = dateOf(planned);
  if (status?.value !== 'done' || !day) return [];
  const on = dateOf(approved?.on);
  return approved?.on && on && on > addDays(day, daysToApprove)
    ? [{ at: approved.on, what: saying('{0} was approved on {1}, after it was carried out on {2}', name, on, day) }]
    : [];
}

/** What was measured before its metric was. */
function ofMetric({ since, results }: Of<'Metric'>, name: SayingValue): Contradiction[] {
  const first = results.map(({ on }) => on).sort((a, b) => ((dateOf(a) ?? '9') < (dateOf(b) ?? '9') ? -1 : 1))[0];
  return before(first, since, (b, a) => saying('{0} has a result of {1}, but is measured only since {2}', name, b, a));
}

/** What was performed or held so long before the day for which it was planned that one of the two is wrong. */
function wellAhead(planned: Date, on: Date, what: (on: string, planned: string) => Saying): Contradiction[] {
  const [day, plan] = [dateOf(on), dateOf(planned)];
  return on && day && plan && addMonths(day, monthsEarlier) < plan ? [{ at: on, what: what(day, plan) }] : [];
}

function ofReview(
  { planned, held, decisions, evidence }: Of<'Review'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  // Slides and reports for a review are older than it; minutes alone cannot be.
  const early = earlyReport(evidence, dateOf(held), context);
  return [
    ...wellAhead(planned, held, (on, plan) => saying('{0} was held on {1}, but planned for {2}', name, on, plan)),
    ...(early
      ? [
          {
            at: early.ref,
            what: saying(
              '{0} reports on {1} on {2}, before it was held on {3}',
              early.ref.name,
              name,
              early.day,
              held?.value ?? '',
            ),
          },
        ]
      : []),
    ...decisions.flatMap(decision =>
      before(decision.due, held, (b, a) =>
        saying('{0} was due on {1}, before {2} decided on it on {3}', shortLabel(decision), b, name, a),
      ),
    ),
  ];
}

/** The first of the reports on something, if all of them are older than it. */
function earlyReport(
  evidence: readonly Ref[],
  on: string | undefined,
  context: RuleContext,
): { readonly ref: Ref; readonly day: string } | undefined {
  if (!on) return undefined;
  const reports = evidence.flatMap(ref => {
    const report = context.resolve(ref)?.declaration;
    const day = report?.$type === 'Evidence' ? dateOf(report.collected) : undefined;
    return day ? [{ ref, day }] : [];
  });
  return reports.length === evidence.length && reports.every(({ day }) => day < on) ? reports[0] : undefined;
}

function ofAudit(
  { planned, performed, evidence, programme }: Of<'Audit'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  const found = programme && context.resolve(programme)?.declaration;
  const frame = found?.$type === 'Programme' ? found : undefined;
  const on = dateOf(performed);
  if (!performed) return planned && frame ? outsideOf(frame, planned, name, context) : [];
  if (!on) return [];
  const early = earlyReport(evidence, on, context);
  const { to } = frame ? cycleOf(frame) : {};
  return [
    // Of one before its programme began that is told.
    ...(on < (dateOf(frame?.start) ?? '')
      ? []
      : wellAhead(planned, performed, (day, plan) =>
          saying('{0} was performed on {1}, but planned for {2}', name, day, plan),
        )),
    ...(early
      ? [
          {
            at: early.ref,
            what: saying('{0} reports on {1} on {2}, before the audit of {3}', early.ref.name, name, early.day, on),
          },
        ]
      : []),
    ...before(performed, frame?.start, (b, a) =>
      saying('{0} was performed on {1}, before its programme began on {2}', name, b, a),
    ),
    // A day to come is told as such.
    ...(to && on <= context.asOf && on > addDays(to, daysOfDelay)
      ? [
          {
            at: performed,
            what: saying('{0} was performed on {1}, long after its programme ended on {2}', name, on, to),
          },
        ]
      : []),
  ];
}

/** The day of an audit to come, if it lies outside the cycle of its programme. What is late or far ahead is told as such. */
function outsideOf(
  frame: Of<'Programme'>,
  planned: Located<string>,
  name: SayingValue,
  { asOf }: RuleContext,
): Contradiction[] {
  const day = dateOf(planned);
  if (!day || day < asOf || farAhead(planned, asOf)) return [];
  const { from, to } = cycleOf(frame);
  if (from && day < from) {
    return [
      { at: planned, what: saying('{0} is planned for {1}, before its programme begins on {2}', name, day, from) },
    ];
  }
  return to && day > to
    ? [{ at: planned, what: saying('{0} is planned for {1}, after its programme ends on {2}', name, day, to) }]
    : [];
}

const unfinished: ReadonlySet<string> = new Set(['open', 'planned', 'in-progress', 'cancelled']);

/** Actions that are open and completed. */
const ofActions = (actions: readonly Action[], name: SayingValue): Contradiction[] =>
  actions.flatMap(action => {
    const { status, completed } = action;
    if (!completed || !status || !unfinished.has(status.value)) return [];
    return [
      {
        at: status,
        what: saying(
          '{0} of {1} is {2}, but was completed on {3}',
          shortLabel(action),
          name,
          status.value,
          completed.value,
        ),
      },
    ];
  });
