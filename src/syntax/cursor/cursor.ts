/**
 * What stands at a cursor, by reading the tokens from the start of a declaration. Nothing is parsed: whatever is open,
 * missing or unfinished, the words before the cursor tell where it is, and those behind it which properties are taken.
 */

import { blockType, type NodeType, type PropertySchema, propertyByKey, topType } from '../../language/schema.ts';
import type { Region } from '../text/regions.ts';
import { type TextToken, tokensOf } from './cursor-tokens.ts';
import { expectAfter, type Slot } from './cursor-values.ts';

export type { Slot } from './cursor-values.ts';

/**
 * Where a cursor can be: at the kind that begins a declaration, its name, its title, where its `{` belongs, at a key (or a
 * block) in its body, at a value, in a comment, inside a quoted text, or where nothing can be said.
 */
export type CursorPlace = 'kind' | 'name' | 'title' | 'body' | 'key' | 'value' | 'comment' | 'string' | 'none';

/** A declaration or block around the cursor. */
export interface Frame {
  /** Undefined for braces that belong to nothing known. */
  readonly nodeType: NodeType | undefined;
  /** Its names, the one at the cursor left out. */
  readonly names: readonly string[];
  /** Its title as written, with quotes. */
  readonly title: string | undefined;
  /** The properties it has, by feature, with the words of their values; those behind the cursor too. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** Whether it has a body, before or behind the cursor. */
  readonly hasBody: boolean;
  /** Whether its `{` stands on the cursor's line. */
  readonly onOneLine: boolean;
}

export interface Cursor {
  readonly place: CursorPlace;
  /** What has been typed of the word at the cursor. */
  readonly prefix: string;
  /** The word at the cursor, or the quoted text or comment around it. Equal offsets if there is none. */
  readonly start: number;
  readonly end: number;
  /** The declaration and the blocks inside it, outermost first. Where a head is being written, it is the last. */
  readonly frames: readonly Frame[];
  /** The property whose value is at the cursor. */
  readonly property: PropertySchema | undefined;
  /** What the value may be. */
  readonly slots: readonly Slot[];
  /** Words that may go on with the value, such as `by`. */
  readonly keywords: readonly string[];
  /** The words before the cursor in the value, punctuation included, or in the head behind the last comma. */
  readonly before: readonly TextToken[];
  /** All words of the value but the one at the cursor. */
  readonly given: readonly string[];
  /** Whether a key may stand here too, because the value before it is complete. */
  readonly orKey: boolean;
  /** What comes next, comments aside; undefined at the end. */
  readonly next: string | undefined;
}

/**
 * Reads what stands at an offset.
 * @param text one declaration with what is around it; any text will do
 * @param offset UTF-16 code units from its start; clamped
 */
export function cursorAt(text: string, offset: number): Cursor {
  const at = Math.max(0, Math.min(text.length, Math.trunc(offset) || 0));
  const { tokens, regions } = tokensOf(text);
  const region = regions.find(candidate => isInside(candidate, at, text));
  const word = region ? undefined : tokens.find(t => t.kind === 'word' && t.start < at && at <= t.end);
  const start = region?.start ?? word?.start ?? at;
  const end = region?.end ?? word?.end ?? at;
  const reader = new Reader(text, tokens);
  const here = tokens.findIndex(token => token.start >= start);
  const before = here < 0 ? tokens.length : here;
  reader.read(0, before);
  const nextToken = tokens.slice(before).find(token => token.start >= end);
  const spot = reader.spot(start, nextToken?.image === ':', nextToken?.image === '{');
  const frames = reader.frames();
  // Reading on fills in what the open frames have behind the cursor; the token at the cursor counts as not there.
  reader.read(before + (tokens[before] && tokens[before].start < end ? 1 : 0), tokens.length);
  const place = region?.kind === 'comment' ? 'comment' : region && spot.place !== 'title' ? 'string' : spot.place;
  return {
    ...spot,
    place,
    prefix: text.slice(start, at),
    start,
    end,
    frames: frames.map(({ nodeType, names, title, given, body, open }) => ({
      nodeType,
      names,
      title,
      given,
      hasBody: body,
      onOneLine: open >= 0 && open < at && !hasLineBreak(text, open, at),
    })),
    // Behind the cursor, what has no key of its own may already be the next line of a mapping.
    given: wordsOf(spot.property?.key ? (spot.item?.parts ?? []) : spot.before),
    next: nextToken?.image,
  };
}

