/**
 * The full reader: Langium parses the text, and what is of use is copied into the plain model. Syntax trees die at once.
 * Values come from the concrete tree, not from the AST: a property given twice loses nothing, and each value has its place.
 */
import type { AstNode, CompositeCstNode, CstNode, GrammarAST } from 'langium';
import { newNode } from '../../language/generated/nodes.ts';
import {
  connectingWords,
  type NodeType,
  nodeTypes,
  propertyByFeature,
  propertyByKey,
  type ValueSchema,
} from '../../language/schema.ts';
import type { AnyNode, Definition, Key, Located, Problem, Ref } from '../../model/declaration.ts';
import { type Saying, saying } from '../../wording/wording.ts';
import { addKey, finish, type ReadResult, readValue } from '../read-result.ts';
import { nameOf, plainText } from '../text/odd-characters.ts';
import { isColonMissing, lexerMessage, messageOf, wantedValue } from './error-messages.ts';
import { blanked, type Stretch, spoiltBy } from './recovery.ts';
import { ismsServices } from './services.ts';

interface Fields {
  [feature: string]: unknown;
  $start: number;
  $end: number;
  readonly $keys: Key[];
}

/** What an element of the grammar means for the model; looked up once for each element. */
interface Role {
  readonly feature?: string;
  readonly list: boolean;
  readonly flag: boolean;
  /** The type that a reference may refer to. */
  readonly referenceType?: string;
  readonly keyword?: string;
}

const roles = new WeakMap<GrammarAST.AbstractElement, Role>();

function roleOf(cst: CstNode): Role {
  const element = cst.grammarSource as GrammarAST.AbstractElement;
  let role = roles.get(element);
  if (!role) roles.set(element, (role = makeRole(element)));
  return role;
}

function makeRole(element: GrammarAST.AbstractElement): Role {
  let container: AstNode | undefined = element;
  while (container && container.$type !== 'Assignment') container = container.$container;
  const assignment = container as GrammarAST.Assignment | undefined;
  const terminal = assignment?.terminal;
  return {
    feature: assignment?.feature,
    list: assignment?.operator === '+=',
    flag: assignment?.operator === '?=',
    referenceType:
      terminal?.$type === 'CrossReference' ? (terminal as GrammarAST.CrossReference).type.$refText : undefined,
    keyword: element.$type === 'Keyword' ? (element as GrammarAST.Keyword).value : undefined,
  };
}

/** As `isCompositeCstNode` of Langium, which is to be loaded only when needed. */
const isCompositeCstNode = (node: CstNode): node is CompositeCstNode => 'content' in node;

class Reader {
  readonly references: Ref[] = [];
  readonly definitions: Definition[] = [];
  readonly problems: Problem[] = [];

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  node(cst: CompositeCstNode): AnyNode {
    const type = cst.astNode.$type;
    const nodeType = nodeTypes[type];
    const fields = newNode[type]?.() as Fields;
    fields.$start = cst.offset;
    fields.$end = cst.end;
    this.children(cst, nodeType, fields, fields.$keys);
    const node = fields as unknown as AnyNode;
    for (const name of node.names ?? []) {
      this.definitions.push({ name: name.value, type, node, start: name.start, end: name.end });
    }
    return node;
  }

  private children(cst: CompositeCstNode, nodeType: NodeType | undefined, fields: Fields, keys: Key[]): void {
    for (const child of cst.content) {
      if (child.hidden || !child.grammarSource || Number.isNaN(child.offset)) continue;
      const role = roleOf(child);
      if (!role.feature) {
        if (role.keyword) this.key(child, role.keyword, nodeType, keys);
        else if (isCompositeCstNode(child)) this.children(child, nodeType, fields, keys);
        continue;
      }
      const value = this.value(child, role, nodeType);
      if (role.list) fields[role.feature] = [...(fields[role.feature] as unknown[]), value];
      else if (fields[role.feature] === undefined) fields[role.feature] = value;
      if (role.flag) keys.push({ feature: role.feature, key: child.text, start: child.offset, end: child.end });
      const property = nodeType && propertyByFeature(nodeType, role.feature);
      if (property?.form === 'block' && property.key) {
        keys.push({
          feature: role.feature,
          key: property.key,
          start: child.offset,
          end: child.offset + property.key.length,
        });
      }
    }
  }

