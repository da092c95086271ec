import type { JsonValue } from '../../documents/blocks.ts';

/**
 * Data, indented by two spaces. Lone surrogates are escaped, so the file is always UTF-8, and so are marks of direction: the data are the
 * same, and who reads the file sees them.
 */
export const jsonText = (value: JsonValue): string =>
  `${JSON.stringify(value, null, 2).replace(/[\u202A-\u202E\u2066-\u2069]/g, escaped)}\n`;

const escaped = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16)}`;