/** The word, quoted text or comment that holds the character at an offset, for what is asked of a place and not while typing. */
export function wordAround(text: string, offset: number): { readonly start: number; readonly end: number } | undefined {
  const { tokens, regions } = tokensOf(text);
  const holds = ({ start, end }: { start: number; end: number }): boolean => start <= offset && offset <= end;
  const region = regions.find(candidate => candidate.start <= offset && offset < candidate.end);
  return region ?? tokens.find(token => token.kind === 'word' && holds(token));
}

const isInside = ({ start, end, closed }: Region, offset: number, text: string): boolean =>
  start < offset &&
  (offset < end || (offset === end && !closed)) &&
  // Between the two slashes nothing has begun yet, and inside the quotes of `"""` nothing can be written.
  !(text.startsWith('/', start) && offset < start + 2);

const wordsOf = (tokens: readonly TextToken[]): string[] =>
  tokens.flatMap(({ kind, image }) => (kind === 'word' ? [image] : []));

const hasLineBreak = (text: string, from: number, to: number): boolean => /[\n\r]/.test(text.slice(from, to));

interface Item {
  readonly property: PropertySchema | undefined;
  readonly start: number;
  readonly parts: TextToken[];
}

interface OpenFrame {
  readonly nodeType: NodeType | undefined;
  readonly names: string[];
  /** The words of its head behind the last comma. */
  words: TextToken[];
  title: string | undefined;
  readonly given: Map<string, string[]>;
  /** Where its `{` is; -1 before it. */
  open: number;
  /** Whether its body is being read. */
  body: boolean;
  /** Whether its head ended in a comma. */
  comma: boolean;
  item: Item | undefined;
}

interface Spot {
  readonly place: CursorPlace;
  readonly property: PropertySchema | undefined;
  readonly slots: readonly Slot[];
  readonly keywords: readonly string[];
  readonly before: readonly TextToken[];
  readonly item: Item | undefined;
  readonly orKey: boolean;
}

const simple = (place: CursorPlace): Spot => ({
  place,
  property: undefined,
  slots: [],
  keywords: [],
  before: [],
  item: undefined,
  orKey: false,
});

/** Reads tokens one after the other and keeps what is open. */
class Reader {
  private readonly stack: OpenFrame[] = [];
  private readonly text: string;
  private readonly tokens: readonly TextToken[];
  private reached = 0;

  constructor(text: string, tokens: readonly TextToken[]) {
    this.text = text;
    this.tokens = tokens;
  }

