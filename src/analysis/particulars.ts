/** What any declaration may say beside the keys of its kind: a description, words to group by, and fields of the organisation's own. */
import type { AnyNode, Located } from '../model/declaration.ts';
import type { IsmsView } from '../model/view.ts';
import { type Named, refer, textOf } from './named.ts';
import { fieldsOf } from './own-fields.ts';

export interface Particulars {
  readonly description?: string;
  readonly tags: readonly string[];
  /** In the order in which they are stated. */
  readonly fields: readonly StatedField[];
}

export interface StatedField {
  readonly field: Named;
  readonly values: readonly string[];
}

/** The node is of a type that has the common properties of the grammar. */
type Describable = Parameters<typeof fieldsOf>[0] & {
  readonly description?: Located<string>;
  readonly tags: readonly Located<string>[];
};

/** What a declaration, or one inside it, says beside the keys of its kind. */
export function particularsOf(view: IsmsView, node: AnyNode): Particulars {
  const { description, tags } = node as Describable;
  return {
    description: textOf(description),
    tags: tags.map(({ value }) => value),
    fields: fieldsOf(node as Describable).flatMap(({ field, values }) =>
      field ? [{ field: refer(view, field), values: values.map(({ value }) => String(value)) }] : [],
    ),
  };
}
