/** Marks of a drawing that can be chosen. */
import { extentOf, type Shape } from '../src/drawing/shape.ts';
import { svgElement } from './dom.ts';

/**
 * A drawing whose marks, each named by its title, can be chosen: by pointer, and by keyboard as one stop in the page, with the arrows from mark to mark.
 * @param key the data attribute that marks have, such as `risk`
 * @param current the value of the mark to begin with
 */
export function interactive(
  shape: Shape,
  key: string,
  current: string | null,
  choose: (chosen: DOMStringMap) => void,
): SVGElement {
  const svg = svgElement({ ...shape, attributes: { ...shape.attributes, role: 'group' } });
  const { width, height } = extentOf(shape);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  const marks = [...svg.querySelectorAll<SVGGElement>('[role=button]')];
  const first = marks.find(mark => mark.dataset[key] === current) ?? marks[0];
  for (const mark of marks) mark.setAttribute('tabindex', mark === first ? '0' : '-1');
  const markOf = (event: Event): SVGGElement | null =>
    event.target instanceof Element ? event.target.closest<SVGGElement>('[role=button]') : null;
  svg.addEventListener('click', event => {
    const mark = markOf(event);
    if (mark) choose(mark.dataset);
  });
  svg.addEventListener('keydown', event => {
    const mark = markOf(event);
    if (!mark) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(mark.dataset);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next = step && marks[marks.indexOf(mark) + step];
    if (!next) return;
    event.preventDefault();
    mark.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
  return svg;
}
