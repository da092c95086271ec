/** How ready the ISMS is for each stage of the certification: the points, the worst first, and what stands against each. */
import {
  compareUrgency,
  isOpenLine,
  type LineState,
  type OpenItem,
  progressOf,
  type ReadinessLine,
  readiness,
  type StageReadiness,
} from '../../readiness/readiness.ts';
import { later, said, say } from '../../wording/wording.ts';
import { type Given, type Item, paged, type Tone, type Tree, view } from './shared/view.ts';

export default view({ id: 'readiness', title: later('Readiness'), order: 2, filters: [], build });

function build({ workspace, unit }: Given): Tree {
  if (workspace.failedRules([unit]).length)
    return { items: [], message: say('A check failed, so the readiness is not known.') };
  const { stages } = readiness(workspace, unit);
  const next = stages.find(({ isReady }) => !isReady);
  return { items: stages.map(stage => stageItem(stage, stage === next)) };
}

function stageItem({ stage, isReady, lines }: StageReadiness, isOpen: boolean): Item {
  const { met, total } = progressOf(lines);
  const sorted = [...lines].sort(compareUrgency);
  return {
    id: String(stage),
    label: stage === 'surveillance' ? say('Surveillance') : say('Stage {0}', stage),
    description: say(isReady ? 'ready, {0} of {1}' : '{0} of {1} points met', met, total),
    icon: isReady ? 'verified-filled' : 'checklist',
    ...(isReady && { tone: 'good' as const }),
    isOpen,
    children: () => sorted.map(lineItem),
  };
}

const looks: Readonly<Record<LineState, { readonly icon: string; readonly tone: Tone }>> = {
  missing: { icon: 'error', tone: 'bad' },
  incomplete: { icon: 'warning', tone: 'warn' },
  late: { icon: 'history', tone: 'warn' },
  nothing: { icon: 'dash', tone: 'muted' },
  met: { icon: 'pass', tone: 'good' },
};

function lineItem(line: ReadinessLine): Item {
  const { id, clause, state, count, facts, open } = line;
  const title = say(line.title);
  const done = count && say('{0} of {1} {2}', count.done, count.total, say(count.what));
  return {
    id,
    label: title,
    description: isOpenLine(line)
      ? [say(state), open.length > 1 && say('{0} open', open.length)].filter(Boolean).join(', ')
      : (done ?? ''),
    tooltip: [
      `${title} (${clause}): ${say(state === 'nothing' ? 'nothing to judge yet' : state)}`,
      done,
      ...facts.map(said),
    ]
      .filter(Boolean)
      .join('\n'),
    ...looks[state],
    place: open.find(({ place }) => place)?.place ?? line.place,
    ...(open.length && { children: () => paged(open, openItem) }),
  };
}

const openItem = ({ code, severity, isLate, message, place }: OpenItem, index: number): Item => ({
  id: String(index),
  label: said(message),
  ...(isLate && { description: say('late') }),
  tooltip: [said(message), code].filter(Boolean).join('\n'),
  icon: severity === 'error' ? 'error' : 'warning',
  tone: severity === 'error' ? 'bad' : 'warn',
  place,
});
