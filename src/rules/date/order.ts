import { dateOf } from '../../analysis/deadline.ts';
import { addDays } from '../../model/dates.ts';
import type { AnyNode, Declaration, Kind, Located, Ref, Span } from '../../model/declaration.ts';
import { type Saying, type SayingValue, saying } from '../../wording/wording.ts';
import { type RuleContext, rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

/** So many days before its last day an audit may have begun, and findings may have been raised. */
const daysOfAudit = 14;

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
      return before(declaration.resolved, declaration.detected, (b, a) =>
        saying('{0} was resolved on {1}, but detected only on {2}', name, b, a),
      );
    case 'Finding':
      return [...ofFinding(declaration, name, context), ...ofActions(declaration.actions, name)];
    case 'Change':
      return ofChange(declaration, name, context);
    case 'Audit':
      return ofAudit(declaration, name, context);
    case 'Review':
      return ofReview(declaration, name, context);
    case 'Risk':
    case 'Control':
    case 'Opportunity':
    case 'Objective':
      return ofActions(declaration.actions, name);
    default:
      return [];
  }
}

type Of<K extends Kind> = Extract<Declaration, { $type: K }>;

function ofFinding(
  { audit, incident, raised, due, actions }: Of<'Finding'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  const found: Contradiction[] = before(due, raised, (b, a) =>
    saying('{0} was due on {1}, before it was raised on {2}', name, b, a),
  );
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
  // After an incident, something is done before anybody writes a finding.
  for (const action of incident ? [] : actions) {
    found.push(
      ...before(action.completed, raised, (b, a) =>
        saying('{0} was completed on {1}, before {2} was raised on {3}', shortLabel(action), b, name, a),
      ),
    );
  }
  return found;
}

function ofChange(
  { status, planned, approved }: Of<'Change'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  const day = dateOf(planned);
  if (status?.value !== 'done' || !planned || !day) return [];
  if (day > context.asOf) return [{ at: planned, what: saying('{0} is done, but planned only for {1}', name, day) }];
  const on = dateOf(approved?.on);
  return approved?.on && on && on > day
    ? [{ at: approved.on, what: saying('{0} was approved on {1}, after it was carried out on {2}', name, on, day) }]
    : [];
}

function ofReview(
  { held, decisions, evidence }: Of<'Review'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  // Slides and reports for a review are older than it; minutes alone cannot be.
  const early = earlyReport(evidence, held, context);
  return [
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
  event: Date,
  context: RuleContext,
): { readonly ref: Ref; readonly day: string } | undefined {
  const on = dateOf(event);
  if (!on) return undefined;
  const reports = evidence.flatMap(ref => {
    const report = context.resolve(ref)?.declaration;
    const day = report?.$type === 'Evidence' ? dateOf(report.collected) : undefined;
    return day ? [{ ref, day }] : [];
  });
  return reports.length === evidence.length && reports.every(({ day }) => day < on) ? reports[0] : undefined;
}

function ofAudit(
  { performed, evidence, programme }: Of<'Audit'>,
  name: SayingValue,
  context: RuleContext,
): Contradiction[] {
  const on = dateOf(performed);
  if (!performed || !on) return [];
  const early = earlyReport(evidence, performed, context);
  const frame = programme && context.resolve(programme)?.declaration;
  return [
    ...(early
      ? [
          {
            at: early.ref,
            what: saying('{0} reports on {1} on {2}, before the audit of {3}', early.ref.name, name, early.day, on),
          },
        ]
      : []),
    ...(frame?.$type === 'Programme'
      ? before(performed, frame.start, (b, a) =>
          saying('{0} was performed on {1}, before its programme began on {2}', name, b, a),
        )
      : []),
  ];
}

interface ActionLike extends AnyNode {
  readonly status?: Located<string>;
  readonly completed?: Located<string>;
}

const unfinished: ReadonlySet<string> = new Set(['open', 'planned', 'in-progress', 'cancelled']);

/** Actions that are open and completed. */
const ofActions = (actions: readonly ActionLike[], name: SayingValue): Contradiction[] =>
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
