/**
 * The schema of the language: which declarations there are, which properties they have, what a value may be, the
 * documentation of each, and its traits: what is known of it beside its syntax. Generated from the grammar, where traits are
 * tags of the documentation comments, so that completion, hover, rules and the reference agree with it.
 */
import type * as ast from './generated/ast.ts';
import source from './generated/schema.json';

export type ValueSchema =
  | { readonly form: 'reference'; readonly type: string; readonly targets: readonly string[] }
  | {
      readonly form: 'enum';
      readonly enumeration: string;
      readonly words: readonly string[];
      /** What others call a word: the word by its synonym, in lower case or as it is written. */
      readonly synonyms?: Readonly<Record<string, string>>;
      /** Whether words of one's own are as good as these. */
      readonly open?: true;
    }
  | { readonly form: 'node'; readonly type: string }
  | { readonly form: 'string' | 'text' | 'date' | 'number' | 'word' };

/** The symbol kinds of the Language Server Protocol, which editors have icons for. */
export type Icon =
  | 'File'
  | 'Module'
  | 'Namespace'
  | 'Package'
  | 'Class'
  | 'Method'
  | 'Property'
  | 'Field'
  | 'Constructor'
  | 'Enum'
  | 'Interface'
  | 'Function'
  | 'Variable'
  | 'Constant'
  | 'String'
  | 'Number'
  | 'Boolean'
  | 'Array'
  | 'Object'
  | 'Key'
  | 'Null'
  | 'EnumMember'
  | 'Struct'
  | 'Event'
  | 'Operator'
  | 'TypeParameter';

/** A scale of the declared method. */
export type Scale = 'likelihood' | 'impact' | 'values' | 'levels';

/** Of a date that is written down once something has happened. */
export interface Happened {
  /** What has happened then, such as `collected`; without it, another rule reports a date that has not come. */
  readonly verb?: string;
  /** What it has happened to, if not what the declaration is called: `the certificate`. */
  readonly subject?: string;
}

/** What ends the duty of an owner, or a plan: a property that is given, or one that has this word. */
export interface End {
  readonly feature: string;
  readonly word?: string;
}

/** What is known of a date or word, of a key or of a part of a value. */
export interface ValueTraits {
  readonly happened?: Happened;
  /** A date that may lie ahead; one of a plan, which is late once it has passed and none of this has come, unless nothing ends it. */
  readonly planned?: { readonly until: readonly End[] };
  /** The last day of something. */
  readonly last?: true;
  /** The scale that the word is on. */
  readonly scale?: Scale;
}

export interface PropertyTraits extends ValueTraits {
  /** Who answers for it, as long as nothing of this has come. */
  readonly owner?: { readonly until: readonly End[] };
  /** Evidence that has to be recent, since what it shows holds today; other evidence records something that happened. */
  readonly recent?: true;
  /** A period that comes again, `every 12 months`, and the features from the latest of which it is counted, where these say so. */
  readonly recurring?: { readonly from: readonly string[] };
  /** The path of a file, relative to the one that it is written in. */
  readonly path?: true;
  /** The folder of another ISMS, relative to the file that it is written in. */
  readonly isms?: true;
  /** Not among the facts that hover lists. */
  readonly unlisted?: true;
  /** Others read its words, not only whether there are any. */
  readonly fact?: true;
  /** Only the author can know it: a decision, an acceptance, a level. */
  readonly decides?: true;
  /** Words that are offered where the language has none of its own. */
  readonly suggest?: readonly string[];
}

/** A part of a value that has no key of its own, such as `by` of an approval. */
export interface PartSchema extends ValueTraits {
  /** The word that always leads to it. */
  readonly lead?: string;
  /** The word that has to stand before that one. */
  readonly after?: string;
}

export interface NodeTypeTraits {
  /** What editors show it with; a class, if it says nothing. */
  readonly icon?: Icon;
  /** An ISMS has one. */
  readonly single?: true;
  /** It is about the ISMS as a whole: its rules look at most of the rest. */
  readonly overall?: true;
  /** The file in which an ISMS that is laid out as usual has them, and in which a missing one is declared. */
  readonly file?: string;
  /** References to it may be sought by the words of its title. */
  readonly sought?: true;
  /** What an ISMS that uses this one may refer to. */
  readonly shared?: true;
  /** Its names are ids of a catalogue, which others may have too. */
  readonly catalogued?: true;
  /** A block that may stand in a declaration more than once. */
  readonly repeatable?: true;
  /** It says what holds for declarations that do not say it themselves: a block in it, by its keyword, for those of a kind. */
  readonly defaults?: true;
  /** A block that only the author can fill in. */
  readonly decides?: true;
  /** What messages call it, if not its keyword. */
  readonly called?: string;
  /** Several of them, if not the keyword with an `s`. */
  readonly plural?: string;
}

