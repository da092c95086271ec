/** Kinds at the top of a file, and the properties and blocks of a declaration that it does not have yet. */

import {
  blockType,
  type Kind,
  type NodeType,
  nodeTypes,
  type PropertySchema,
  propertyByKey,
  topType,
  topTypes,
} from '../language/schema.ts';
import type { Frame } from '../syntax/cursor/cursor.ts';
import { DOT, isWordPart, MINUS } from '../syntax/text/characters.ts';
import { say } from '../wording/wording.ts';
import { inSnippet, type Offer, type Offers } from './completion-item.ts';
import { blockSnippet, declarationSnippets } from './completion-snippets.ts';
import type { CursorPlace } from './cursor-place.ts';
import { freeName } from './free-name.ts';
import { grammarText } from './grammar-text.ts';
import { docText } from './schema-text.ts';

/**
 * The kinds: each with whole declarations, or alone where the rest of a head is there already. Those of which an ISMS has one go
 * to the end once it is there.
 */
export function kindOffers(place: CursorPlace): Offers {
  const { unit } = place;
  const view = unit.view();
  // The cursor may stand right before the keyword that is to be another one.
  const to = endOfWord(place.text, place.cursor.end);
  const hasHead = hasRestOfHead(place, to);
  const hasAlready = (nodeType: NodeType): boolean =>
    nodeType.single === true && unit.isms.count(nodeType.name as Kind) > 0;
  const ordered = [...topTypes.filter(nodeType => !hasAlready(nodeType)), ...topTypes.filter(hasAlready)];
  return {
    offers: ordered.flatMap((nodeType): Offer[] => {
      const detail = grammarText(nodeType.doc).replace(/ \(.*/, '');
      const common = { kind: 'declaration', detail, documentation: docText(nodeType.doc), to } as const;
      if (hasHead) return [{ ...common, label: nodeType.keyword }];
      return declarationSnippets(nodeType, view).map(snippet => ({
        ...common,
        label: snippet.label,
        ...(snippet.detail && { detail: snippet.detail }),
        insert: withFreeName(snippet.text, place, nodeType),
        snippet: true,
      }));
    }),
  };
}

/** Where the word ends that an offset lies in. */
function endOfWord(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (!isWordPart(code) && code !== DOT && code !== MINUS) return at;
    at++;
  }
}

/** What stands on a line from an offset on, comments left out. */
function restOfLine({ text }: CursorPlace, from: number): string {
  const rest = /^[^\n\r]*/.exec(text.slice(from))?.[0].trim() ?? '';
  return rest.startsWith('//') || rest.startsWith('/*') ? '' : rest;
}

/** Whether a name, a title or a body follows, so that a keyword is all that is missing. */
function hasRestOfHead(place: CursorPlace, from: number): boolean {
  const rest = restOfLine(place, from);
  if (rest !== '') return !rest.startsWith('}');
  const { next } = place.cursor;
  return next !== undefined && from === place.cursor.end && /^[^}:]/.test(next) && topType(next) === undefined;
}

/** A snippet whose proposed name is not taken. */
function withFreeName(snippet: string, { unit }: CursorPlace, nodeType: NodeType): string {
  return snippet.replace(/^(\S+ \$\{1:)([^}"]+)\}/, (_, head: string, name: string) => {
    const free = freeName(unit, nodeType, name);
    return `${head}${inSnippet(free)}}`;
  });
}

/** What follows a key that is written anew. */
type Following = 'nothing' | 'colon' | 'value';

/** The properties, flags and blocks that may still be added. What stands behind the cursor is not written again. */
export function keyOffers(frame: Frame, place: CursorPlace): Offers {
  const free = (frame.nodeType?.properties ?? []).filter(property => property.key && !isTaken(frame, property));
  const following = followingOf(frame, place);
  return { offers: free.map(property => keyOffer(frame, property, following, place)) };
}

function followingOf(frame: Frame, place: CursorPlace): Following {
  const { next, end } = place.cursor;
  if (next === ':') return 'colon';
  const rest = restOfLine(place, end);
  if (rest === '') return next?.startsWith('{') || next?.startsWith('"') ? 'value' : 'nothing';
  if (rest.startsWith('}')) return 'nothing';
  const word = rest.slice(0, endOfWord(rest, 0));
  // The next property, on the same line.
  const isProperty = /^\s*:/.test(rest.slice(word.length)) || (frame.nodeType && propertyByKey(frame.nodeType, word));
  return word && isProperty ? 'nothing' : 'value';
}

const isTaken = (frame: Frame, property: PropertySchema): boolean =>
  !blockType(property)?.repeatable && frame.given.has(property.feature);

function keyOffer(frame: Frame, property: PropertySchema, following: Following, { unit }: CursorPlace): Offer {
  const { key, form, doc } = property;
  const common = { label: key, documentation: docText(doc), detail: valueText(property) };
  if (following === 'colon') return { ...common, kind: 'key' };
  if (form === 'flag') return { ...common, kind: 'flag' };
  const block = blockType(property);
  if (following === 'value')
    return block ? { ...common, kind: 'block' } : { ...common, kind: 'key', insert: `${key}:` };
  if (block)
    return { ...common, kind: 'block', insert: blockSnippet(block, frame.onOneLine, unit.view()), snippet: true };
  const [value] = property.values;
  if (value?.form === 'string' || value?.form === 'text') {
    return { ...common, kind: 'key', insert: `${key}: "$0"`, snippet: true };
  }
  return { ...common, kind: 'key', insert: `${key}: $0`, snippet: true, suggestNext: true };
}

/** What a property holds, in a word or two, to stand beside its key. */
function valueText({ form, many, values: [value] }: PropertySchema): string {
  if (form === 'flag') return say('flag');
  if (form === 'block' || !value) return say('block');
  const text = (): string => {
    switch (value.form) {
      case 'reference':
        return value.targets.map(target => nodeTypes[target]?.keyword || target.toLowerCase()).join(` ${say('or')} `);
      case 'enum':
        return value.words.length > 4 ? `${value.words.slice(0, 3).join(' | ')} | …` : value.words.join(' | ');
      case 'node':
        return say(value.type.toLowerCase());
      default:
        return say(value.form);
    }
  };
  return many ? `${text()}, …` : text();
}
