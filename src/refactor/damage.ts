/** What cannot be read, and so stands in the way: in it a name may be hidden, or a piece may belong to something else. */
import { type Block, compareBlocks } from '../incremental/block.ts';
import { tokensOf } from '../syntax/lexer.ts';
import { said, say, saying } from '../wording/wording.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Refusal } from './refactoring.ts';

/** The first syntax error of a declaration, or of what stands in its place; undefined if it is in order. */
const errorIn = (block: Block): Block['problems'][number] | undefined =>
  block.problems.find(({ code }) => code === 'syntax/error') ??
  (!block.kind && block.chunk.bodyStart < block.chunk.bodyEnd
    ? { code: 'syntax/error', message: saying('This is no declaration.'), start: 0, end: 1 }
    : undefined);

function refusalFor(block: Block, { start, end, message }: Block['problems'][number]): Refusal {
  return {
    refusal: say('There is a syntax error in a file that this concerns: {0} Correct it first.', said(message)),
    at: { uri: block.file.uri, range: block.range({ start, end }) },
  };
}

/** Why some files cannot be taken apart or put together: the first syntax error in them. */
export function damageIn(unit: IsmsUnit, uris: Iterable<string>): Refusal | undefined {
  for (const uri of [...new Set(uris)].sort()) {
    for (const block of unit.isms.files.get(uri)?.blocks ?? []) {
      const error = errorIn(block);
      if (error) return refusalFor(block, error);
    }
  }
  return undefined;
}

/** Why some words cannot be followed: the first damaged declaration of the ISMS in which one of them stands, and may not be found. */
export function damageAround(unit: IsmsUnit, words: ReadonlySet<string>): Refusal | undefined {
  for (const block of unit.isms.allBlocks().sort(compareBlocks)) {
    const error = errorIn(block);
    if (error && holdsWord(block.chunk.text, words)) return refusalFor(block, error);
  }
  return undefined;
}

const holdsWord = (text: string, words: ReadonlySet<string>): boolean =>
  tokensOf(text).some(({ kind, start, end }) => kind === 'word' && words.has(text.slice(start, end)));
