/** Several small drawings over the same span of days: counts that add up, values that hold until the next, and values that were measured. */
import { box, drawing, rounded, type Shape, shape, text } from './shape.ts';

export interface PanelsFigure {
  readonly title: string;
  /** The span of days that all panels have, ISO dates. */
  readonly from: string;
  readonly to: string;
  /** How many panels stand beside each other. */
  readonly columns: number;
  readonly panels: readonly Panel[];
  /** Days that can be chosen, in their order; drawn over the first panel. */
  readonly stops: readonly Stop[];
  /** The stop that is chosen. */
  readonly selected: string | null;
}

export interface Stop {
  readonly id: string;
  readonly day: string;
  /** What it is called. */
  readonly title: string;
}

export interface Panel {
  readonly title: string;
  /** What it shows, for those who cannot see it. */
  readonly words: string;
  readonly range: readonly [lowest: number, highest: number];
  /** Values that are named at the left; what would lie upon one before it is left out. */
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  /** From the lowest, each upon the other. */
  readonly bands?: readonly Band[];
  readonly lines?: readonly Line[];
  /** Values to be kept to. */
  readonly bounds?: readonly number[];
}

export interface Band {
  readonly name: string;
  /** A colour; without one it is drawn as what is not known. */
  readonly fill: string | undefined;
  /** A value for each day of `days`. */
  readonly values: readonly number[];
  readonly days: readonly string[];
}

export interface Line {
  /** Stands at its end. */
  readonly name: string;
  readonly className: string;
  /** Whether a value holds until the next one; else it was measured on its day, and a straight line leads to the next. */
  readonly holds: boolean;
  readonly points: readonly LinePoint[];
}

export interface LinePoint {
  readonly day: string;
  readonly value: number;
  readonly title?: string;
  /** Whether it keeps to what is aimed at; drawn as another form where not. */
  readonly met?: boolean | null;
}

/** In units of the drawing: a panel with the plot in it, and the gap between two. */
const panel = { width: 420, height: 196, gap: 24 };
const plot = { left: 58, right: 298, top: 32, bottom: 156 };
/** The room in which the last value is seen to hold. */
const tail = 16;
/** Lines of words are at least so far apart. */
const lineHeight = 15;

/** The width of so many panels beside each other. */
export const panelsWidth = (columns: number): number => columns * (panel.width + panel.gap) - panel.gap + 4;

/** The drawing; stops have `data-moment`. */
export function panelsDrawing(figure: PanelsFigure): Shape {
  const { title, panels, from, to, stops, selected } = figure;
  const columns = Math.max(1, Math.min(figure.columns, panels.length));
  const x = scale(from, to);
  const shapes = panels.flatMap((one, index) => {
    const left = (index % columns) * (panel.width + panel.gap) + 2;
    const top = Math.floor(index / columns) * (panel.height + panel.gap);
    return shape('g', { transform: `translate(${left} ${top})` }, [
      ...panelShapes(one, x, { from, to }),
      ...rule(stops, selected, x),
      ...(index === 0 ? stopShapes(stops, selected, x) : []),
    ]);
  });
  const rows = Math.ceil(panels.length / columns);
  const words = panels.map(one => `${one.title}: ${one.words}`).join('; ');
  return drawing(
    panelsWidth(columns),
    Math.max(1, rows * (panel.height + panel.gap) - panel.gap),
    `${title}. ${words}.`,
    shapes,
  );
}

type Scale = (day: string) => number;

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

function scale(from: string, to: string): Scale {
  const [first, span] = [numberOf(from), numberOf(to) - numberOf(from)];
  const width = plot.right - tail - plot.left;
  return day => plot.left + (span > 0 ? ((numberOf(day) - first) / span) * width : 0);
}

function panelShapes(one: Panel, x: Scale, { from, to }: Pick<PanelsFigure, 'from' | 'to'>): Shape[] {
  const [lowest, highest] = one.range;
  const y = (value: number): number =>
    plot.bottom - ((value - lowest) / (highest - lowest || 1)) * (plot.bottom - plot.top);
  const across = (value: number, className: string): Shape =>
    shape('path', { class: className, d: `M${plot.left} ${rounded(y(value))}H${plot.right}` });
  const bands = one.bands ?? [];
  const lines = (one.lines ?? []).filter(({ points }) => points.length);
  return [
    shape('text', { x: 0, y: 14, 'text-anchor': 'start', class: 'strong' }, [
      shortened(one.title, 50),
      ...(one.title.length > 50 ? [shape('title', {}, [one.title])] : []),
    ]),
    ...one.ticks
      .filter(isClear(y))
      .flatMap(({ value, label }) => [across(value, 'grid'), text(plot.left - 12, y(value) + 4, label, 'axis', 'end')]),
    ...bandShapes(bands, x, y),
    ...(one.bounds ?? []).map(value => across(value, 'bound')),
    ...lines.flatMap(line => lineShapes(line, x, y)),
    ...endNames(bands, lines, y),
    text(plot.left, plot.bottom + 18, from, 'axis', 'start'),
    ...(from === to ? [] : [text(plot.right, plot.bottom + 18, to, 'axis', 'end')]),
  ];
}

type Height = (value: number) => number;

