import { type ExportDocument, isList, type JsonData, type JsonValue } from '../document.ts';
import { batches, type Piece } from './pieces.ts';

/** The document's data as JSON, indented by two spaces. Lone surrogates are escaped, so the file is always UTF-8. */
export function* writeJson(document: ExportDocument): Generator<Piece> {
  yield* pieces(document.data, '');
  yield '\n';
}

/** What `JSON.stringify` writes, the lists that are not within others some items at a time. */
function* pieces(data: JsonData, indent: string): Generator<string> {
  if (typeof data !== 'object' || data === null) {
    yield text(data, indent);
  } else if (isList(data)) {
    yield* list(data, indent);
  } else {
    yield* object(Object.entries(data), indent);
  }
}

function* list(items: Iterable<JsonValue>, indent: string): Generator<string> {
  const inner = `\n${indent}  `;
  let before = '[';
  for (const batch of batches(items)) {
    yield before + batch.map(item => inner + text(item, `${indent}  `)).join(',');
    before = ',';
  }
  yield before === '[' ? '[]' : `\n${indent}]`;
}

function* object(entries: readonly (readonly [string, JsonData])[], indent: string): Generator<string> {
  let before = '{';
  for (const [key, value] of entries) {
    yield `${before}\n${indent}  ${JSON.stringify(key)}: `;
    yield* pieces(value, `${indent}  `);
    before = ',';
  }
  yield before === '{' ? '{}' : `\n${indent}}`;
}

/** Line breaks within strings are escaped, so all that there are can be indented. */
function text(value: JsonValue, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
