/** Makes elements. Texts are set as texts, never as HTML, and no attribute is a script or a style. */
import type { Shape } from '../src/drawing/shape.ts';

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** An element; functions listen to the event of their name, `true` is an attribute without a value, `false` and undefined are none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A drawing as elements of the page. */
export function svgElement({ tag, attributes, children }: Shape): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.map(child => (typeof child === 'string' ? child : svgElement(child))));
  return element;
}

/** A field to choose from, with its label. */
export function select(
  label: string,
  value: string,
  options: readonly (readonly [value: string, words: string])[],
  change: (value: string) => void,
  name: string,
): HTMLElement {
  const field = h(
    'select',
    { id: name, change: event => change((event.target as HTMLSelectElement).value) },
    options.map(([id, words]) => h('option', { value: id, selected: id === value }, words)),
  );
  return h('label', { class: 'field' }, h('span', {}, label), field);
}

/** A button; one that is pressed or not says so. */
export const button = (
  words: string,
  click: () => void,
  { name, pressed }: { readonly name?: string; readonly pressed?: boolean } = {},
): HTMLElement =>
  h(
    'button',
    {
      type: 'button',
      id: name,
      click: () => click(),
      'aria-pressed': pressed === undefined ? undefined : String(pressed),
    },
    words,
  );

/** A field that is ticked or not, with its label; `yes` or nothing, as the state has it. */
export const checkbox = (label: string, value: string, change: (value: string) => void, name: string): HTMLElement =>
  h(
    'label',
    { class: 'check' },
    h('input', {
      id: name,
      type: 'checkbox',
      checked: value === 'yes',
      change: event => change((event.target as HTMLInputElement).checked ? 'yes' : ''),
    }),
    label,
  );

/** A field for a few words, with its label. */
export const search = (label: string, value: string, input: (value: string) => void, name: string): HTMLElement =>
  h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h('input', { id: name, type: 'search', value, input: event => input((event.target as HTMLInputElement).value) }),
  );
