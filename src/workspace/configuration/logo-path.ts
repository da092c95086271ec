/** The path of a logo in the configuration: a file of a picture within the folder of the ISMS. */

import { type Saying, saying } from '../../wording/wording.ts';

/** In UTF-16 units. */
const longest = 500;

/** The same for a JSON Schema. A path begins with no slash, has no empty, `.` or `..` part, and ends as a PNG or JPEG does. */
export const logoPathPattern =
  '^(?=.{5,500}$)(?:(?!\\.{1,2}/)[^/\\\\:*?"<>|\\u0000-\\u001f\\u007f]+/)*[^/\\\\:*?"<>|\\u0000-\\u001f\\u007f]+\\.(?:[pP][nN][gG]|[jJ][pP][eE]?[gG])$';

const path = new RegExp(logoPathPattern);

export const isLogoPath = (text: string): boolean => path.test(text);

/** What is wrong with the path of a logo, from its name on, such as `has to …`; undefined where nothing is, or it is no text. */
export function logoPathFault(value: unknown): Saying | undefined {
  if (typeof value !== 'string' || path.test(value)) return undefined;
  if (value.length > longest) return saying('has to be a path of at most {0} characters', longest);
  if (/^[a-z][a-z0-9+.-]+:/i.test(value) || value.startsWith('//'))
    return saying('has to be a file within the folder of the ISMS: nothing is fetched; save the picture there');
  if (/^(?:[/\\]|[A-Za-z]:)/.test(value) || value.split(/[/\\]/).includes('..'))
    return saying('has to be a file within the folder of the ISMS; put a copy there');
  if (value.includes('\\')) return saying('has to have / between folders, as in "pictures/logo.png"');
  if (/\.svgz?$/i.test(value))
    return saying(
      'has to be a PNG or JPEG: PDF and older versions of Word and Excel show no SVG; save the picture as PNG, about 1,000 pixels wide',
    );
  return undefined;
}
