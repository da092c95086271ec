/** What to do now, in the order in which an ISMS is built: the steps of `isms next`. */
import { type NextStep, nextSteps } from '../../readiness/next.ts';
import { readiness } from '../../readiness/readiness.ts';
import { later, said, say } from '../../wording/wording.ts';
import { type Given, type Item, type Tree, view } from './shared/view.ts';

export default view({ id: 'next', title: later('What Next'), order: 1, filters: [], build });

function build({ workspace, unit }: Given): Tree {
  if (workspace.failedRules([unit]).length)
    return { items: [], message: say('A check failed, so what comes next is not known.') };
  const { done, total, steps } = nextSteps(readiness(workspace, unit));
  return {
    message: say(
      steps.length ? '{0} of {1} points are met.' : '{0} of {1} points are met. Nothing is open.',
      done,
      total,
    ),
    items: steps.map(step => itemOf(step, total)),
  };
}

function itemOf({ id, title, clause, number, message, place, open }: NextStep, total: number): Item {
  const what = said(message);
  return {
    id,
    label: say(title),
    description: open > 1 ? say('{0} (and {1} more)', what, open - 1) : what,
    tooltip: `${say('Step {0} of {1}: {2} ({3})', number, total, say(title), clause)}\n${what}`,
    icon: 'arrow-right',
    place,
  };
}