  read(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      this.take(this.tokens[index] as TextToken, this.tokens[index + 1]);
      this.reached = (this.tokens[index] as TextToken).end;
    }
  }

  frames(): OpenFrame[] {
    return [...this.stack];
  }

  /** What may stand at an offset behind all that was read. */
  spot(offset: number, beforeColon: boolean, beforeBrace: boolean): Spot {
    const sameLine = !hasLineBreak(this.text, this.reached, offset);
    for (;;) {
      const frame = this.stack.at(-1);
      if (!frame) return simple('kind');
      if (frame.body) return this.bodySpot(frame, offset, sameLine, beforeColon);
      const parent = this.stack.at(-2);
      const started = isStarted(frame) && !frame.comma;
      // On a new line a head that may end has ended, unless its brace is still to come.
      const ended = !sameLine && !beforeBrace && (started || !frame.nodeType || (!parent && this.column(offset) === 0));
      if (!ended) return headSpot(frame, parent !== undefined, sameLine);
      if (!parent && this.column(offset) > 0) return simple('body');
      this.stack.pop();
    }
  }

  private bodySpot(frame: OpenFrame, offset: number, sameLine: boolean, beforeColon: boolean): Spot {
    const { nodeType, item } = frame;
    if (!nodeType) return simple('none');
    const line = lineProperty(nodeType);
    const newItem = (): Spot => (line ? this.lineSpot(nodeType, line) : simple('key'));
    if (!item || (beforeColon && !line)) return newItem();
    const { property, parts } = item;
    if (!property) return sameLine ? simple('none') : newItem();
    const images = parts.map(part => part.image);
    const expected = expectAfter(nodeType.name, property, images);
    const spot = { property, slots: expected.slots, keywords: expected.keywords, before: [...parts], item };
    if (!property.key) return expected.complete ? newItem() : { ...spot, place: 'value', orKey: false };
    if (!expected.complete) {
      const isValue = sameLine || parts.length > 0 || this.column(offset) > this.indentation(item.start);
      return isValue ? { ...spot, place: 'value', orKey: false } : newItem();
    }
    if (!sameLine || !(expected.slots.length + expected.keywords.length)) return newItem();
    return { ...spot, place: 'value', orKey: true };
  }

  /** At the beginning of a line of a scale, matrix or mapping. */
  private lineSpot(nodeType: NodeType, line: PropertySchema): Spot {
    const { slots, keywords } = expectAfter(nodeType.name, line, []);
    const orKey = nodeType.properties.length > 1;
    if (!slots.length) return simple(orKey ? 'key' : 'none');
    return { place: 'value', property: line, slots, keywords, before: [], item: undefined, orKey };
  }

  private take(token: TextToken, next: TextToken | undefined): void {
    const frame = this.stack.at(-1);
    if (!frame) this.takeTop(token);
    else if (frame.body) this.takeInBody(frame, token, next);
    else this.takeInHead(frame, token, next);
  }

  private takeTop(token: TextToken): void {
    const nodeType = token.kind === 'word' ? topType(token.image) : undefined;
    if (nodeType) this.stack.push(newFrame(nodeType));
    else if (token.image === '{') this.stack.push({ ...newFrame(undefined), body: true });
  }

  private takeInHead(frame: OpenFrame, token: TextToken, next: TextToken | undefined): void {
    if (token.image === '{') {
      frame.open = token.start;
      frame.body = true;
    } else if (token.image === '}') {
      this.stack.pop();
      this.take(token, next);
    } else if (token.kind === 'string') {
      if (frame.nodeType?.titled && frame.title === undefined) frame.title = token.image;
      // A quote that swallowed the brace as well.
      if (/^"[^"]*\{\s*$/.test(token.image)) frame.body = true;
    } else if (token.image === ',') {
      frame.comma = true;
      frame.words = [];
    } else if (token.kind !== 'word') return;
    else if (this.isOwnKey(frame, token, next)) {
      frame.body = true;
      this.takeInBody(frame, token, next);
    } else if (this.endsHead(frame, token, next)) {
      this.stack.pop();
      this.take(token, next);
    } else {
      frame.names.push(token.image);
      frame.words.push(token);
      frame.comma = false;
    }
  }

  /** Whether a word in a head is a key of its body, whose brace is missing. */
  private isOwnKey(frame: OpenFrame, token: TextToken, next: TextToken | undefined): boolean {
    if (next?.image !== ':' || !frame.nodeType || !propertyByKey(frame.nodeType, token.image)) return false;
    const parent = this.stack.at(-2);
    return !parent?.nodeType || !propertyByKey(parent.nodeType, token.image);
  }

  private endsHead(frame: OpenFrame, token: TextToken, next: TextToken | undefined): boolean {
    const parent = this.stack.at(-2);
    if (!parent) {
      const startsLine = this.column(token.start) === 0;
      return startsLine && topType(token.image) !== undefined && (isStarted(frame) || next?.kind === 'word');
    }
    if (next?.image === ':') return true;
    const property = parent.nodeType && propertyByKey(parent.nodeType, token.image);
    return isStarted(frame) && !frame.comma && property !== undefined && property.form !== 'value';
  }

  private takeInBody(frame: OpenFrame, token: TextToken, next: TextToken | undefined): void {
    const { nodeType, item } = frame;
    if (token.image === '}') this.stack.pop();
    else if (token.image === '{') {
      const block = item?.property && blockType(item.property);
      frame.item = undefined;
      this.stack.push({ ...newFrame(block), open: token.start, body: true });
    } else if (!nodeType) return;
    else if (token.kind === 'word' && this.beginsItem(frame, nodeType, token, next))
      this.beginItem(frame, nodeType, token, next);
    else if (!item) return;
    else if (token.image !== ':' || !item.property?.key) {
      item.parts.push(token);
      if (item.property && token.kind === 'word') frame.given.get(item.property.feature)?.push(token.image);
    }
  }

  private beginsItem(frame: OpenFrame, nodeType: NodeType, token: TextToken, next: TextToken | undefined): boolean {
    const { item } = frame;
    const property = propertyByKey(nodeType, token.image);
    if (next?.image === ':') return true;
    const line = lineProperty(nodeType);
    if (!item) return property !== undefined || line !== undefined;
    const mayBegin = property !== undefined && property.form !== 'value';
    // Where lines stand among keys, what follows a complete value without a comma begins a line: a pair of the mapping.
    const mayBeginLine = line !== undefined && nodeType.properties.length > 1 && item.property !== undefined;
    if (!mayBegin && !mayBeginLine) return false;
    if (isComplete(nodeType, item)) return true;
    return mayBegin && !item.parts.length && (next?.kind === 'string' || next?.image === '{');
  }

  private beginItem(frame: OpenFrame, nodeType: NodeType, token: TextToken, next: TextToken | undefined): void {
    const property = propertyByKey(nodeType, token.image);
    const line = lineProperty(nodeType);
    if (property) {
      const known = frame.given.get(property.feature);
      if (!known) frame.given.set(property.feature, []);
    }
    if (property && property.form !== 'value' && next?.image !== ':') {
      frame.item = undefined;
      if (property.form === 'block') this.stack.push(newFrame(blockType(property)));
    } else if (property || !line) frame.item = { property, start: token.start, parts: [] };
    else frame.item = { property: line, start: token.start, parts: [token] };
  }

  private column(offset: number): number {
    return offset - this.lineStart(offset);
  }

  /** The column of the first word on the line of an offset. */
  private indentation(offset: number): number {
    return /^[^\S\n\r]*/.exec(this.text.slice(this.lineStart(offset), offset))?.[0].length ?? 0;
  }

  private lineStart(offset: number): number {
    return Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) + 1;
  }
}

