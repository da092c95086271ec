/** Random edits of a text in pieces, and the promise that it stays what a fresh split would make of it. */
import { deepStrictEqual, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Chunk, ChunkedText, type RestartPolicy, type TextChange } from '../../../src/syntax/text/chunked-text.ts';
import { bodied, bodiless, kinds, trivia } from './sample.ts';

/** Where an edit begins, in the file as it is then: numbers choose among the places there are. */
type Place =
  | { at: 'start' | 'end' }
  | { at: 'offset'; n: number }
  | { at: 'boundary'; n: number; off: number }
  | { at: 'before' | 'behind'; mark: string; n: number }
  | { at: 'position'; line: number; character: number };

/** How far it reaches: nothing, some characters, a mark, to the start of another chunk, or to a position of its own. */
type Reach =
  | { to: 'nothing' | 'mark' | 'chunk' }
  | { to: 'characters'; n: number }
  | { to: 'position'; line: number; character: number };

interface Edit {
  place: Place;
  reach: Reach;
  text: string;
  full: boolean;
}

const marks = ['{', '}', '"', '"""', '/*', '*/', '//', '\n', '\r', ':', ',', 'risk', 'role'];
const mark = fc.constantFrom(...marks);
const position = fc.record({ line: fc.integer({ min: -1, max: 60 }), character: fc.integer({ min: -1, max: 50 }) });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ at: fc.constantFrom('start' as const, 'end' as const) }),
  { weight: 3, arbitrary: fc.record({ at: fc.constant('offset' as const), n: fc.nat(5000) }) },
  {
    weight: 5,
    arbitrary: fc.record({ at: fc.constant('boundary' as const), n: fc.nat(50), off: fc.integer({ min: -2, max: 2 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ at: fc.constantFrom('before' as const, 'behind' as const), mark, n: fc.nat(50) }),
  },
  position.map(p => ({ at: 'position' as const, ...p })),
);
const reach: fc.Arbitrary<Reach> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ to: 'nothing' as const }) },
  { weight: 5, arbitrary: fc.constant({ to: 'mark' as const }) },
  { weight: 3, arbitrary: fc.record({ to: fc.constant('characters' as const), n: fc.nat(12) }) },
  { weight: 2, arbitrary: fc.constant({ to: 'chunk' as const }) },
  position.map(p => ({ to: 'position' as const, ...p })),
);
const oneLiners = fc.constantFrom(
  'role A "x" role B "y" {',
  'role A role',
  'risk A { } risk B "x" {',
  '} role A',
  'asset A } asset B "x" {',
);
const inserted = fc.oneof(
  { weight: 4, arbitrary: mark },
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.oneof(bodied, bodiless, trivia) },
  { weight: 2, arbitrary: bodied.map(text => text.replaceAll('\n', '\r\n')) },
  { weight: 2, arbitrary: oneLiners },
  { weight: 2, arbitrary: fc.constantFrom('/* open\n', '\n/* ', '\n */\n') },
  fc.constantFrom(
    '\r\n',
    ' ',
    '\t',
    '\\',
    '/',
    '*',
    '<<<<<<< HEAD\n',
    '\n=======\n',
    '\nx',
    '\nrisk A "x"',
    ' {',
    '\n/* ',
    '\n// c\n',
    '×é😀',
    '\uFEFF',
    'a\rb',
  ),
);
const edit: fc.Arbitrary<Edit> = fc.record({
  place,
  reach,
  text: inserted,
  full: fc.integer({ min: 0, max: 39 }).map(n => n === 39),
});
const file = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: bodied },
      { weight: 2, arbitrary: bodiless },
      trivia,
      oneLiners.map(line => `${line}\n`),
    ),
    {
      minLength: 3,
      maxLength: 14,
      size: 'max',
    },
  )
  .chain(parts => fc.constantFrom('\n', '\n', '\r\n', '\r').map(end => parts.join('').replaceAll('\n', end)));

/** The offsets of the starts of all chunks, and the end. */
function boundaries(chunks: readonly Chunk[]): number[] {
  const starts = [0];
  for (const chunk of chunks) starts.push(starts.at(-1)! + chunk.text.length);
  return starts;
}

