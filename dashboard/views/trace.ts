/** What leads to an element, and where it leads. */
import type { TraceNode } from '../../src/pictures/data.ts';
import { traceDrawing } from '../../src/pictures/trace-drawing.ts';
import { h, search, select } from '../dom.ts';
import { interactive } from '../marks.ts';
import { chosenOf, type State } from '../state.ts';
import type { Words } from '../strings.ts';
import { table } from '../table.ts';
import { type Context, fullName, isFound, type View } from '../view.ts';
import { consequences, consequenceWords, supposed, supposeField, whatIfSection } from './what-if.ts';

const kinds = ['requirement', 'asset', 'threat', 'risk', 'control', 'evidence'] as const;

/** As many elements are offered to choose from. */
const mostOffered = 300;

/** The index of the element in the middle: the one that is asked for, else the one that is chosen, else the first with a broken link, else the first risk. */
function focusOf(nodes: readonly TraceNode[], state: State): number {
  const indexOf = (kind: string | undefined, id: string | undefined): number =>
    nodes.findIndex(node => node.kind === kind && node.id === id);
  const [kind, ...id] = state.focus.split(' ');
  const chosen = chosenOf(state);
  const found = [indexOf(kind, id.join(' ')), indexOf(chosen?.kind, chosen?.id)].find(index => index >= 0);
  return (
    found ??
    Math.max(
      0,
      nodes.findIndex(node => node.kind === 'risk'),
    )
  );
}

export function traceView(context: Context): View {
  const { pictures, state, words, change } = context;
  const { nodes } = pictures.trace;
  const focus = focusOf(nodes, state);
  const depth = Math.min(4, Math.max(1, Number(state.depth) || 2));
  const focusOn = (index: number): void => {
    const node = nodes[index];
    if (node) change({ focus: `${node.kind} ${node.id}`, chosen: `${node.kind} ${node.id}` });
  };
  const middle = nodes[focus];
  const what = supposed(context);
  const shape = traceDrawing(pictures.trace, {
    focus,
    depth,
    ...(what && { consequences: consequences(pictures.trace, what) }),
    words: {
      title: `${words.trace}: ${middle ? fullName(middle) : ''}`,
      kinds: kindWords(words),
      faults: faultWords(words),
      consequences: consequenceWords(words),
      more: words.moreInColumn,
    },
  });
  // What nothing leans on breaks nothing.
  const leanedOn = new Set(pictures.trace.links.map(([, to]) => to));
  const broken = nodes.flatMap((node, index) =>
    node.fault && leanedOn.has(index) ? [{ node, index, fault: node.fault }] : [],
  );
  return {
    filters: [...filtersOf(context, middle, depth, focusOn), supposeField(context)],
    body: [
      context.drawn(
        'traceability',
        shape,
        interactive(shape, 'node', String(focus), ({ node }) => focusOn(Number(node))),
      ),
      ...whatIfSection(context),
      broken.length
        ? table(
            words.broken,
            [words.element, words.title, words.what, words.state],
            broken.map(({ node, index, fault }) => ({
              key: `${node.kind}-${node.id}`,
              cells: [node.id, node.title ?? '', kindWords(words)[node.kind], `⚠ ${faultWords(words)[fault]}`],
              isChosen: index === focus,
              choose: () => focusOn(index),
            })),
            words,
          )
        : h('p', { class: 'note' }, words.noBroken),
    ],
  };
}

/** What kinds are called. */
export const kindWords = ({ requirement, asset, threat, risk, control, evidence }: Words) => ({
  requirement,
  asset,
  threat,
  risk,
  control,
  evidence,
});

const faultWords = ({ missing, excluded, undecided, expired }: Words) => ({ missing, excluded, undecided, expired });

function filtersOf(
  { pictures, state, words, change }: Context,
  middle: TraceNode | undefined,
  depth: number,
  focusOn: (index: number) => void,
): HTMLElement[] {
  const { nodes } = pictures.trace;
  const found = nodes
    .map((node, index) => ({ node, index }))
    .filter(({ node }) => node === middle || isFound(`${node.id} ${node.title ?? ''}`, state.search))
    .sort((a, b) => kinds.indexOf(a.node.kind) - kinds.indexOf(b.node.kind))
    .slice(0, mostOffered);
  return [
    search(words.search, state.search, value => change({ search: value }), 'search'),
    select(
      words.element,
      middle ? String(nodes.indexOf(middle)) : '',
      found.map(({ node, index }) => [String(index), `${kindWords(words)[node.kind]} ${fullName(node)}`]),
      value => focusOn(Number(value)),
      'focus',
    ),
    select(
      words.depth,
      String(depth),
      ['1', '2', '3', '4'].map(value => [value, value]),
      value => change({ depth: value }),
      'depth',
    ),
  ];
}
