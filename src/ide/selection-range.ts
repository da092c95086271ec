/** What grows around a position when a selection is expanded: word, text, value, property, body, block, declaration, file. */
import type { Span } from '../model/declaration.ts';
import { nodesIn } from '../model/nodes-in.ts';
import { isSpace, type Token, tokensOf } from '../syntax/lexer.ts';
import { CLOSE_BRACE, OPEN_BRACE } from '../syntax/text/characters.ts';
import type { TextPosition, TextRange } from '../syntax/text/chunked-text.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The ranges around a position, each inside the next; the last one is the whole file. */
export function selectionRanges(workspace: Workspace, uri: string, position: TextPosition): TextRange[] {
  const file = workspace.file(uri);
  if (!file) return [{ start: position, end: position }];
  const { chunkIndex, offset } = file.text.locate(position);
  const last = file.text.chunks.length - 1;
  const start = { line: 0, character: 0 };
  const whole = { start, end: file.text.positionAt(last, file.text.chunks[last]?.text.length ?? 0) };
  const chunk = file.text.chunks[chunkIndex];
  const block = file.blocks[chunkIndex];
  if (!chunk) return [whole];
  const { text, bodyStart, bodyEnd } = chunk;
  const tokens = tokensOf(text);
  const spans = [...wordSpans(text, tokens, offset), ...braceSpans(text, tokens, offset)];
  if (bodyStart <= offset && offset <= bodyEnd && bodyEnd > bodyStart) {
    spans.push({ start: bodyStart, end: bodyEnd });
    if (block?.declaration) {
      for (const node of nodesIn(block.declaration)) {
        if (node.$end > node.$start) spans.push({ start: bodyStart + node.$start, end: bodyStart + node.$end });
        const starts = [...node.$keys.map(key => bodyStart + key.start), bodyStart + node.$end];
        for (const [index, from] of starts.slice(0, -1).entries())
          spans.push({ start: from, end: endOfProperty(text, tokens, from, starts[index + 1] ?? from) });
      }
    }
  }
  // The comments before a declaration belong to it.
  spans.push(withoutSpace(tokens, { start: 0, end: text.length }));
  const around = spans.filter(span => span.start <= offset && offset <= span.end && span.end > span.start);
  around.sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const span of around) {
    const inner = nested.at(-1);
    const isLarger = !inner || (span.start <= inner.start && inner.end <= span.end && size(span) > size(inner));
    if (isLarger) nested.push(span);
  }
  const ranges = nested.map(span => file.text.rangeAt(chunkIndex, span.start, span.end));
  return isSame(ranges.at(-1), whole) ? ranges : [...ranges, whole];
}

const size = ({ start, end }: Span): number => end - start;

const isSame = (a: TextRange | undefined, b: TextRange): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The word at an offset, or the text around it, without and with its quotes. */
function wordSpans(text: string, tokens: readonly Token[], offset: number): Span[] {
  return tokens
    .filter(token => token.start <= offset && offset <= token.end && !isSpace(token) && token.kind !== 'mark')
    .flatMap(({ kind, start, end, closed }) => {
      if (kind !== 'string' && kind !== 'text') return [{ start, end }];
      const quotes = kind === 'text' ? 3 : 1;
      const inner = { start: start + quotes, end: closed ? end - quotes : end };
      return [
        ...proseWord(text, inner, offset),
        ...(inner.start <= offset && offset <= inner.end ? [inner] : []),
        { start, end },
      ];
    });
}

/** The word of a quoted text that an offset touches. */
function proseWord(text: string, { start, end }: Span, offset: number): Span[] {
  for (const { 0: word, index } of text.slice(start, end).matchAll(/[\p{L}\p{N}_-]+/gu)) {
    const span = { start: start + index, end: start + index + word.length };
    if (offset < span.start) break;
    if (offset <= span.end) return [span];
  }
  return [];
}

/** What is between each pair of braces around an offset, and the same with the braces. */
function braceSpans(text: string, tokens: readonly Token[], offset: number): Span[] {
  const open: number[] = [];
  const spans: Span[] = [];
  for (const { kind, start, end } of tokens) {
    if (kind !== 'mark') continue;
    const mark = text.charCodeAt(start);
    if (mark === OPEN_BRACE) open.push(start);
    const from = mark === CLOSE_BRACE ? open.pop() : undefined;
    if (from === undefined || offset < from || offset > end) continue;
    spans.push(withoutSpace(tokens, { start: from + 1, end: start }), { start: from, end });
  }
  return spans;
}

/** Behind the last token of a property that is neither space nor a comment, nor what closes the block around it. */
function endOfProperty(text: string, tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  let depth = 0;
  for (const token of tokens) {
    if (token.start < from || token.start >= to) continue;
    const mark = token.kind === 'mark' ? text.charCodeAt(token.start) : 0;
    if (mark === OPEN_BRACE) depth++;
    if (mark === CLOSE_BRACE && --depth < 0) break;
    if (!isSpace(token) && token.kind !== 'comment') end = Math.min(token.end, to);
  }
  return end;
}

function withoutSpace(tokens: readonly Token[], { start, end }: Span): Span {
  const inside = tokens.filter(token => token.start >= start && token.end <= end && !isSpace(token));
  const [first] = inside;
  return { start: first?.start ?? start, end: inside.at(-1)?.end ?? end };
}
