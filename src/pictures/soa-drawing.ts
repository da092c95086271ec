/** Draws the Statement of Applicability as a grid: a tile for each control, by theme. */
import { drawing, type Shape, shape, text } from '../drawing/shape.ts';
import type { ControlTile } from './data.ts';

export interface SoaChoice {
  readonly controls: readonly ControlTile[];
  readonly selected: string | null;
  /** How many tiles stand in a row. */
  readonly columns: number;
  readonly words: {
    readonly title: string;
    /** The title of each theme, and of the controls beyond Annex A under `own`; in their order. */
    readonly themes: Readonly<Record<string, string>>;
    readonly states: Readonly<Record<TileState, string>>;
    readonly gap: string;
  };
}

/** What a tile tells at a glance. */
export type TileState = 'undecided' | 'excluded' | 'inherited' | 'implemented' | 'partial' | 'planned' | 'unstated';

/** Each state has a sign of its own beside its colour. */
export const stateSigns: Readonly<Record<TileState, string>> = {
  undecided: '?',
  excluded: '–',
  inherited: '↗',
  implemented: '●',
  partial: '◐',
  planned: '○',
  unstated: '!',
};

export const tileState = ({ decision, status }: ControlTile): TileState => {
  if (decision === null) return 'undecided';
  if (decision === 'no') return 'excluded';
  return status ?? (decision === 'inherited' ? 'inherited' : 'unstated');
};

const tile = { width: 74, height: 46, gap: 6 };

/** The grid. Tiles have `data-control`. */
export function soaDrawing({ controls, selected, columns, words }: SoaChoice): Shape {
  const shapes: Shape[] = [];
  let y = 0;
  for (const [theme, title] of Object.entries(words.themes)) {
    const own = controls.filter(control => (control.own ? 'own' : control.theme) === theme);
    if (!own.length) continue;
    shapes.push(text(0, y + 18, `${title} (${own.length})`, 'theme', 'start'));
    y += 28;
    for (const [index, control] of own.entries()) {
      const x = (index % columns) * (tile.width + tile.gap);
      const top = y + Math.floor(index / columns) * (tile.height + tile.gap);
      shapes.push(tileShape(control, x + 2, top, selected, words));
    }
    y += Math.ceil(own.length / columns) * (tile.height + tile.gap) + 12;
  }
  return drawing(columns * (tile.width + tile.gap), Math.max(y, 40), words.title, shapes);
}

function tileShape(
  control: ControlTile,
  x: number,
  y: number,
  selected: string | null,
  { states, gap }: SoaChoice['words'],
): Shape {
  const state = tileState(control);
  const { id, title, gaps } = control;
  const isOpen = gaps.length > 0;
  const about = `${id} ${title}: ${states[state]}${isOpen ? `, ${gap}` : ''}`;
  const className = ['tile', state, ...(id === selected ? ['chosen'] : [])].join(' ');
  return shape('g', { class: className, 'data-control': id, role: 'button' }, [
    shape('title', {}, [about]),
    shape('rect', { x, y, width: tile.width, height: tile.height, rx: 5 }),
    text(x + 7, y + 18, id.length > 10 ? `${id.slice(0, 9)}…` : id, 'tile-id', 'start'),
    text(x + 7, y + 36, stateSigns[state], 'tile-sign', 'start'),
    ...(isOpen ? [shape('path', { class: 'tile-gap', d: `M${x + tile.width - 15} ${y + 2}h13v13Z` })] : []),
  ]);
}
