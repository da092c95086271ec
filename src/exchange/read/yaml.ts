/** Reads YAML as records of texts: no tags, no numbers, aliases only as far as what they unfold to stays within the limits. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { plainText } from '../../formats/shared/text.ts';
import { type SayingValue, saying } from '../../wording/wording.ts';
import { ImportFault } from '../fault.ts';
import type { Value } from '../library.ts';
import { limits } from './limits.ts';

/** So deep values may lie in each other; libraries have six levels. */
const deepest = 50;

export interface Yaml {
  readonly root: Value;
  /** How many texts there are. */
  readonly texts: number;
}

/** @throws ImportFault if it is damaged, repeats a key, or unfolds to more than any library has */
export function readYaml(text: string): Yaml {
  const lines = new LineCounter();
  // With this schema `1.10` stays what it is, and no tag does anything. Repeated keys are found below, in linear time.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const [error] = document.errors;
  if (error) {
    if (/call stack/i.test(error.message)) throw tooDeep();
    throw damaged(lines.linePos(error.pos[0]).line, error.message);
  }
  const walk = new Walk(lines);
  return { root: walk.valueOf(document.contents, 0), texts: walk.texts };
}

class Walk {
  texts = 0;
  private length = 0;
  private readonly lines: LineCounter;
  private readonly anchors = new Map<string, Node>();

  constructor(lines: LineCounter) {
    this.lines = lines;
  }

  valueOf(node: unknown, depth: number): Value {
    if (depth > deepest) throw tooDeep();
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (!target) throw damaged(this.lineOf(node), saying('nothing is called *{0} before it', node.source));
      return this.valueOf(target, depth + 1);
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
      this.anchors.set(node.anchor, node);
    if (isSeq(node)) return node.items.map(item => this.valueOf(item, depth + 1));
    if (!isMap(node)) return this.textOf(isScalar(node) ? node : undefined);
    const fields = new Map<string, Value>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) throw damaged(this.lineOf(key), saying('a key is no word'));
      const name = this.textOf(key);
      if (fields.has(name)) throw damaged(this.lineOf(key), saying('the key {0} is there twice', name.slice(0, 60)));
      fields.set(name, this.valueOf(value, depth + 1));
    }
    return fields;
  }

  private textOf(node: Node | undefined): string {
    const value = isScalar(node) ? node.value : undefined;
    // What stands there without quotes and means nothing.
    if (typeof value !== 'string' || (isScalar(node) && node.type === 'PLAIN' && /^(?:~|null)$/i.test(value)))
      return '';
    this.texts++;
    this.length += value.length;
    if (this.texts > limits.cells || this.length > limits.library)
      throw new ImportFault(
        saying(
          'it unfolds to more texts than any library has. Write out what its aliases (*name) stand for, or split it.',
        ),
      );
    return plainText(value).trim();
  }

  private lineOf(node: unknown): number {
    const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : undefined;
    return this.lines.linePos(range?.[0] ?? 0).line;
  }
}

const tooDeep = (): ImportFault =>
  new ImportFault(saying('its records lie more than {0} deep in each other.', deepest));

const damaged = (line: number, what: SayingValue): ImportFault =>
  new ImportFault(
    saying(
      'it is damaged: it cannot be read as YAML from line {0} on ({1}). Correct it, or export it again.',
      line,
      what,
    ),
  );
