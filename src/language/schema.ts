/**
 * The schema of the language: which declarations there are, which properties they have, what a value may be, and the
 * documentation of each. Generated from the grammar, so that completion, hover, checks and the reference agree with it.
 */
import type * as ast from './generated/ast.ts';
import source from './generated/schema.json';

export type ValueSchema =
  | { readonly form: 'reference'; readonly type: string; readonly targets: readonly string[] }
  | { readonly form: 'enum'; readonly rule: string; readonly words: readonly string[] }
  | { readonly form: 'node'; readonly rule: string }
  | { readonly form: 'string' | 'text' | 'date' | 'number' | 'word' };

export interface PropertySchema {
  /** The keyword in the text, such as `depends-on`; empty for the lines of a scale, matrix or mapping. */
  readonly key: string;
  /** The field of the model, such as `dependsOn`. */
  readonly feature: string;
  /** `key: value`, a flag without a value, or a block or nested declaration. */
  readonly form: 'value' | 'flag' | 'block';
  readonly many: boolean;
  readonly values: readonly ValueSchema[];
  readonly doc: string;
}

export interface RuleSchema {
  readonly name: string;
  /** The keyword it begins with, such as `risk`; empty for values such as an approval. */
  readonly keyword: string;
  /** Whether it is a declaration at the top of a file. */
  readonly top: boolean;
  readonly named: 'required' | 'optional' | 'never';
  readonly titled: boolean;
  readonly body: boolean;
  readonly doc: string;
  readonly properties: readonly PropertySchema[];
  /** The parts that have no key, by feature. */
  readonly values: Readonly<Record<string, readonly ValueSchema[]>>;
}

/** The name of a grammar rule that makes a declaration at the top of a file. */
export type Kind = ast.Declaration['$type'];

export const rules = source.rules as unknown as Readonly<Record<string, RuleSchema>>;

/** Keywords that stand before a `:` somewhere in the grammar. */
const keyKeywords: ReadonlySet<string> = new Set(source.keyKeywords);

/** The declarations at the top of a file, in the order of the grammar. */
export const topRules: readonly RuleSchema[] = Object.values(rules).filter(rule => rule.top);

/** The keywords that begin a declaration: `isms`, `risk`, `control` … */
export const kindKeywords: ReadonlySet<string> = new Set(topRules.map(rule => rule.keyword));

const ruleByKeyword = new Map(topRules.map(rule => [rule.keyword, rule]));

/** The rule of a declaration that begins with this keyword. */
export const topRule = (keyword: string): RuleSchema | undefined => ruleByKeyword.get(keyword);

export const propertyByKey = (rule: RuleSchema, key: string): PropertySchema | undefined =>
  rule.properties.find(property => property.key === key);

export const propertyByFeature = (rule: RuleSchema, feature: string): PropertySchema | undefined =>
  rule.properties.find(property => property.feature === feature);

/** The keyword under which users know a kind, such as `document` for the rule `PolicyDocument`. */
export const kindWord = (ruleName: string): string => rules[ruleName]?.keyword || ruleName.toLowerCase();

/** Whether a word stands before a `:` somewhere in the grammar. */
export const isKey = (word: string): boolean => keyKeywords.has(word);
