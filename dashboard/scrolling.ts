/** Keeps what is drawn anew where the reader has scrolled it to. */

/** Returns what puts the page and what scrolls in it back, once `root` is drawn again. In another view what is chosen comes into sight. */
export function scrolling(root: HTMLElement, view: string): () => void {
  const isSame = root.querySelector<HTMLElement>('[data-view]')?.dataset.view === view;
  const top = window.scrollY;
  const before = scrollers(root).map(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
  return () => {
    for (const [index, scroller] of scrollers(root).entries()) {
      const { scrollLeft, scrollTop } = before[index] ?? { scrollLeft: 0, scrollTop: 0 };
      if (isSame) scroller.scrollTo(scrollLeft, scrollTop);
      else intoSight(scroller);
    }
    window.scrollTo(0, top);
  };
}

const scrollers = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('nav, .scroll, .details'),
];

/** What is chosen in a picture, or among what leads to others, comes into the middle where that is wider than its place. */
function intoSight(scroller: HTMLElement): void {
  const mark = scroller.querySelector('svg .chosen, nav > [aria-current]');
  if (!mark) return;
  const [inside, around] = [mark.getBoundingClientRect(), scroller.getBoundingClientRect()];
  scroller.scrollLeft += inside.left + inside.width / 2 - (around.left + around.width / 2);
}