function headSpot(frame: OpenFrame, isNested: boolean, sameLine: boolean): Spot {
  const { nodeType } = frame;
  if (!nodeType) return simple('none');
  const [part] = nodeType.named === 'never' && !nodeType.titled ? Object.entries(nodeType.values) : [];
  if (part && !frame.names.length) {
    const [feature, values] = part;
    return { ...simple('value'), slots: [{ type: nodeType.name, feature, values }] };
  }
  if (frame.title !== undefined) return simple('body');
  const before = [...frame.words];
  if (nodeType.named !== 'never' && (!frame.names.length || frame.comma)) return { ...simple('name'), before };
  if (nodeType.titled) return { ...simple('title'), before };
  return simple(isNested && !sameLine ? 'none' : 'body');
}

/** Whether a value may end where it ends now; after a comma it never may. */
function isComplete(nodeType: NodeType, { property, parts }: NonNullable<OpenFrame['item']>): boolean {
  if (!property) return true;
  if (parts.at(-1)?.image === ',') return false;
  return expectAfter(
    nodeType.name,
    property,
    parts.map(({ image }) => image),
  ).complete;
}

const isStarted = (frame: OpenFrame): boolean => frame.names.length > 0 || frame.title !== undefined;

const newFrame = (nodeType: NodeType | undefined): OpenFrame => ({
  nodeType,
  names: [],
  words: [],
  title: undefined,
  given: new Map(),
  open: -1,
  body: false,
  comma: false,
  item: undefined,
});

/** The property of a node type whose lines have no key: the steps of a scale, the rows of a matrix, the pairs of a mapping. */
const lineProperty = (nodeType: NodeType): PropertySchema | undefined =>
  nodeType.properties.find(({ key }) => key === '');
