/** Draws what leads to what around one element. Columns are the kinds; within a column, elements stand near what they are linked with. */
import { drawing, rounded, type Shape, shape, text } from '../drawing/shape.ts';
import type { TraceGraph, TraceKind, TraceNode } from './data.ts';

/** What would become of an element if something were gone. */
export type Consequence = 'gone' | 'rises' | 'higher' | 'untrue' | 'fails';

const signs: Readonly<Record<Consequence, string>> = { gone: '✕', rises: '▲', higher: '↑', untrue: '≠', fails: '✕' };

export interface TraceChoice {
  /** Index of the element in the middle. */
  readonly focus: number;
  /** How many links away from it. */
  readonly depth: number;
  /** What would become of elements, by their index, if something were gone. */
  readonly consequences?: ReadonlyMap<number, Consequence>;
  readonly words: {
    readonly title: string;
    readonly kinds: Readonly<Record<TraceKind, string>>;
    readonly faults: Readonly<Record<NonNullable<TraceNode['fault']>, string>>;
    readonly consequences: Readonly<Record<Consequence, string>>;
    /** What is said of elements that have no room, with `#` for their number. */
    readonly more: string;
  };
}

const columnOf: Readonly<Record<TraceKind, number>> = {
  requirement: 0,
  asset: 0,
  threat: 1,
  risk: 2,
  control: 3,
  evidence: 4,
};
const node = { width: 190, height: 44, gapX: 60, gapY: 12, top: 36 };
/** As many stand in a column; the rest is counted. */
const mostInColumn = 24;