  private key(cst: CstNode, keyword: string, nodeType: NodeType | undefined, keys: Key[]): void {
    const property = nodeType && propertyByKey(nodeType, keyword);
    if (property?.form !== 'value') return;
    addKey({ feature: property.feature, key: keyword, start: cst.offset, end: cst.end }, keys, this.problems);
  }

  private value(cst: CstNode, role: Role, nodeType: NodeType | undefined): unknown {
    const span = { start: cst.offset, end: cst.end };
    const text = this.text.slice(span.start, span.end);
    if (role.referenceType) {
      const ref: Ref = { name: nameOf(text), type: role.referenceType, ...span, $symbol: undefined };
      this.references.push(ref);
      return ref;
    }
    if (isCompositeCstNode(cst) && isNodeOfItsOwn(cst)) return this.node(cst);
    if (role.flag) return { value: true, quoted: undefined, ...span } satisfies Located<boolean>;
    const feature = role.feature as string;
    const key = nodeType && propertyByFeature(nodeType, feature)?.key;
    const written = text.startsWith('"') ? text : nameOf(text);
    const value = readValue(written, span.start, valueSchemas(nodeType, feature), key, this.problems);
    return written.length === text.length ? value : { ...value, end: span.end };
  }
}

/** Values of one token (a target, a word, a text) leave a composite node whose AST node is that of their container. */
const isNodeOfItsOwn = (cst: CompositeCstNode): boolean => cst.astNode.$cstNode === cst;

function valueSchemas(nodeType: NodeType | undefined, feature: string): readonly ValueSchema[] {
  if (!nodeType) return [];
  return propertyByFeature(nodeType, feature)?.values ?? nodeType.values[feature] ?? [];
}

/** Reads the text of one declaration, damaged or not; leading comments may stand before it. Never throws, whatever the text. */
export function readWithLangium(given: string): ReadResult {
  const { text, odd } = plainText(given);
  const problems: Problem[] = odd.map(({ message, start, end, plain }) => ({
    code: 'syntax/odd-character',
    message,
    suggestions: plain === undefined ? [] : [plain],
    start,
    end,
  }));
  const { result, errors } = parseInParts(text);
  problems.push(...errors);
  const root = result.value.$cstNode as CompositeCstNode | undefined;
  const cst = root?.content.find(child => isCompositeCstNode(child) && nodeTypes[child.astNode.$type]?.top);
  if (!cst) return { problems };
  const reader = new Reader(text);
  return finish(reader.node(cst as CompositeCstNode), reader, problems);
}

/** How many slips of one declaration are told each by itself; nobody mends more at a time. */
const mostSlips = 20;

/** Parses a text. What a slip spoils is left out, so that each is one error; see recovery.ts. */
function parseInParts(text: string): { result: ReturnType<typeof parse>; errors: Problem[] } {
  const errors: Problem[] = [];
  let rest = text;
  for (let slips = 0; ; slips++) {
    const result = parse(rest);
    const found = errorsOf(result, rest);
    const [first] = found;
    const spoilt = first?.cause !== undefined && slips < mostSlips ? spoiltBy(rest, first.cause) : undefined;
    const next = spoilt && blanked(rest, spoilt);
    if (!first || next === undefined || next === rest) {
      // At the end of the text only the first is somebody's slip: the others miss what would have come after it.
      const last = first && first.cause === undefined ? [first] : found;
      return { result, errors: [...errors, ...last.map(({ problem }) => problem)] };
    }
    errors.push(first.problem);
    rest = next;
  }
}

const parse = (text: string) => ismsServices().parser.LangiumParser.parse(text);

interface SyntaxError {
  readonly problem: Problem;
  /** Where what is wrong stands: a value is missing before the token at which that is noticed. Undefined at the end of the text. */
  readonly cause: number | undefined;
}