export interface PropertySchema extends PropertyTraits {
  /** The keyword in the text, such as `depends-on`; empty for the lines of a scale, matrix or mapping. */
  readonly key: string;
  /** The field of the model, such as `dependsOn`. */
  readonly feature: string;
  /** `key: value`, a flag without a value, or a block or nested declaration. */
  readonly form: 'value' | 'flag' | 'block';
  readonly many: boolean;
  /** Whether every declaration has it, such as `notes`. */
  readonly common?: true;
  readonly values: readonly ValueSchema[];
  readonly doc: string;
}

/** What the grammar gives a node of the model: a declaration, a block in one, or a value with parts. */
export interface NodeType extends NodeTypeTraits {
  readonly name: string;
  /** The keyword it begins with, such as `risk`; empty for values such as an approval. */
  readonly keyword: string;
  /** Whether it is a declaration at the top of a file. */
  readonly top: boolean;
  readonly named: 'required' | 'optional' | 'never';
  readonly titled: boolean;
  readonly body: boolean;
  /** Whether the body may be left out. */
  readonly bodyOptional: boolean;
  readonly doc: string;
  readonly properties: readonly PropertySchema[];
  /** The parts that have no key, by feature. */
  readonly values: Readonly<Record<string, readonly ValueSchema[]>>;
  /** What is known of these parts. */
  readonly parts: Readonly<Record<string, PartSchema>>;
  /** The words between these parts, such as `until`, each with what follows it, in words. */
  readonly keywords: Readonly<Record<string, string>>;
}

/** The name of a node type that stands at the top of a file. */
export type Kind = ast.Declaration['$type'];

export const nodeTypes = source.nodeTypes as unknown as Readonly<Record<string, NodeType>>;

/** Keywords that stand before a `:` somewhere in the grammar. */
const keyKeywords: ReadonlySet<string> = new Set(source.keyKeywords);

/** The declarations at the top of a file, in the order of the grammar. */
export const topTypes: readonly NodeType[] = Object.values(nodeTypes).filter(nodeType => nodeType.top);

/** The keywords that begin a declaration: `isms`, `risk`, `control` … */
export const kindKeywords: ReadonlySet<string> = new Set(topTypes.map(nodeType => nodeType.keyword));

const typeByKeyword = new Map(topTypes.map(nodeType => [nodeType.keyword, nodeType]));

/** The type of a declaration that begins with this keyword. */
export const topType = (keyword: string): NodeType | undefined => typeByKeyword.get(keyword);

export const propertyByKey = (nodeType: NodeType, key: string): PropertySchema | undefined =>
  nodeType.properties.find(property => property.key === key);

export const propertyByFeature = (nodeType: NodeType, feature: string): PropertySchema | undefined =>
  nodeType.properties.find(property => property.feature === feature);

/** The keyword under which users know a type, such as `document` for `PolicyDocument`. */
export const kindWord = (type: string): string => nodeTypes[type]?.keyword || type.toLowerCase();

/** Whether a word stands before a `:` somewhere in the grammar. */
export const isKey = (word: string): boolean => keyKeywords.has(word);

/** What messages call a type: `catalogue entry`, `document`. */
export const calledOf = (type: string): string => nodeTypes[type]?.called ?? kindWord(type);

/** `a risk`, `an asset`. */
export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

/** Several nodes of a type, in words: `documents`. */
export const pluralOf = (type: string): string => nodeTypes[type]?.plural ?? `${kindWord(type)}s`;

/** The words that may stand where a reference of a type may stand: `no-such-asset` beside the name of a risk. */
export const wordsBeside = (type: string): readonly string[] =>
  (source.wordsBeside as Readonly<Record<string, readonly string[]>>)[type] ?? [];

/** Whether it is declared inside another declaration, with a name or a title of its own, such as an action. */
export const isNested = (nodeType: NodeType): boolean =>
  !nodeType.top && nodeType.body && (nodeType.named !== 'never' || nodeType.titled);

/** The type of a block or nested declaration; undefined for any other property. */
export function blockType({ form, values: [value] }: PropertySchema): NodeType | undefined {
  return form === 'block' && value?.form === 'node' ? nodeTypes[value.type] : undefined;
}

/** The words that lead from one part of a value to the next: `by`, `until`, `from` … */
export const connectingWords = (): ReadonlySet<string> =>
  new Set(Object.values(nodeTypes).flatMap(nodeType => Object.keys(nodeType.keywords)));
