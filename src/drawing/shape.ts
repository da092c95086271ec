/** What drawings are made of: SVG as plain data, so that a page, an editor and a document show the same drawing. */

export interface Shape {
  readonly tag: 'svg' | 'g' | 'rect' | 'path' | 'circle' | 'text' | 'title';
  /** By their names in SVG; numbers in units of the drawing. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

/** In units of the drawing: about the width of a letter in labels, which are 13 units high. */
export const letter = 7.5;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A shape; attributes without a value are left out. */
export const shape = (
  tag: Shape['tag'],
  attributes: Attributes = {},
  children: readonly (Shape | string)[] = [],
): Shape => ({
  tag,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
  children,
});

/** Words at a place; `anchor` says which part of them stands there. */
export const text = (x: number, y: number, words: string, className: string, anchor = 'middle'): Shape =>
  shape('text', { x: rounded(x), y: rounded(y), 'text-anchor': anchor, class: className }, [words]);

export const box = (x: number, y: number, width: number, height: number, className?: string, fill?: string): Shape =>
  shape('rect', {
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
    class: className,
    fill,
  });

/** A drawing of this size; `label` says in words what it shows. */
export const drawing = (width: number, height: number, label: string, children: readonly Shape[]): Shape =>
  shape('svg', { viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, role: 'img', 'aria-label': label }, children);

/** Two decimals, so that a drawing is the same text everywhere. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

/** In units of a drawing. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** How large a whole drawing is. */
export function extentOf({ attributes }: Shape): Extent {
  const [, , width = 0, height = 0] = String(attributes.viewBox).split(' ').map(Number);
  return { width, height };
}
