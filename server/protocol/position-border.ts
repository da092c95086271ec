/**
 * Where positions enter and leave: the core counts columns in UTF-16 code units, and a client may have asked for another way. Every
 * position of a message is found by its shape and brought over here, and nowhere else. Where both count alike nothing is looked at.
 */

import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRecord } from '../../src/model/record.ts';
import type { TextPosition, TextRange } from '../../src/syntax/text/chunked-text.ts';
import { type PositionEncoding, valueAt } from './client-capabilities.ts';
import { atColumn, columnForClient, columnFromClient, lineOfString } from './positions.ts';

/** The texts that positions are in. */
export interface Texts {
  /** A line without its end; undefined where the document is not known. */
  line(uri: string, line: number): string | undefined;
  text(uri: string): string | undefined;
}

export interface PositionBorder {
  /** Begins to bring positions over, once the client has told what it wants. */
  begin(encoding: PositionEncoding, texts: Texts): void;
  /** A message of the client, at the moment when it is dealt with: the texts are as the client saw them when it wrote it. */
  incoming<T>(message: T): T;
  /** A message of the server, at the moment when it is sent. */
  outgoing<T>(message: T): T;
}

/** The methods whose answers hold positions as numbers in a row. */
const tokenMethods = 'textDocument/semanticTokens/';

type Map = (uri: string, position: TextPosition) => TextPosition;

interface Asked {
  readonly method: string;
  readonly uri: string | undefined;
}

export function positionBorder(): PositionBorder {
  let encoding: PositionEncoding = 'utf-16';
  let texts: Texts = { line: () => undefined, text: () => undefined };
  /** The requests that are not answered yet: an answer does not say which document it is about. */
  const asked = new Map<unknown, Asked>();

  const column = (uri: string, { line, character }: TextPosition, convert: typeof columnForClient): TextPosition => {
    const text = character > 0 ? texts.line(uri, line) : undefined;
    return text === undefined ? { line, character } : { line, character: convert(text, character, encoding) };
  };
  const fromClient: Map = (uri, position) => column(uri, position, columnFromClient);
  const forClient: Map = (uri, position) => column(uri, position, columnForClient);

  return {
    begin: (chosen, given) => {
      encoding = chosen;
      texts = given;
    },
    incoming: message => {
      if (encoding === 'utf-16' || !isRecord(message) || typeof message.method !== 'string') return message;
      const { method, params, id } = message;
      const uri = documentOf(params);
      if (id !== undefined) asked.set(id, { method, uri });
      const changes = valueAt(params, ['contentChanges']);
      if (method !== 'textDocument/didChange' || uri === undefined || !Array.isArray(changes))
        return { ...message, params: mapPositions(params, uri, fromClient) };
      const converted = changesFromClient(changes, uri, texts, encoding, fromClient);
      return { ...message, params: { ...(params as object), contentChanges: converted } };
    },
    outgoing: message => {
      if (encoding === 'utf-16' || !isRecord(message)) return message;
      if (typeof message.method === 'string')
        return { ...message, params: mapPositions(message.params, documentOf(message.params), forClient) };
      const request = asked.get(message.id);
      asked.delete(message.id);
      if (message.result === undefined || message.result === null) return message;
      const { uri } = request ?? {};
      const result =
        uri !== undefined && request?.method.startsWith(tokenMethods)
          ? tokensForClient(message.result, position => forClient(uri, position))
          : mapPositions(message.result, uri, forClient);
      return { ...message, result };
    },
  };
}

const documentOf = (params: unknown): string | undefined => {
  const uri = valueAt(params, ['textDocument', 'uri']) ?? valueAt(params, ['uri']) ?? valueAt(params, ['item', 'uri']);
  return typeof uri === 'string' ? uri : undefined;
};

/** Messages are as deep as a tree of symbols is; what is deeper is no message of the protocol. */
const deepest = 64;

