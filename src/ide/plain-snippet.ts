/**
 * A snippet (LSP 3.17, Snippet Syntax) as plain text, for editors without tab stops. What a tab stop would ask for is not made up: in a
 * head the proposed name and title stay, to be written over; in a body a property whose value would be asked for is left out.
 */

/** A piece of a snippet: text that stands there anyway, or what a tab stop proposes. */
interface Piece {
  readonly text: string;
  readonly isStop: boolean;
}

/** The plain text of a snippet, without any tab stop and without half a property. A tab becomes two spaces. */
export function plainSnippet(snippet: string): string {
  const pieces = parse(snippet).map(({ text, isStop }) => ({ text: text.replaceAll('\t', '  '), isStop }));
  const open = bodyStart(pieces);
  if (!open) return headText(pieces);
  const { head, body, tail } = open;
  return `${headText(head)}{${plainBody(body)}}${headText(tail)}`;
}

const headText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Cuts a snippet at its first brace outside of quotes, and at the one that closes it. */
function bodyStart(
  pieces: readonly Piece[],
): { readonly head: Piece[]; readonly body: Piece[]; readonly tail: Piece[] } | undefined {
  const parts: [Piece[], Piece[], Piece[]] = [[], [], []];
  let part = 0;
  let depth = 0;
  let isQuoted = false;
  for (const { text, isStop } of pieces) {
    if (isStop) {
      parts[part]?.push({ text, isStop });
      continue;
    }
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at];
      if (character === '"') isQuoted = !isQuoted;
      if (isQuoted) continue;
      const isOpening = character === '{' && depth++ === 0;
      const isClosing = character === '}' && --depth === 0;
      if ((!isOpening || part !== 0) && (!isClosing || part !== 1)) continue;
      parts[part]?.push({ text: text.slice(from, at), isStop });
      part++;
      from = at + 1;
    }
    parts[part]?.push({ text: text.slice(from), isStop });
  }
  if (part !== 2) return undefined;
  const [head, body, tail] = parts;
  return { head, body, tail };
}

/** The items of a body that ask for nothing. */
function plainBody(body: readonly Piece[]): string {
  const isOverLines = body.some(({ text, isStop }) => !isStop && text.includes('\n'));
  const kept = items(body).filter(item => !item.some(({ isStop }) => isStop));
  const texts = kept.map(item => headText(item).trim()).filter(text => text !== '');
  if (!isOverLines) return texts.length ? ` ${texts.join('  ')} ` : '';
  return `\n${texts.map(text => `  ${text}\n`).join('')}`;
}

/** Splits a body where a line ends, or two spaces part two properties on one line, outside of quotes and of the blocks in it. */
function items(body: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [[]];
  let depth = 0;
  let isQuoted = false;
  for (const { text, isStop } of body) {
    if (isStop) {
      found.at(-1)?.push({ text, isStop });
      continue;
    }
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at];
      if (character === '"') isQuoted = !isQuoted;
      if (isQuoted) continue;
      if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (depth === 0 && (character === '\n' || text.startsWith('  ', at))) {
        found.at(-1)?.push({ text: text.slice(from, at), isStop });
        found.push([]);
        from = at + 1;
      }
    }
    found.at(-1)?.push({ text: text.slice(from), isStop });
  }
  return found;
}

/** Reads a snippet. Of choices nothing is proposed, since none of them is the usual one; the last stop is where the cursor goes. */
function parse(snippet: string): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  const stop = (proposed: string): void => {
    pieces.push({ text, isStop: false }, { text: proposed, isStop: true });
    text = '';
  };
  while (at < snippet.length) {
    const character = snippet[at];
    if (character === '\\' && at + 1 < snippet.length) {
      text += snippet[at + 1];
      at += 2;
      continue;
    }
    const found = character === '$' ? stopAt(snippet, at) : undefined;
    if (found) {
      stop(found.isLast ? '' : found.proposed);
      at = found.end;
    } else {
      text += character;
      at++;
    }
  }
  pieces.push({ text, isStop: false });
  return pieces;
}

interface Stop {
  readonly proposed: string;
  readonly isLast: boolean;
  readonly end: number;
}

/** The tab stop or variable at a `$`: `$1`, `${1}`, `${1:proposed}`, `${1|one,another|}`. */
function stopAt(snippet: string, at: number): Stop | undefined {
  const opening = /^\$(?:(\w+)|\{(\w+)([:|}]))/.exec(snippet.slice(at, at + 64));
  if (!opening) return undefined;
  const [whole, bare, braced = '', separator] = opening;
  const isLast = (bare ?? braced) === '0';
  let end = at + whole.length;
  if (bare !== undefined || separator === '}') return { proposed: '', isLast, end };
  let depth = 1;
  for (; end < snippet.length && depth > 0; end++) {
    if (snippet[end] === '\\') end++;
    else if (snippet.startsWith('${', end)) depth++;
    else if (snippet[end] === '}') depth--;
  }
  const inner = snippet.slice(at + whole.length, end - 1);
  return { proposed: separator === ':' ? headText(parse(inner)) : '', isLast, end };
}