const isClear =
  (y: Height) =>
  ({ value }: { readonly value: number }, index: number, all: Panel['ticks']): boolean =>
    all.slice(0, index).every(other => Math.abs(y(other.value) - y(value)) >= lineHeight);

/** The heights at which bands begin and end, day by day. */
function sums(bands: readonly Band[]): { readonly below: number[]; readonly above: number[] }[] {
  let below: number[] = (bands[0]?.values ?? []).map(() => 0);
  return bands.map(({ values }) => {
    const above = below.map((value, index) => value + (values[index] ?? 0));
    const edges = { below, above };
    below = above;
    return edges;
  });
}

function bandShapes(bands: readonly Band[], x: Scale, y: Height): Shape[] {
  const edges = sums(bands);
  return bands.flatMap(({ name, fill, days, values }, index) => {
    const edge = edges[index];
    if (!edge || values.every(value => value === 0)) return [];
    const starts = days.map(x);
    const ends = [...starts.slice(1), plot.right];
    const corners = (heights: readonly number[]): string[] =>
      heights.flatMap((value, at) => [
        `${rounded(starts[at] ?? 0)} ${rounded(y(value))}`,
        `${rounded(ends[at] ?? 0)} ${rounded(y(value))}`,
      ]);
    const outline = [...corners(edge.above), ...corners(edge.below).reverse()];
    return [
      shape('path', { class: fill === undefined ? 'band unknown' : 'band', fill, d: `M${outline.join('L')}Z` }, [
        shape('title', {}, [name]),
      ]),
    ];
  });
}

function lineShapes({ points, holds, className }: Line, x: Scale, y: Height): Shape[] {
  const path = points
    .map(({ day, value }, index) => {
      const [at, height] = [rounded(x(day)), rounded(y(value))];
      return index === 0 ? `M${at} ${height}` : holds ? `H${at}V${height}` : `L${at} ${height}`;
    })
    .join('');
  return [
    shape('path', { class: `line ${className}`, d: `${path}${holds ? `H${plot.right}` : ''}` }),
    ...(holds ? [] : points.map(point => pointShape(point, x, y))),
  ];
}

/** A dot; what misses its target is a triangle. */
function pointShape({ day, value, title, met }: LinePoint, x: Scale, y: Height): Shape {
  const [cx, cy] = [rounded(x(day)), rounded(y(value))];
  const words = title === undefined ? [] : [shape('title', {}, [title])];
  return met === false
    ? shape('path', { class: 'point missed', d: `M${cx} ${rounded(cy - 6)}l6 10h-12Z` }, words)
    : shape('circle', { class: 'point', cx, cy, r: 4 }, words);
}

/** What bands and lines are called, beside their ends. */
function endNames(bands: readonly Band[], lines: readonly Line[], y: Height): Shape[] {
  const edges = sums(bands);
  const names = [
    ...bands.flatMap(({ name, values }, index) => {
      const last = values.at(-1);
      const [below, above] = [edges[index]?.below.at(-1) ?? 0, edges[index]?.above.at(-1) ?? 0];
      const isThere = values.some(value => value > 0);
      return isThere ? [{ name, value: String(last ?? 0), at: y((below + above) / 2) }] : [];
    }),
    ...lines.flatMap(({ name, points }) => {
      const last = points.at(-1);
      return last ? [{ name, value: '', at: y(last.value) }] : [];
    }),
  ].sort((a, b) => a.at - b.at);
  const places = apart(names.map(({ at }) => at));
  return names.map(({ name, value }, index) =>
    text(
      plot.right + 6,
      (places[index] ?? 0) + 4,
      `${shortened(name, 17 - value.length)} ${value}`.trim(),
      'label',
      'start',
    ),
  );
}

/** Heights, in order from above, moved so far that their words do not lie upon each other. */
function apart(heights: readonly number[]): number[] {
  const places: number[] = [];
  for (const at of heights) places.push(Math.max(at, (places.at(-1) ?? -lineHeight) + lineHeight));
  let limit = Math.max(plot.bottom + 4, plot.top + (heights.length - 1) * lineHeight);
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index] ?? 0, limit);
    limit = (places[index] ?? 0) - lineHeight;
  }
  return places;
}

/** Where the chosen stop is, in each panel. */
function rule(stops: readonly Stop[], selected: string | null, x: Scale): Shape[] {
  const stop = stops.find(({ id }) => id === selected);
  return stop
    ? [shape('path', { class: 'rule', d: `M${rounded(x(stop.day))} ${plot.top - 4}V${plot.bottom + 4}` })]
    : [];
}

/** Each takes the room up to the middle between it and its neighbours. */
function stopShapes(stops: readonly Stop[], selected: string | null, x: Scale): Shape[] {
  const at = stops.map(({ day }) => x(day));
  return stops.map(({ id, title }, index) => {
    const here = at[index] ?? 0;
    const left = index === 0 ? plot.left : ((at[index - 1] ?? here) + here) / 2;
    const right = index === stops.length - 1 ? plot.right : ((at[index + 1] ?? here) + here) / 2;
    return shape('g', { class: id === selected ? 'stop chosen' : 'stop', 'data-moment': id, role: 'button' }, [
      shape('title', {}, [title]),
      // Several on one day stand upon each other; each has to be wide enough to be seen when it has the focus.
      box(left, plot.top, Math.max(2, right - left), plot.bottom - plot.top),
    ]);
  });
}

const shortened = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words;