/** The elements around one, up to `depth` links away along the chain in each direction, so that what merely shares a control is left out. */
export function neighbourhood({ nodes, links }: TraceGraph, focus: number, depth: number): number[] {
  const [after, before] = [new Map<number, number[]>(), new Map<number, number[]>()];
  for (const [from, to] of links) {
    after.set(from, [...(after.get(from) ?? []), to]);
    before.set(to, [...(before.get(to) ?? []), from]);
  }
  const found = new Set(nodes[focus] ? [focus] : []);
  for (const next of [after, before]) {
    let front = [...found].filter(index => index === focus);
    for (let step = 0; step < depth && front.length; step++) {
      front = [...new Set(front.flatMap(index => next.get(index) ?? []))].filter(index => !found.has(index));
      for (const index of front) found.add(index);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The drawing. Elements have `data-node`, their index. */
export function traceDrawing(graph: TraceGraph, { focus, depth, words, consequences }: TraceChoice): Shape {
  const shown = neighbourhood(graph, focus, depth);
  const columns = [0, 1, 2, 3, 4].map(column => shown.filter(index => columnOf[kindOf(graph, index)] === column));
  // The one in the middle always has room.
  const kept = columns.map(all =>
    [...(all.includes(focus) ? [focus] : []), ...all.filter(index => index !== focus)].slice(0, mostInColumn),
  );
  const inside = new Set(kept.flat());
  const links = graph.links.filter(([from, to]) => inside.has(from) && inside.has(to));
  const order = sorted(kept, links);
  const used = order.map((_, column) => column).filter(column => order[column]?.length);
  const tallest = Math.max(1, ...order.map(({ length }) => length));
  const height = node.top + tallest * (node.height + node.gapY) + 24;
  const places = new Map<number, [number, number]>();
  for (const [position, column] of used.entries()) {
    const own = order[column] ?? [];
    const top = node.top + ((tallest - own.length) * (node.height + node.gapY)) / 2;
    for (const [row, index] of own.entries())
      places.set(index, [position * (node.width + node.gapX) + 2, top + row * (node.height + node.gapY)]);
  }
  const heads = used.flatMap((column, position) => {
    const kinds = [...new Set((order[column] ?? []).map(index => words.kinds[kindOf(graph, index)]))];
    const x = position * (node.width + node.gapX) + 2;
    const rest = (columns[column]?.length ?? 0) - (kept[column]?.length ?? 0);
    return [
      text(x, 20, kinds.join(', '), 'theme', 'start'),
      ...(rest ? [text(x, height - 6, words.more.replace('#', String(rest)), 'axis', 'start')] : []),
    ];
  });
  const width = used.length * (node.width + node.gapX) - node.gapX + 4;
  return drawing(Math.max(width, node.width + 4), height, words.title, [
    ...heads,
    ...links.map(([from, to]) => linkShape(places.get(from), places.get(to), from === focus || to === focus)),
    ...[...places].map(([index, place]) =>
      nodeShape(graph.nodes[index] as TraceNode, place, {
        index,
        isFocus: index === focus,
        consequence: consequences?.get(index),
        words,
      }),
    ),
  ]);
}

const kindOf = ({ nodes }: TraceGraph, index: number): TraceKind => nodes[index]?.kind ?? 'risk';

/** Each column in the order of the middles of what its elements are linked with; a few rounds to and fro settle it. */
function sorted(columns: readonly (readonly number[])[], links: TraceGraph['links']): number[][] {
  const order = columns.map(column => [...column].sort((a, b) => a - b));
  const linked = new Map<number, number[]>();
  for (const [from, to] of links) {
    linked.set(from, [...(linked.get(from) ?? []), to]);
    linked.set(to, [...(linked.get(to) ?? []), from]);
  }
  for (let round = 0; round < 4; round++) {
    const height = new Map(order.flatMap(own => own.map((index, row) => [index, (row + 0.5) / own.length] as const)));
    const middle = (index: number): number => {
      const near = linked.get(index) ?? [];
      return near.length ? near.reduce((sum, one) => sum + (height.get(one) ?? 0.5), 0) / near.length : 0.5;
    };
    for (const own of order) own.sort((a, b) => middle(a) - middle(b) || a - b);
  }
  return order;
}

function linkShape(from: [number, number] | undefined, to: [number, number] | undefined, isNear: boolean): Shape {
  const [x, y] = [(from?.[0] ?? 0) + node.width, (from?.[1] ?? 0) + node.height / 2];
  const [toX, toY] = [to?.[0] ?? 0, (to?.[1] ?? 0) + node.height / 2];
  const bend = Math.max(30, Math.abs(toX - x) / 2);
  const d = `M${rounded(x)} ${rounded(y)}C${rounded(x + bend)} ${rounded(y)} ${rounded(toX - bend)} ${rounded(toY)} ${rounded(toX)} ${rounded(toY)}`;
  return shape('path', { class: isNear ? 'link near' : 'link', d });
}

interface NodeLook {
  readonly index: number;
  readonly isFocus: boolean;
  readonly consequence: Consequence | undefined;
  readonly words: TraceChoice['words'];
}

function nodeShape(
  { id, title, kind, fault }: TraceNode,
  [x, y]: [number, number],
  { index, isFocus, consequence, words }: NodeLook,
): Shape {
  const told = [fault && words.faults[fault], consequence && words.consequences[consequence]];
  const about = [`${words.kinds[kind]} ${id}`, title, ...told].filter(Boolean).join(', ');
  const classes = [fault && 'faulty', consequence && `then ${consequence}`, isFocus && 'chosen'];
  const className = ['node', kind, ...classes].filter(Boolean).join(' ');
  const second = consequence
    ? `${signs[consequence]} ${words.consequences[consequence]}`
    : fault
      ? `⚠ ${words.faults[fault]}`
      : (title ?? '');
  return shape('g', { class: className, 'data-node': index, role: 'button' }, [
    shape('title', {}, [about]),
    shape('rect', { x: rounded(x), y: rounded(y), width: node.width, height: node.height, rx: 6 }),
    text(x + 9, y + 18, cut(id, 22), 'node-id', 'start'),
    text(x + 9, y + 35, cut(second, 27), 'node-title', 'start'),
  ]);
}

/** Cut between two words where there is a place, so that what is read aloud begins with what is seen. */
function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  const space = words.lastIndexOf(' ', most - 1);
  return `${words.slice(0, space > 0 ? space : most - 1)}…`;
}
