/**
 * The words of an ISMS's own: the steps of its scales, its tags, and the values of other keys and fields that take any word. Where one of
 * them is declared, and where it is used, follows from the schema.
 */
import { type Block, compareBlocks } from '../incremental/block.ts';
import { type NodeType, nodeTypes, type ValueSchema } from '../language/schema.ts';
import type { AnyNode, Located } from '../model/declaration.ts';
import { isDefault } from '../model/default-value.ts';
import { nodesIn } from '../model/nodes-in.ts';
import { isName } from '../syntax/lexer.ts';
import type { Occurrence } from '../workspace/occurrences.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';

/** Words that mean something together: a scale of the method, a key such as `tags`, or a field of one's own. */
export interface Vocabulary {
  readonly sort: 'scale' | 'key' | 'field';
  /** The scale, the key, or the name of the field. */
  readonly name: string;
}

export interface Word extends Occurrence {
  readonly word: string;
  readonly vocabulary: Vocabulary;
  /** Whether it is declared here, as a step of a scale or as a value that a field may have. */
  readonly isDeclared: boolean;
}

/** Tells vocabularies apart. */
export const keyOfVocabulary = ({ sort, name }: Vocabulary): string => `${sort} ${name}`;

/** How a vocabulary is called in messages. */
export const calledVocabulary = ({ sort, name }: Vocabulary): string =>
  sort === 'scale' ? `the ${name} scale` : sort === 'field' ? `the field ${name}` : `“${name}”`;

/** The scales that the grammar knows. */
const scales: ReadonlySet<string> = new Set(
  Object.values(nodeTypes).flatMap(({ properties, parts }) =>
    [...properties, ...Object.values(parts)].flatMap(({ scale }) => scale ?? []),
  ),
);

/**
 * The words of the language that may stand before a word of a scale, such as the property of an impact: a step that was called so could be
 * read as one of them.
 */
export const wordsBefore = (scale: string): ReadonlySet<string> =>
  new Set(
    Object.values(nodeTypes)
      .filter(({ parts }) => Object.values(parts).some(part => part.scale === scale))
      .flatMap(({ values }) => Object.values(values).flat())
      .flatMap(value => (value.form === 'enum' ? value.words : [])),
  );

/** A feature of a node that is a word, and of which vocabulary: of a field, the field says it. */
interface WordFeature {
  readonly feature: string;
  readonly vocabulary: Vocabulary | 'field';
}

const isWord = (values: readonly ValueSchema[]): boolean => values.some(({ form }) => form === 'word');

const featuresByType: ReadonlyMap<string, readonly WordFeature[]> = new Map(
  Object.values(nodeTypes).map(nodeType => [nodeType.name, featuresOf(nodeType)]),
);

function featuresOf({ name, top, properties, parts, values }: NodeType): WordFeature[] {
  const keyed = properties.flatMap(({ feature, key, common, scale, values: may }): WordFeature[] => {
    if (scale) return [{ feature, vocabulary: { sort: 'scale', name: scale } }];
    if (!isWord(may)) return [];
    if (name === 'Field' && !common) return [{ feature, vocabulary: 'field' }];
    // What a catalogue says of its entries are words of the catalogue.
    return top || common ? [{ feature, vocabulary: { sort: 'key', name: key } }] : [];
  });
  const unkeyed = Object.entries(values).flatMap(([feature, may]): WordFeature[] => {
    const scale = parts[feature]?.scale;
    if (scale) return [{ feature, vocabulary: { sort: 'scale', name: scale } }];
    return name === 'OwnField' && isWord(may) ? [{ feature, vocabulary: 'field' }] : [];
  });
  return [...keyed, ...unkeyed];
}

/** The blocks that declare the steps of a scale, by type: they are called like it. The step's word is the one part of a line that is none of another scale. */
const scaleOfBlock: ReadonlyMap<string, string> = new Map(
  Object.values(nodeTypes).flatMap(({ name, keyword, top }) => (!top && scales.has(keyword) ? [[name, keyword]] : [])),
);

/** The words of a declaration, in the order of the text. */
export function wordsOf(block: Block): Word[] {
  const { declaration } = block;
  if (!declaration) return [];
  const words: Word[] = [];
  const note = (value: unknown, vocabulary: Vocabulary, isDeclared: boolean): void => {
    for (const span of [value].flat()) {
      if (isPlainWord(span)) words.push({ block, span, word: span.value, vocabulary, isDeclared });
    }
  };
  for (const node of nodesIn(declaration)) {
    for (const { feature, vocabulary } of featuresByType.get(node.$type) ?? []) {
      const own = vocabulary === 'field' ? fieldOf(node) : vocabulary;
      if (own) note(Reflect.get(node, feature), own, vocabulary === 'field' && node.$type === 'Field');
    }
    const scale = scaleOfBlock.get(node.$type);
    if (scale === undefined) continue;
    for (const line of nodesIn(node)) {
      for (const [feature, values] of Object.entries(nodeTypes[line.$type]?.values ?? {})) {
        if (line !== node && isWord(values)) note(Reflect.get(line, feature), { sort: 'scale', name: scale }, true);
      }
    }
  }
  return words.sort((a, b) => a.span.start - b.span.start);
}

/** Which field a line of `fields { … }` or the declaration of a field is about. */
function fieldOf(node: AnyNode): Vocabulary | undefined {
  const ref: unknown = Reflect.get(node, 'field');
  const name = isNamed(ref) ? ref.name : node.names?.[0]?.value;
  return name === undefined ? undefined : { sort: 'field', name };
}

const isNamed = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

/** A word as it is written: neither a quoted text, nor the number of a step, nor what is only a default. */
const isPlainWord = (value: unknown): value is Located<string> =>
  typeof value === 'object' &&
  value !== null &&
  'value' in value &&
  typeof value.value === 'string' &&
  !('quoted' in value && value.quoted) &&
  !isDefault(value) &&
  isName(value.value);

/** All words of an ISMS, in its order. */
export const allWords = (unit: IsmsUnit): Word[] => unit.isms.allBlocks().sort(compareBlocks).flatMap(wordsOf);

/** The word at an offset of a declaration; both ends of a word count. */
export const wordAt = (block: Block, offset: number): Word | undefined =>
  wordsOf(block).find(({ span }) => span.start <= offset && offset <= span.end);
