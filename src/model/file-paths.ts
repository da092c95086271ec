/** The paths of files and of other ISMSs that a text names: values of the keys that the grammar gives `@path` and `@isms`. */
import { nodeTypes } from '../language/schema.ts';
import type { AnyNode, Located } from '../model/declaration.ts';

const keys: readonly string[] = [
  ...new Set(
    Object.values(nodeTypes).flatMap(({ properties }) =>
      properties.flatMap(({ path, isms, key }) => ((path || isms) && key ? [key] : [])),
    ),
  ),
];

/** Whether a text can name a file: quick, for texts that are not to be read for nothing. */
export const mayNameFiles = (text: string): boolean => keys.some(key => text.includes(key));

/** The paths that a node names by itself, as written, in the order of the grammar. What is no text is left out. */
export const pathsOf = (node: AnyNode): Located<string>[] =>
  (nodeTypes[node.$type]?.properties ?? []).flatMap(({ path, isms, feature }) => {
    const value: unknown = (path || isms) && Reflect.get(node, feature);
    return (Array.isArray(value) ? value : [value]).filter(isText);
  });

const isText = (value: unknown): value is Located<string> =>
  typeof value === 'object' &&
  value !== null &&
  'quoted' in value &&
  'value' in value &&
  typeof value.value === 'string';
