import { blockType, type Kind, nodeTypes, topType } from '../../language/schema.ts';
import type { AnyNode, Span } from '../../model/declaration.ts';
import { saying } from '../../wording/wording.ts';
import { rule } from '../rule.ts';

/** The kinds that a block of defaults has a block of its own for: the feature, and the kind. */
const kinds: readonly { readonly feature: string; readonly kind: Kind; readonly keyword: string }[] = (
  nodeTypes.Defaults?.properties ?? []
).flatMap(property => {
  const keyword = blockType(property)?.keyword ?? '';
  const kind = topType(keyword)?.name;
  return kind ? [{ feature: property.feature, kind: kind as Kind, keyword }] : [];
});

export default rule({
  code: 'defaults/without-use',
  severity: 'info',
  summary: 'A default is set for declarations of which there are none, or twice.',
  why: 'What holds for nothing is soon forgotten, and then holds for what somebody adds later without a thought.',
  remedy: 'Remove the block, or merge it into the first one of its kind.',
  example: {
    bad: 'role Ciso "CISO"\ndefaults {\n  supplier { owner: Ciso }\n}',
    good: 'role Ciso "CISO"\ndefaults {\n  supplier { owner: Ciso }\n}\nsupplier Host "Host" {\n  service: "Hosting"\n}',
  },
  on: ['Defaults'],
  check(defaults, { report, count }) {
    for (const { feature, kind, keyword } of kinds) {
      const [first, ...more] = (Reflect.get(defaults, feature) as readonly AnyNode[] | undefined) ?? [];
      if (first && !count(kind)) {
        report({
          at: headOf(first, keyword),
          message: saying('There is no {0} that these defaults hold for; remove the block.', keyword),
        });
      }
      for (const other of more) {
        report({
          at: headOf(other, keyword),
          message: saying('The defaults for each {0} stand above already; merge the two blocks.', keyword),
        });
      }
    }
  },
});

/** The keyword that a block begins with. */
const headOf = ({ $start }: AnyNode, keyword: string): Span => ({ start: $start, end: $start + keyword.length });
