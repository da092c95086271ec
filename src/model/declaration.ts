/**
 * The model: one plain, immutable value per declaration. Its fields are those of the grammar, each value with its place.
 * All offsets are UTF-16 code units from the first character of the declaration, so that an edit elsewhere changes nothing.
 */
import type { AstNode, Reference } from 'langium';
import type * as ast from '../language/generated/ast.ts';
import type { Kind } from '../language/schema.ts';
import type { Saying } from '../wording/wording.ts';

export type { Kind } from '../language/schema.ts';

/** A stretch of a declaration's text: from `start` up to but without `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value and where it is written. Texts are unquoted, unescaped and dedented. */
export interface Located<T> extends Span {
  readonly value: T;
  /** Written in quotes: prose, of which others may only ask whether it is there. See facts.ts. */
  readonly quoted?: true | undefined;
}

/** A reference as written. `type` is the type of the grammar that it may refer to, such as `Actor` or `ControlTarget`. */
export interface Ref extends Span {
  readonly name: string;
  readonly type: string;
  /** What it leads to in the index; see symbols.ts. */
  readonly $symbol?: object | undefined;
}

/** A property's keyword where it is written; a property given twice stands here twice. */
export interface Key extends Span {
  readonly feature: string;
  readonly key: string;
}

/** What every node has. `$` keeps these names apart from the language's own. */
export interface NodeBase<Type extends string = string> {
  readonly $type: Type;
  readonly $start: number;
  readonly $end: number;
  readonly $keys: readonly Key[];
}

type ModelValue<T> =
  NonNullable<T> extends Reference<AstNode>
    ? Ref
    : NonNullable<T> extends readonly (infer Element)[]
      ? readonly ModelValue<Element>[]
      : NonNullable<T> extends AstNode
        ? ModelNode<NonNullable<T>>
        : NonNullable<T> extends boolean
          ? Located<true>
          : string extends NonNullable<T>
            ? Located<string>
            : Located<NonNullable<T>>;

type Fields<T> = Exclude<keyof T, `$${string}`>;
type ListFields<T> = { [F in Fields<T>]: NonNullable<T[F]> extends readonly unknown[] ? F : never }[Fields<T>];

/**
 * The model's counterpart of a node of the syntax tree. Lists are always there; anything else may be missing, since an
 * unfinished text is the normal state while somebody types.
 */
export type ModelNode<T extends AstNode> = NodeBase<T['$type']> & {
  readonly [F in ListFields<T>]-?: ModelValue<T[F]>;
} & { readonly [F in Exclude<Fields<T>, ListFields<T>>]?: ModelValue<T[F]> };

/** A syntax error, or a value that the grammar takes but the language does not know. */
export interface Problem extends Span {
  readonly code:
    | 'syntax/error'
    | 'syntax/odd-character'
    | 'syntax/duplicate-key'
    | 'syntax/unknown-value'
    | 'syntax/synonym'
    | 'syntax/invalid-date';
  readonly message: Saying;
  /** What may have been meant, nearest first; a quick fix each. */
  readonly suggestions?: readonly string[];
}

/** A name that others may refer to: the declaration's own, or that of a declaration inside it. */
export interface Definition extends Span {
  readonly name: string;
  readonly type: string;
  readonly node: AnyNode;
}

/** What a declaration has beside its own fields. */
export interface DeclarationBase {
  readonly $definitions: readonly Definition[];
  readonly $references: readonly Ref[];
  readonly $problems: readonly Problem[];
  /** Whether its syntax is in order; if not, something that is missing may just not have been read. */
  readonly $intact: boolean;
}

export type AnyNode = NodeBase & { readonly names?: readonly Located<string>[]; readonly title?: Located<string> };

type DeclarationOf<T extends AstNode> = ModelNode<T> & DeclarationBase;

type AstKinds = { [K in Kind]: Extract<ast.Declaration, { $type: K }> };

/** The model's type for each kind of declaration. */
export type Declarations = { [K in Kind]: DeclarationOf<AstKinds[K]> };

/** Any declaration. Discriminated by `$type`. */
export type Declaration = Declarations[Kind];

export type Approval = ModelNode<ast.Approval>;
export type Interval = ModelNode<ast.Interval>;
export type Duration = ModelNode<ast.Duration>;
export type Money = ModelNode<ast.Money>;
export type Action = ModelNode<ast.Action>;
export type Requirement = ModelNode<ast.Requirement>;
export type Decision = ModelNode<ast.Decision>;
export type Because = ModelNode<ast.Because>;
export type ImpactValue = ModelNode<ast.ImpactValue>;
export type CurrentLevel = ModelNode<ast.CurrentLevel>;
export type ResidualLevel = ModelNode<ast.ResidualLevel>;
export type Exclusion = ModelNode<ast.Exclusion>;
export type Isms = Declarations['Isms'];
export type Control = Declarations['Control'];
export type Risk = Declarations['Risk'];
export type Method = Declarations['Method'];

/** Where a property's keyword stands, if it is given. */
export const keySpan = (node: NodeBase, feature: string): Span | undefined =>
  node.$keys.find(key => key.feature === feature);

/** The best place for a finding about the declaration as a whole: its name, else its keyword. */
export function nameSpan(node: AnyNode): Span {
  const first = node.names?.[0];
  const last = node.names?.at(-1);
  if (first && last) return { start: first.start, end: last.end };
  return node.title ?? { start: node.$start, end: Math.min(node.$end, node.$start + 6) };
}

/** The name by which people know a node: its name, else its title, else its kind. */
export function label(node: AnyNode): string {
  return node.names?.[0]?.value ?? (node.title ? `“${node.title.value}”` : node.$type.toLowerCase());
}
