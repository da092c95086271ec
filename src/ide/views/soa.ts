/** The Statement of Applicability by theme: what is decided about each control, and how far it is. (6.1.3 d) */

import { decisionOf } from '../../analysis/control.ts';
import { type CoverageCounts, controlStatus, entriesById, ownIds, soaCoverage } from '../../analysis/coverage.ts';
import { textOf } from '../../analysis/named.ts';
import { annexA, findControl, themes } from '../../catalogues/annex-a.ts';
import type { Control } from '../../model/declaration.ts';
import { later, say } from '../../wording/wording.ts';
import type { IsmsUnit } from '../../workspace/workspace.ts';
import { inheritedText } from '../code-lens.ts';
import { type Given, type Item, paged, placeIn, type Tone, type Tree, view } from './shared/view.ts';

/** Which controls each filter leaves: those that the checks of this code speak of, as they are by themselves, whatever is shown. */
const findingOf: Readonly<Record<string, string>> = {
  unjustified: 'soa/missing-justification',
  'no-evidence': 'soa/no-evidence',
};

export default view({
  id: 'soa',
  title: later('Statement of Applicability'),
  order: 3,
  filters: [
    { id: 'all', label: later('All controls') },
    { id: 'undecided', label: later('Undecided') },
    { id: 'unjustified', label: later('Without a justification') },
    { id: 'no-evidence', label: later('Implemented without evidence') },
  ],
  build,
});

function build({ unit, filter }: Given): Tree {
  const isms = unit.view();
  const coverage = isms.get(soaCoverage);
  const entries = entriesById(isms.all('Control'));
  const isShown = shownBy(unit, filter);
  const group = (id: string, title: string, counts: CoverageCounts, ids: readonly string[]): Item[] => {
    const shown = ids.filter(name => isShown(entries.get(name)));
    if (!shown.length) return [];
    const isComplete = counts.decided === counts.total;
    return [
      {
        id,
        label: say(title),
        description:
          filter === 'all'
            ? say('{0} of {1} decided', counts.decided, counts.total)
            : say('{0} of {1}', shown.length, counts.total),
        icon: isComplete ? 'pass' : 'circle-large-outline',
        ...(isComplete && { tone: 'good' as const }),
        isOpen: filter !== 'all',
        children: () => paged(shown, name => controlItem(unit, name, entries.get(name))),
      },
    ];
  };
  const items = themes.flatMap(({ id, title }) => {
    const counts = coverage.themes.find(({ theme }) => theme === id);
    const ids = annexA.filter(({ theme }) => theme === id).map(control => control.id);
    return counts ? group(id, title, counts, ids) : [];
  });
  const own = group('own', later('Controls of our own'), coverage.own, ownIds(entries));
  return { items: [...items, ...own], ...(!items.length && !own.length && { message: say('No control is left.') }) };
}

function shownBy(unit: IsmsUnit, filter: string): (entry: Control | undefined) => boolean {
  if (filter === 'undecided') return entry => !entry || decisionOf(entry) === undefined;
  const code = findingOf[filter];
  if (code === undefined) return () => true;
  return entry => {
    const block = entry && unit.isms.blockOf(entry);
    return block !== undefined && unit.checker.findings(block).some(({ rule }) => rule.code === code);
  };
}

function controlItem(unit: IsmsUnit, name: string, entry: Control | undefined): Item {
  const { icon, words, tone } = standingOf(entry);
  const title = findControl(name)?.title ?? textOf(entry?.title);
  const justification = textOf(entry?.justification);
  return {
    id: name,
    name,
    label: title === undefined ? name : `${name} ${title}`,
    description: words,
    icon,
    ...(tone && { tone }),
    ...(justification !== undefined && { tooltip: `${name}: ${words}\n${justification}` }),
    place: entry && placeIn(unit, entry),
  };
}

interface Standing {
  readonly icon: string;
  readonly words: string;
  readonly tone?: Tone;
}

function standingOf(entry: Control | undefined): Standing {
  const decision = entry && decisionOf(entry);
  if (!entry || decision === undefined) return { icon: 'question', words: say('undecided'), tone: 'warn' };
  if (decision === 'no') return { icon: 'circle-slash', words: say('excluded'), tone: 'muted' };
  const status = controlStatus(entry);
  const inherited = decision === 'inherited' ? inheritedText(entry) : undefined;
  const words = [inherited, status ? say(status) : inherited ? undefined : say('applicable')]
    .filter(Boolean)
    .join(' · ');
  if (status === 'implemented') return { icon: 'pass', words, tone: 'good' };
  if (status === 'partial') return { icon: 'color-mode', words };
  if (status === 'planned') return { icon: 'clock', words };
  return { icon: 'circle-large-outline', words };
}