/** The errors of a parse, in the order of the text. */
function errorsOf({ lexerErrors, parserErrors }: ReturnType<typeof parse>, text: string): SyntaxError[] {
  const errors: SyntaxError[] = [];
  for (const { offset, length } of lexerErrors) {
    const start = Math.min(offset, text.length);
    const end = Math.min(start + Math.max(1, length), text.length);
    errors.push({ problem: syntaxError(lexerMessage(text, start, length), { start, end }), cause: start });
  }
  for (const error of parserErrors) {
    const { previousToken } = error as { previousToken?: TokenPlace & { image?: string } };
    const message = messageOf(error.message);
    const empty = emptyProperty(text, error.token, previousToken);
    if (empty) {
      errors.push({ problem: syntaxError(valueMissing(empty.key, message), empty), cause: empty.colon });
      continue;
    }
    const place = placeOf(error, text);
    const isMissing =
      /^[:,]$/.test(previousToken?.image ?? '') || isColonMissing(message) || text.charAt(place.start) === '}';
    const isAtEnd = !(error.token.startOffset >= 0);
    const cause = isAtEnd ? undefined : isMissing && previousToken ? previousToken.startOffset : place.start;
    errors.push({ problem: syntaxError(message, place), cause });
  }
  return errors.sort((a, b) => a.problem.start - b.problem.start);
}

const syntaxError = (message: Saying, { start, end }: Stretch): Problem => ({
  code: 'syntax/error',
  message,
  start,
  end,
});

interface TokenPlace {
  readonly startOffset: number;
  readonly endOffset?: number;
}

/**
 * The key with its colon behind which an error finds nothing, as in what completion has written and nobody has filled in yet: the next line
 * follows, the next key, or the end of the block. Undefined for any other error: there a value stands that is wrong.
 */
function emptyProperty(
  text: string,
  { image = '', startOffset }: TokenPlace & { image?: string },
  previous: (TokenPlace & { image?: string }) | undefined,
): (Stretch & { key: string; colon: number }) | undefined {
  if (!(startOffset >= 0)) return undefined;
  // Back from the error, each letter once: there may be as many errors as letters.
  const back = (from: number, letters: RegExp): number => {
    let at = from;
    while (at > 0 && letters.test(text.charAt(at - 1))) at--;
    return at;
  };
  let end = startOffset;
  if (/^["{]/.test(image)) {
    // A name of a list may be any word, so that the keyword of a block on the next line is taken for one.
    const word = back(back(end, /[ \t]/), /[\w-]/);
    if (/[\r\n]/.test(text.charAt(back(word, /[ \t]/) - 1))) end = word;
  }
  const colon = back(end, /\s/) - 1;
  if (text.charAt(colon) !== ':') return undefined;
  const keyEnd = back(colon, /[ \t]/);
  const start = back(keyEnd, /[\w-]/);
  if (start === keyEnd) return undefined;
  const key = text.slice(start, keyEnd);
  const isEmpty =
    /[\r\n]/.test(text.slice(colon, end)) ||
    (previous?.image === ':' &&
      (image === '}' || connectingWords().has(image) || /^[ \t]*:/.test(text.slice(startOffset + image.length))));
  return isEmpty ? { start, end: colon + 1, key, colon } : undefined;
}

/** What has to stand behind a key with nothing behind it, as far as the parser knows. */
const valueMissing = (key: string, message: Saying): Saying =>
  saying("Expected {0} after '{1}:'; fill it in.", wantedValue(message) ?? saying('a value'), key);

/** Where a parser error stands; errors at the end of the text have no offsets of their own. */
function placeOf(
  error: { token: TokenPlace; previousToken?: TokenPlace },
  text: string,
): { start: number; end: number } {
  const { token } = error;
  if (!Number.isNaN(token.startOffset) && token.startOffset >= 0) {
    return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
  }
  const previous = error.previousToken;
  const end =
    previous && !Number.isNaN(previous.startOffset) ? (previous.endOffset ?? previous.startOffset) + 1 : text.length;
  return { start: Math.max(0, end - 1), end };
}
