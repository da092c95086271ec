/** What to do now, in the order in which an ISMS is built: the steps of `isms next`. */
import { nextSteps } from '../../readiness/next.ts';
import { readiness } from '../../readiness/readiness.ts';
import { type Given, type Tree, view } from './shared/view.ts';

export default view({ id: 'next', title: 'What Next', order: 1, filters: [], build });

function build({ workspace, unit }: Given): Tree {
  if (workspace.failedRules([unit]).length)
    return { items: [], message: 'A check failed, so what comes next is not known.' };
  const { done, total, steps } = nextSteps(readiness(workspace, unit));
  return {
    message: `${done} of ${total} points are met.${steps.length ? '' : ' Nothing is open.'}`,
    items: steps.map(({ id, title, clause, number, message, place, open }) => ({
      id,
      label: title,
      description: `${message}${open > 1 ? ` (and ${open - 1} more)` : ''}`,
      tooltip: `Step ${number} of ${total}: ${title} (${clause})\n${message}`,
      icon: 'arrow-right',
      place,
    })),
  };
}
