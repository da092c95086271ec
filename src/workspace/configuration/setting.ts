/** What a setting is: everything that reads, offers, documents or checks one asks its description. */
import { type Node, parseTree } from 'jsonc-parser';
import { areaOf, renamedCodes } from '../../rules/codes.ts';
import type { Rule, RuleDocumentation } from '../../rules/rule.ts';
import { type Saying, saying } from '../../wording/wording.ts';

/** What settings may call rules. */
export interface RuleNames {
  /** Codes and areas. */
  readonly known: ReadonlySet<string>;
  /** Former codes, and what they are called today. */
  readonly renamed: ReadonlyMap<string, string>;
}

export const ruleNames = (rules: readonly Rule[]): RuleNames => ({
  known: new Set(rules.flatMap(rule => [rule.code, areaOf(rule.code)])),
  renamed: renamedCodes(rules),
});

/** Notes what is wrong at a place of a text. `isRenamed`: it counts, but its rule has another code today. */
export type Tell = (
  at: Pick<Node, 'offset' | 'length'>,
  message: Saying,
  more?: { readonly isRenamed?: boolean },
) => void;

export interface Reading {
  readonly names: RuleNames;
  readonly tell: Tell;
}

export interface Setting<T = unknown> {
  /** Where it stands in `isms.config.json`; objects before a dot: `format.lineWidth`. */
  readonly key: string;
  /** What it does, a sentence or two. */
  readonly description: string;
  /** What its value has to be; the message goes on from its name: `has to be a date such as "2026-06-15"`. A text where it has no values. */
  readonly want: string | Saying;
  /** What is wrong with a value that is not what is wanted, where there is more to say of it than `want`; goes on from the name too. */
  readonly faultOf?: (value: unknown) => Saying | undefined;
  /** What one writes, for messages and docs. */
  readonly example: unknown;
  /** What counts where nobody sets it, in words. */
  readonly otherwise: string;
  /** The JSON Schema of its value. */
  readonly schema: (rules: readonly RuleDocumentation[]) => Readonly<Record<string, unknown>>;
  /** The value; undefined if it is not what is wanted, for which nothing need be told. Parts that are wrong are left out and told. */
  readonly read: (value: Node, reading: Reading) => T | undefined;
  /** Where it is about what an editor shows, and stands in no file. */
  readonly editorOnly?: true;
  /** Where VS Code has it too, as `isms.KEY`, for all ISMSs that are open. */
  readonly editor?: EditorSetting;
  /** Where the command line has it too. */
  readonly option?: CommandOption;
}

export interface EditorSetting {
  /** Its place among the settings. */
  readonly order: number;
  /** Markdown. */
  readonly description: string;
  /** What an empty text stands for, where one may be chosen. */
  readonly empty?: string;
}

export interface CommandOption {
  /** As in `--as-of <date>`. */
  readonly flags: string;
  readonly description: string;
}

/** A setting, with what is known of it as precise as it is written. */
export const setting = <T, const S extends Setting<T>>(description: S & Setting<T>): S => description;

export type ValueOf<S> = S extends { read: (...args: never) => infer T } ? Exclude<T, undefined> : never;

/** What the value of a setting has to be, as the rest of a sentence. */
export const wanted = ({ want }: Pick<Setting, 'want'>): Saying => (typeof want === 'string' ? saying(want) : want);

/** How deep brackets may be nested: a setting needs two levels, and the parser calls itself for each. */
export const deepest = 100;

/** Reads a value that stands in no file. */
export function readValue<T>(
  { read }: Setting<T>,
  value: unknown,
  names: RuleNames,
): { readonly value: T | undefined; readonly problems: readonly Saying[] } {
  const problems: Saying[] = [];
  const node = nodeOf(value);
  const tell: Tell = (_, message) => void problems.push(message);
  return { value: node && read(node, { names, tell }), problems };
}

/** A value as the parser of JSON gives it; undefined for what no JSON holds, and what is nested too deep. */
function nodeOf(value: unknown): Node | undefined {
  if (isNestedDeeper(value, deepest)) return undefined;
  return parseTree(JSON.stringify(value) ?? '');
}

function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some(part => isNestedDeeper(part, levels - 1));
}
