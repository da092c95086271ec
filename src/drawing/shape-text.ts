/** A drawing as the text of a file. */
import { escapeMarkup } from '../syntax/text/markup.ts';
import { extentOf, type Shape } from './shape.ts';

/** Characters that XML does not take, in no form, are left out. */
const escaped = (text: string): string =>
  escapeMarkup(
    text
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''),
  );

/** The text of a drawing as an SVG file of its own, with its style. */
export function svgFile(shape: Shape, style: string): string {
  const root = { ...shape.attributes, xmlns: 'http://www.w3.org/2000/svg', ...extentOf(shape) };
  const styled = `<style>${escaped(style)}</style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<svg${attributesText(root)}>${styled}${contentOf(shape)}</svg>\n`;
}

const contentOf = ({ children }: Shape): string =>
  children.map(child => (typeof child === 'string' ? escaped(child) : shapeText(child))).join('');

const shapeText = (shape: Shape): string =>
  `<${shape.tag}${attributesText(shape.attributes)}>${contentOf(shape)}</${shape.tag}>`;

const attributesText = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
