/**
 * The properties whose values only the author can know: decisions, acceptances, levels, responsibilities, and days on which something
 * happened or is to happen. A fix that writes one says so (`Fix.decides`), and no template for an ISMS of one's own does. The grammar
 * says which they are: with `@decides`, or with a trait that implies it.
 */
import { blockType, nodeTypes, type PropertySchema } from '../language/schema.ts';

const isDecision = (property: PropertySchema): boolean =>
  !!(
    property.decides ||
    property.happened ||
    property.planned ||
    property.last ||
    property.owner ||
    property.recurring ||
    property.scale ||
    blockType(property)?.decides
  );

export const decisionKeys: ReadonlySet<string> = new Set(
  Object.values(nodeTypes).flatMap(({ properties }) => properties.filter(isDecision).map(({ key }) => key)),
);
