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
import { inEnglish } from '../../wording/wording.ts';
import { type Given, type Item, paged, type Tone, type Tree, view } from './shared/view.ts';

export default view({ id: 'readiness', title: 'Readiness', order: 2, filters: [], build });

function build({ workspace, unit }: Given): Tree {
  if (workspace.failedRules([unit]).length)
    return { items: [], message: 'A check failed, so the readiness is not known.' };
  const { stages } = readiness(workspace, unit);
  const next = stages.find(({ isReady }) => !isReady);
  return { items: stages.map(stage => stageItem(stage, stage === next)) };
}

function stageItem({ stage, isReady, lines }: StageReadiness, isOpen: boolean): Item {
  const { met, total } = progressOf(lines);
  const sorted = [...lines].sort(compareUrgency);
  return {
    id: String(stage),
    label: stage === 'surveillance' ? 'Surveillance' : `Stage ${stage}`,
    description: isReady ? `ready, ${met} of ${total}` : `${met} of ${total} points met`,
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
  const { id, title, clause, state, count, facts, open } = line;
  const done = count && `${count.done} of ${count.total} ${count.what}`;
  return {
    id,
    label: title,
    description: isOpenLine(line)
      ? [state, open.length > 1 && `${open.length} open`].filter(Boolean).join(', ')
      : (done ?? ''),
    tooltip: [
      `${title} (${clause}): ${state === 'nothing' ? 'nothing to judge yet' : state}`,
      done,
      ...facts.map(inEnglish),
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
  label: message,
  ...(isLate && { description: 'late' }),
  tooltip: [message, code].filter(Boolean).join('\n'),
  icon: severity === 'error' ? 'error' : 'warning',
  tone: severity === 'error' ? 'bad' : 'warn',
  place,
});