/** A value with every position in it brought over. `uri` is the document that those are in beside which none is named. */
export function mapPositions(value: unknown, uri: string | undefined, map: Map, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map(item => mapPositions(item, uri, map, depth + 1));
  const own = uriIn(value) ?? uri;
  if (isPosition(value)) return own === undefined ? value : { ...value, ...map(own, value) };
  const entries = Object.entries(value).map(([key, part]): [string, unknown] => {
    // The edits of a workspace are an object whose keys are URIs; of a link, only its origin is where it was asked for.
    if (key === 'changes' && isRecord(part))
      return [key, mapEntries(part, (at, edits) => mapPositions(edits, at, map, depth + 1))];
    return [key, mapPositions(part, key === 'originSelectionRange' ? uri : own, map, depth + 1)];
  });
  return mapFolding(Object.fromEntries(entries), own, map);
}

const mapEntries = (value: object, map: (key: string, part: unknown) => unknown): object =>
  Object.fromEntries(Object.entries(value).map(([key, part]) => [key, map(key, part)]));

const isPosition = (value: object): value is TextPosition =>
  'line' in value && 'character' in value && typeof value.line === 'number' && typeof value.character === 'number';

function uriIn(value: object): string | undefined {
  const uri =
    valueAt(value, ['targetUri']) ??
    valueAt(value, ['textDocument', 'uri']) ??
    valueAt(value, ['uri']) ??
    // A call that comes in: its places are in the text of whoever calls.
    valueAt(value, ['from', 'uri']);
  return typeof uri === 'string' ? uri : undefined;
}

/** A folding has its columns beside its lines. */
function mapFolding(value: Record<string, unknown>, uri: string | undefined, map: Map): Record<string, unknown> {
  for (const end of ['start', 'end'] as const) {
    const { [`${end}Line`]: line, [`${end}Character`]: character } = value;
    if (uri === undefined || typeof line !== 'number' || typeof character !== 'number') continue;
    value[`${end}Character`] = map(uri, { line, character }).character;
  }
  return value;
}

/** Each change of a document is about the text that the one before has left. */
function changesFromClient(
  changes: readonly unknown[],
  uri: string,
  texts: Texts,
  encoding: PositionEncoding,
  fromClient: Map,
): unknown[] {
  if (changes.length === 1) return changes.map(change => withoutLength(mapPositions(change, uri, fromClient)));
  const text = texts.text(uri);
  if (text === undefined) return [...changes];
  const document = TextDocument.create(uri, '', 0, text);
  const at = (position: TextPosition): TextPosition => {
    const { line } = position;
    const written = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return atColumn(position, columnFromClient(lineOfString(written, 0), position.character, encoding));
  };
  return changes.map(change => {
    const converted = withoutLength(mapPositions(change, uri, (_uri, position) => at(position)));
    if (isChange(converted)) TextDocument.update(document, [converted], 0);
    return converted;
  });
}

/** The length of what is replaced follows from the range, and would have to be brought over too. */
function withoutLength(change: unknown): unknown {
  if (!isRecord(change)) return change;
  const { rangeLength: _, ...rest } = change;
  return rest;
}

const isChange = (change: unknown): change is { range: TextRange; text: string } | { text: string } =>
  isRecord(change) && typeof change.text === 'string';

/** Semantic tokens: five numbers each, line and column counted from the token before. */
function tokensForClient(result: unknown, map: (position: TextPosition) => TextPosition): unknown {
  const data = valueAt(result, ['data']);
  if (!Array.isArray(data)) return result;
  const converted: number[] = [];
  let line = 0;
  let character = 0;
  let before: TextPosition = { line: 0, character: 0 };
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [lines, columns, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
    line += lines;
    character = lines === 0 ? character + columns : columns;
    const start = map({ line, character });
    const end = map({ line, character: character + length });
    const column = start.line === before.line ? start.character - before.character : start.character;
    converted.push(start.line - before.line, column, end.character - start.character, type, modifiers);
    before = start;
  }
  return { ...(result as object), data: converted };
}
