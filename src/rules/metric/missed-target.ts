import { isOpen } from '../../analysis/action.ts';
import { isExplained } from '../../analysis/control.ts';
import { dateOf } from '../../analysis/deadline.ts';
import { isMet } from '../../analysis/metric.ts';
import { missedBy } from '../../analysis/objective.ts';
import { type Action, type Declarations, nameSpan } from '../../model/declaration.ts';
import type { IsmsView } from '../../model/view.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';
import { shortLabel } from '../wording.ts';

export default rule({
  code: 'metric/missed-target',
  severity: 'warning',
  clause: '9.1, 10.1',
  summary: 'The last result of a metric missed its target, and nothing follows from it.',
  why: 'What is measured is analysed and evaluated, so that something is done about it. A target that is missed without a word shows that nobody reads the results.',
  remedy:
    'Raise a `finding` on one of the controls of the metric, add an `action` to its objective, or say in `description:` of the result what was decided.',
  example: {
    bad: 'metric PatchLatency "Days to patch" {\n  target: "7 days"\n  result "12 days" { on: 2026-03-31  met: no }\n  result "14 days" { on: 2026-04-30  met: no }\n}',
    good: 'metric PatchLatency "Days to patch" {\n  target: "7 days"\n  result "12 days" { on: 2026-03-31  met: no }\n  result "14 days" { on: 2026-04-30  met: no  description: "A second window each week was decided" }\n}',
    asOf: '2026-06-01',
  },
  on: ['Metric'],
  check(metric, context) {
    const dated = metric.results.flatMap(result => {
      const on = dateOf(result.on);
      return on ? [{ on, result }] : [];
    });
    dated.sort((a, b) => (a.on < b.on ? 1 : -1));
    const until = dated.findIndex(({ result }) => isMet(metric, result) !== false);
    const missed = until < 0 ? dated : dated.slice(0, until);
    const [newest] = missed;
    // What was decided is said at the result itself: what followed from an earlier one did not help, and notes of the metric have no day.
    if (!newest || isExplained(newest.result) || isActedOn(context, metric, newest.on)) return;
    context.report({
      at: newest.result.met ?? newest.result.value ?? nameSpan(newest.result),
      message: saying(
        missed.length > 1
          ? '{0} missed its target {1} times in a row, and nothing follows; raise a finding, add an action to its objective, or explain it.'
          : '{0} missed its target on {1}, and nothing follows; raise a finding, add an action to its objective, or explain it.',
        shortLabel(metric),
        missed.length > 1 ? missed.length : newest.on,
      ),
    });
  },
});

/**
 * Whether something follows from a miss: an action of its objective or one that improves what it measures is open or was done since, or a
 * finding on one of its controls is open or was raised since. Of an objective that is said to be reached all the same another rule tells.
 */
function isActedOn(view: IsmsView, metric: Declarations['Metric'], missed: string): boolean {
  const { objective, controls } = metric;
  const follows = (action: Action): boolean => isOpen(action) || (dateOf(action.completed) ?? '') >= missed;
  const aim = objective && view.resolve(objective)?.declaration;
  if (aim?.$type === 'Objective' && (aim.actions.some(follows) || missedBy(aim, metric))) return true;
  return controls.some(ref => {
    const entry = view.resolve(ref)?.declaration;
    if (entry?.$type === 'Control' && entry.actions.some(follows)) return true;
    return view
      .users(ref.name, 'Control', 'Finding')
      .some(({ closed, raised }) => !closed || (dateOf(raised) ?? '') >= missed);
  });
}
