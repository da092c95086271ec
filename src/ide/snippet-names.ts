/**
 * Names in snippets. What a snippet proposes where a name has to stand, such as `Asset`, names nothing: it would be marked before the author
 * has typed a letter, and in the way of what can be chosen. So the names that there are come in its place.
 */
import { builtinNames } from '../analysis/names.ts';
import { blockType, type NodeType, nodeTypes, propertyByKey, type ValueSchema } from '../language/schema.ts';
import { accepts, targetsOf } from '../model/reference-types.ts';
import type { IsmsView } from '../model/view.ts';

/** How many names one chooses from at a glance; behind them, completion goes on with what is typed. */
export const mostChoices = 20;

/** A whole line that is one property with one place in it. */
const propertyAlone = /^\t*[\w-]+: \$\{\d+:[^}]*\}$/;

/** The snippet of a kind or block with the names of the ISMS to choose from; a line for a name of which there is none is left out. */
export function withNames(snippet: string, nodeType: NodeType, view: IsmsView): string {
  return snippet
    .split('\n')
    .flatMap(line => {
      let isVain = false;
      const text = line.replace(
        /\$\{(\d+):(%OWNER%|[A-Za-z][\w.-]*)\}/g,
        (whole, stop: string, proposal: string, at: number) => {
          const type = referenceAt(line.slice(0, at), nodeType);
          if (type === undefined || (proposal === '%OWNER%' && view.isms?.owner)) return whole;
          const names = namesFor(type, view);
          isVain ||= names.length === 0;
          // What proves something is never proposed: it would stand there as a claim.
          const isProof = accepts(type, 'Evidence');
          return names.length && !isProof ? `\${${stop}|${names.join(',')}|}` : `$${stop}`;
        },
      );
      return isVain && propertyAlone.test(line) ? [] : [text];
    })
    .join('\n');
}

/** The type of the reference that may stand behind a piece of a line; undefined where a text, number or word does. */
function referenceAt(before: string, nodeType: NodeType): string | undefined {
  if (before.endsWith('"')) return undefined;
  const colon = before.lastIndexOf(': ');
  let start = colon;
  while (start > 0 && /[\w-]/.test(before.charAt(start - 1))) start--;
  const values = start < colon ? valuesOf(before.slice(start, colon), nodeType) : undefined;
  return values && references(values)[0];
}

/** What a key takes, in a kind or else in the blocks of it. */
function valuesOf(key: string, nodeType: NodeType): readonly ValueSchema[] | undefined {
  const own = propertyByKey(nodeType, key);
  if (own) return own.values;
  for (const property of nodeType.properties) {
    const values = blockType(property)?.properties.find(inner => inner.key === key)?.values;
    if (values) return values;
  }
  return undefined;
}

/** The types of references in a value, and in what it is made of: `by` in an approval, the supplier of an inherited control. */
const references = (values: readonly ValueSchema[]): string[] =>
  values.flatMap(value => {
    if (value.form === 'reference') return [value.type];
    return value.form === 'node' ? references(Object.values(nodeTypes[value.type]?.values ?? {}).flat()) : [];
  });

/** The names that a reference may have: those of the ISMS, then the built-in ones. */
function namesFor(type: string, view: IsmsView): readonly string[] {
  const declared = [...targetsOf(type)].flatMap(target => view.names(target).slice(0, mostChoices));
  return [...new Set([...declared, ...builtinNames(type)])].slice(0, mostChoices);
}
