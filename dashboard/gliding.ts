/** Lets marks glide from where they stood to where they stand, for readers who have not asked for less motion. */

/** How long that takes, in milliseconds. */
const duration = 600;

/** Notes where the marks of risks stand in their drawing; returns what lets them glide, once all is drawn anew. */
export function gliding(root: Element): () => void {
  const before = placesIn(root);
  return () => {
    if (hasLessMotion()) return;
    for (const [id, { mark, x, y }] of placesIn(root)) {
      const from = before.get(id);
      if (!from || Math.hypot(from.x - x, from.y - y) < 1) continue;
      const moved = `translate(${from.x - x}px, ${from.y - y}px)`;
      mark.animate([{ transform: moved }, { transform: 'none' }], { duration, easing: 'ease-in-out' });
    }
  };
}

/** In units of the drawing. */
function placesIn(root: Element): Map<string, { readonly mark: Element; readonly x: number; readonly y: number }> {
  const places = new Map<string, { readonly mark: Element; readonly x: number; readonly y: number }>();
  for (const mark of root.querySelectorAll<SVGGElement>('svg [data-risk]')) {
    const svg = mark.ownerSVGElement;
    if (!svg) continue;
    const [around, inside] = [svg.getBoundingClientRect(), mark.getBoundingClientRect()];
    const scale = around.width / svg.viewBox.baseVal.width || 1;
    const x = (inside.left + inside.width / 2 - around.left) / scale;
    const y = (inside.top + inside.height / 2 - around.top) / scale;
    places.set(mark.dataset.risk ?? '', { mark, x, y });
  }
  return places;
}

/** As the system says it, or VS Code. */
const hasLessMotion = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || document.body.classList.contains('vscode-reduce-motion');
