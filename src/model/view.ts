/**
 * The view that analysis, rules and exports have of an ISMS: declarations, references both ways, queries, and the inputs
 * "today", configuration and files. What is read through a view can be noted, and that is all the incremental checker needs.
 */
import type { FrameworkEntry } from '../frameworks/framework.ts';
import type { IsoDate } from './dates.ts';
import type { AnyNode, Declaration, Declarations, Definition, Kind, Ref } from './declaration.ts';

/** A declaration, or one inside it such as a requirement, that a name leads to. */
export interface Found {
  /** Its node type, such as `Requirement`. To ask for the others may mean to read it again. */
  readonly type: string;
  readonly declaration: Declaration;
  readonly definition: Definition;
  readonly node: AnyNode;
}

/** A computed value over the whole ISMS. It is computed again only when something it read has changed, and an equal result counts as unchanged. */
export interface Query<T> {
  readonly name: string;
  readonly compute: (view: IsmsView) => T;
}

/**
 * A value of each declaration of a kind, to be read for all of them at once. What the others are worth is kept: when one
 * declaration changes only its own value is taken again, and if that is equal nothing has changed for anybody.
 */
export interface Projection<K extends Kind, T> {
  readonly name: string;
  readonly kind: K;
  /** Plain data from the declaration alone, and of it only what are facts (see facts.ts). Undefined values are left out. */
  readonly project: (declaration: Declarations[K]) => T | undefined;
}

/** Defines a projection. `name` has to be unique. */
export const projection = <K extends Kind, T>(
  name: string,
  kind: K,
  project: (declaration: Declarations[K]) => T | undefined,
): Projection<K, T> => {
  const defined: Projection<K, T> = { name, kind, project };
  definedProjections.push(defined as unknown as Projection<Kind, unknown>);
  return defined;
};

/** All projections, so that their values are taken while declarations are read. */
export const definedProjections: Projection<Kind, unknown>[] = [];

/** Defines a query. `name` has to be unique. */
export const query = <T>(name: string, compute: (view: IsmsView) => T): Query<T> => ({ name, compute });

/** What the lock file says was approved; see analysis/approval.ts. */
export interface ApprovalLock {
  readonly version?: string;
  readonly approved?: IsoDate;
  readonly controls: Readonly<Record<string, string>>;
}

/** What a text of `uses:` leads to: another ISMS, this one, or none that could be read. */
export type NeighbourState = 'there' | 'itself' | 'missing';

/** What an ISMS depends on besides its text. */
export interface Inputs {
  /** The day as of which everything is judged. */
  readonly asOf: IsoDate;
  /** The record of the last approval, from the lock file. */
  readonly lock: ApprovalLock | undefined;
  /** Whether a file named in a declaration of the file `from` exists; undefined where that cannot be told. */
  fileExists(from: string, path: string): boolean | undefined;
}

export interface IsmsView {
  /** The `isms` block; undefined where none is declared. */
  readonly isms: Declarations['Isms'] | undefined;
  readonly asOf: IsoDate;
  readonly lock: ApprovalLock | undefined;
  /** Whether a file named in a declaration exists, relative to the file that holds it; undefined where that cannot be told. */
  fileExists(declaration: Declaration, path: string): boolean | undefined;
  /** All declarations of a kind, in the order of the ISMS. Of a kind of which it has one: that, or else the first that one shares that it uses. */
  all<K extends Kind>(kind: K): readonly Declarations[K][];
  /** All declarations of a kind, and behind them those that the ISMSs share that this one uses. */
  known<K extends Kind>(kind: K): readonly Declarations[K][];
  /** What a reference refers to, if it is declared in this ISMS, or else shared by one that it uses; the first where several have the name. */
  resolve(ref: Ref): Found | undefined;
  /** What else a reference may refer to, in the order of the ISMS: something where several have the name. */
  alternatives(ref: Ref): readonly Found[];
  /** Everything declared under a name that a reference of the given type accepts, in the order of the ISMS. */
  named(name: string, type: string): readonly Found[];
  /** The same of what the ISMSs share that this one uses, whether it has the name itself or not. */
  shared(name: string, type: string): readonly Found[];
  /** The folder of the other ISMS that a declaration belongs to, as `uses:` says it; undefined for one of this ISMS. */
  origin(declaration: Declaration): string | undefined;
  /** Whether this ISMS uses others: where it does not, nothing is shared with it. */
  readonly usesOthers: boolean;
  /** Whether an ISMS that is read uses this one. */
  readonly isUsedByOthers: boolean;
  /** What a text of `uses:` leads to. */
  neighbour(path: string): NeighbourState | undefined;
  /** The types of what is declared under a name, or shared, each once. */
  declaredAs(name: string): readonly string[];
  /** What a reference refers to in a built-in framework. */
  builtin(ref: Ref): FrameworkEntry | undefined;
  /** The declarations of a kind that refer to this name of a node of this type. */
  users<K extends Kind>(name: string, type: string, kind: K): readonly Declarations[K][];
  /** Whether there are such users: quicker than asking for them. */
  isUsed(name: string, type: string, kind: Kind): boolean;
  get<T>(query: Query<T>): T;
  /** The values of a projection, in the order of the ISMS. */
  collect<K extends Kind, T>(projection: Projection<K, T>): readonly T[];
  /** The first of these values that is accepted: found at once where many are, however many declarations there are. */
  first<K extends Kind, T>(projection: Projection<K, T>, accepts?: (value: T) => boolean): T | undefined;
  /** Those of what the ISMSs share that this one uses. */
  collectShared<K extends Kind, T>(projection: Projection<K, T>): readonly T[];
  /** How many declarations of a kind there are. */
  count(kind: Kind): number;
  /** The names of the nodes of a type, also of a nested one, in alphabetical order. */
  names(type: string): readonly string[];
  /** Those of these names that are near to a text in the alphabet, or all where they are few. */
  namesAround(type: string, text: string): readonly string[];
}
