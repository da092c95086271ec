/** The paths of files that a text names: values of the keys that the grammar gives `@path`. */
import { nodeTypes } from '../language/schema.ts';
import type { AnyNode, Located } from '../model/declaration.ts';

const keys = new Set(
  Object.values(nodeTypes).flatMap(({ properties }) => properties.flatMap(({ path, key }) => (path ? [key] : []))),
);

const anyKey = new RegExp(`(?<![\\w-])(?:${[...keys].join('|')})(?![\\w-])`);

/** Whether a text can name a file: quick, for texts that are not to be read for nothing. */
export const mayNameFiles = (text: string): boolean => anyKey.test(text);

/** The paths that a node names by itself, as written, in the order of the grammar. What is no text is left out. */
export const pathsOf = (node: AnyNode): Located<string>[] =>
  (nodeTypes[node.$type]?.properties ?? []).flatMap(({ path, feature }) => {
    const value: unknown = path && Reflect.get(node, feature);
    return isText(value) ? [value] : [];
  });

const isText = (value: unknown): value is Located<string> =>
  typeof value === 'object' &&
  value !== null &&
  'quoted' in value &&
  'value' in value &&
  typeof value.value === 'string';