function changeOf({ place, reach, text, full }: Edit, document: TextDocument, file: ChunkedText): TextChange {
  const old = document.getText();
  const starts = boundaries(file.chunks);
  let offset = 0;
  let found = '';
  if (place.at === 'end') offset = old.length;
  else if (place.at === 'offset') offset = place.n % (old.length + 1);
  else if (place.at === 'boundary') offset = starts[place.n % starts.length]! + place.off;
  else if (place.at === 'before' || place.at === 'behind') {
    const all: number[] = [];
    for (let i = old.indexOf(place.mark); i >= 0; i = old.indexOf(place.mark, i + 1)) all.push(i);
    offset = all[place.n % all.length] ?? 0;
    if (all.length > 0) found = place.mark;
    if (place.at === 'behind') offset += found.length;
  }
  const start =
    place.at === 'position' ? { line: place.line, character: place.character } : document.positionAt(offset);
  if (full) return { text: old.slice(0, offset) + text + old.slice(offset) };
  let end = start;
  if (reach.to === 'position') end = { line: reach.line, character: reach.character };
  else if (reach.to === 'characters') end = document.positionAt(offset + reach.n);
  else if (reach.to === 'mark')
    end = document.positionAt(place.at === 'behind' ? offset - found.length : offset + found.length);
  else if (reach.to === 'chunk') end = document.positionAt(starts.find(boundary => boundary > offset) ?? old.length);
  return { range: { start, end }, text };
}

const plain = ({ text, bodyStart, bodyEnd, lineCount, lastLineLength, unclosedComment }: Chunk) =>
  JSON.stringify([text, bodyStart, bodyEnd, lineCount, lastLineLength, unclosedComment]);

/** Applies edits, and after each of them compares the chunks with those of a fresh split and the positions with the protocol's own document. */
function follow(text: string, edits: readonly Edit[], policy?: RestartPolicy): void {
  const file = new ChunkedText(text, kinds, policy);
  let document = TextDocument.create('', '', 0, text);
  for (const edit of edits) {
    const change = changeOf(edit, document, file);
    const before = [...file.chunks];
    const result = file.applyEdit(change);
    document = TextDocument.create(
      '',
      '',
      0,
      'range' in change
        ? TextDocument.applyEdits(document, [{ range: change.range, newText: change.text }])
        : change.text,
    );

    strictEqual(file.getText(), document.getText());
    const fresh = new ChunkedText(document.getText(), kinds).chunks.map(plain);
    const now = file.chunks.map(plain);
    if (now.join() !== fresh.join()) deepStrictEqual(now, fresh);
    checkChange(before, result, file);
    checkPlaces(file, document);
  }
}

function checkChange(
  before: Chunk[],
  { index, removed, added }: ReturnType<ChunkedText['applyEdit']>,
  file: ChunkedText,
): void {
  const spliced = [...before];
  const taken = spliced.splice(index, removed.length, ...added);
  const kept = spliced.length === file.chunks.length && spliced.every((chunk, i) => chunk === file.chunks[i]);
  const minimal =
    removed.length === 0 ||
    added.length === 0 ||
    (plain(removed[0]!) !== plain(added[0]!) && plain(removed.at(-1)!) !== plain(added.at(-1)!));
  const told = taken.length === removed.length && taken.every((chunk, i) => chunk === removed[i]);
  const indexed =
    file.chunks.every((chunk, i) => file.indexOf(chunk) === i) && removed.every(chunk => file.indexOf(chunk) === -1);
  if (!(kept && minimal && told && indexed))
    deepStrictEqual({ kept, minimal, told, indexed }, { kept: true, minimal: true, told: true, indexed: true });
}

function checkPlaces(file: ChunkedText, document: TextDocument): void {
  const text = document.getText();
  const got: unknown[] = [file.length, file.lineCount];
  const wanted: unknown[] = [text.length, document.lineCount];
  let offset = 0;
  for (const [index, chunk] of file.chunks.entries()) {
    got.push({ line: file.startLine(index), character: file.startColumn(index) });
    wanted.push(document.positionAt(offset));
    for (const at of [
      0,
      chunk.bodyStart,
      chunk.bodyEnd,
      chunk.text.length - 1,
      chunk.text.length,
      (text.length * 7 + index) % chunk.text.length,
    ]) {
      const position = document.positionAt(offset + at);
      got.push(file.positionAt(index, at));
      wanted.push(position);
      const there = file.locate({ line: position.line, character: position.character + (at % 3) * 20 });
      const place = document.offsetAt({ line: position.line, character: position.character + (at % 3) * 20 });
      got.push(boundaries(file.chunks.slice(0, there.chunkIndex)).at(-1)! + there.offset);
      wanted.push(place);
    }
    offset += chunk.text.length;
  }
  if (JSON.stringify(got) !== JSON.stringify(wanted)) deepStrictEqual(got, wanted);
}

/** The promise, for the right policy or another one. */
export const edits = (policy?: RestartPolicy) =>
  fc.property(file, fc.array(edit, { minLength: 20, maxLength: 40, size: 'max' }), (text, list) =>
    follow(text, list, policy),
  );
