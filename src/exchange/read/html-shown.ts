/** What elements of a page show that have no text of their own: pictures, boxes, fields, lists to choose from. */
import type { Element } from 'hast';

/** Undefined for an element that shows what is in it. */
export function shownBy(node: Element): string | undefined {
  const { tagName, children } = node;
  if (tagName === 'img') return pictureText(node);
  if (tagName === 'svg') return label(node) ?? '';
  if (tagName === 'input') return inputText(node);
  if (tagName === 'select') return chosen(node);
  return children.length ? undefined : label(node);
}

const textIn = ({ properties }: Element, name: string): string | undefined => {
  const value = properties[name];
  return typeof value === 'string' && value.trim() !== '' ? ` ${value.trim()} ` : undefined;
};

const label = (node: Element): string | undefined => textIn(node, 'ariaLabel') ?? textIn(node, 'title');

/** The text of a picture; of one that has none, its file. An empty text says that it is an ornament. */
function pictureText(node: Element): string {
  const { alt, src } = node.properties;
  if (alt === '') return '';
  const file =
    typeof src === 'string' && !src.startsWith('data:') ? src.split(/[?#]/)[0]?.split('/').at(-1) : undefined;
  return textIn(node, 'alt') ?? label(node) ?? ` ${file || 'picture'} `;
}

function inputText(node: Element): string {
  const { type, checked } = node.properties;
  if (type === 'checkbox' || type === 'radio') return checked ? ' ☑ ' : ' ☐ ';
  return type === 'hidden' ? '' : (textIn(node, 'value') ?? '');
}

/** The options that are chosen; a page shows the first where none is. */
function chosen(node: Element): string {
  const options = optionsOf(node);
  const selected = options.filter(({ properties }) => properties.selected);
  const shown = selected.length ? selected : options.slice(0, 1);
  return ` ${shown.map(({ children }) => children.map(child => (child.type === 'text' ? child.value : '')).join('')).join(', ')} `;
}

const optionsOf = ({ children }: Element): Element[] =>
  children.flatMap(child => {
    if (child.type !== 'element') return [];
    return child.tagName === 'optgroup' ? optionsOf(child) : child.tagName === 'option' ? [child] : [];
  });
