/** Completion: what may be written at a cursor. */
import { findControl } from '../catalogues/annex-a.ts';
import { type NodeType, nodeTypes, type ValueSchema } from '../language/schema.ts';
import { label } from '../model/declaration.ts';
import { accepts } from '../model/reference-types.ts';
import type { Rule } from '../rules/rule.ts';
import type { Frame, Slot } from '../syntax/cursor/cursor.ts';
import { isWordPart } from '../syntax/text/characters.ts';
import type { TextPosition } from '../syntax/text/chunked-text.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { say } from '../wording/wording.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { controlHeads } from './completion-controls.ts';
import {
  type CompletionItem,
  type CompletionList,
  completionList,
  inSnippet,
  type Offer,
  type Offers,
} from './completion-item.ts';
import { keyOffers, kindOffers } from './completion-keys.ts';
import { referenceOffers, topManagement } from './completion-names.ts';
import { evidenceFor, excludes } from './completion-ranking.ts';
import { bodySnippet } from './completion-snippets.ts';
import { valueOffers } from './completion-values.ts';
import { type CursorPlace, cursorPlace } from './cursor-place.ts';
import { nextNumber } from './free-name.ts';
import { escapeMarkdown } from './markdown.ts';

export type { CompletionItem, CompletionKind, CompletionList } from './completion-item.ts';

const nothing: CompletionList = { items: [], isIncomplete: false };

export interface CompletionOptions {
  /** The rules whose codes are offered in `isms-ignore` comments. */
  readonly rules?: readonly Rule[];
  /** The character that was typed, where that and no request of the user asks: only what has to follow is offered then. */
  readonly typed?: string | undefined;
}

/** What may be written at a position, in the order in which it is to be offered. */
export function complete(
  workspace: Workspace,
  uri: string,
  position: TextPosition,
  { rules = [], typed }: CompletionOptions = {},
): CompletionList {
  const place = cursorPlace(workspace, uri, position);
  if (!place || (typed !== undefined && !isAwaited(place, typed))) return nothing;
  const { cursor } = place;
  const frame = cursor.frames.at(-1);
  switch (cursor.place) {
    case 'kind':
      return completionList(place, [kindOffers(place)]);
    case 'name':
    case 'title':
    case 'body':
      return frame?.nodeType ? completionList(place, headOffers(place, frame, frame.nodeType)) : nothing;
    case 'key':
      return frame ? completionList(place, [keyOffers(frame, place)]) : nothing;
    case 'value': {
      const keys = cursor.orKey && frame ? [keyOffers(frame, place)] : [];
      return completionList(place, [...partOffers(place), ...keys]);
    }
    case 'comment':
      return completionList(place, [codeOffers(place, rules)]);
    default:
      return nothing;
  }
}

/** What the value at a cursor may be, in the order in which it is to be offered. */
export const valueItems = (place: CursorPlace): readonly CompletionItem[] =>
  completionList(place, partOffers(place)).items;

/**
 * Whether something has to follow what was typed. After a complete value a list would only be in the way: Enter would take
 * its first entry where a new line was meant.
 */
function isAwaited({ cursor }: CursorPlace, typed: string): boolean {
  // Editors do not ask by themselves at a number, by which controls are known: `8.13`.
  if (/\d/.test(typed)) return cursor.place === 'value' && cursor.slots.some(takesControls);
  switch (cursor.place) {
    case 'value':
      return (
        !cursor.orKey &&
        cursor.slots.some(({ values }) => values.some(({ form }) => form !== 'text' && form !== 'string'))
      );
    case 'name':
      return cursor.frames.at(-1)?.nodeType?.catalogued === true;
    case 'comment':
      return true;
    default:
      return typed !== ' ' && cursor.prefix !== '';
  }
}

const takesControls = ({ values }: Slot): boolean =>
  values.some(value => value.form === 'reference' && accepts(value.type, 'CatalogEntry'));

/** Names, title and the opening of the body. */
function headOffers(place: CursorPlace, frame: Frame, nodeType: NodeType): Offers[] {
  const { cursor, unit } = place;
  const isTitle = cursor.prefix.startsWith('"');
  // A title or a name behind the cursor is there already, and there is one of each.
  if (cursor.place === 'title' && frame.title !== undefined) return [];
  if (cursor.place === 'name' && beginsWord(cursor.next ?? '')) return [];
  if (nodeType.catalogued && !isTitle && (cursor.place === 'name' || cursor.prefix)) {
    return [controlHeads(unit, place, frame)];
  }
  if (cursor.place === 'name') return [{ offers: nextName(place, frame, nodeType) }];
  const offers: Offer[] = [];
  const body = nodeType.catalogued ? bodySnippet(nodeType, unit.view()) : '{\n\t$0\n}';
  if (cursor.place === 'title') {
    const title = nodeType.catalogued && frame.names.length === 1 && findControl(frame.names[0] ?? '')?.title;
    const written = title && quote(title);
    if (written) offers.push({ label: written, kind: 'text', detail: say('title in Annex A') });
    else if (!cursor.prefix)
      offers.push({ label: '"…"', kind: 'text', detail: say('title'), insert: '"$0"', snippet: true });
  }
  if (nodeType.body && !frame.hasBody && !cursor.prefix) {
    offers.push({ label: '{ … }', kind: 'block', detail: say('body'), insert: body, snippet: true });
  }
  return [{ offers }];
}

/** Whether what comes next is a name or a keyword. */
const beginsWord = (text: string): boolean => isWordPart(text.charCodeAt(0));

function nextName({ unit }: CursorPlace, frame: Frame, nodeType: NodeType): Offer[] {
  const next = nextNumber(unit, nodeType, frame.names);
  return next === undefined ? [] : [{ label: next, kind: 'name', detail: say('next free number') }];
}

/** What the value may be here, and the words that go on with it. */
function partOffers(place: CursorPlace): Offers[] {
  const { cursor } = place;
  const groups: Offers[] = [];
  const isExcluded = excludes(place);
  const slots = isExcluded
    ? [...cursor.slots].sort((a, b) => Number(isReference(a)) - Number(isReference(b)))
    : cursor.slots;
  for (const slot of slots) {
    // Grounds are for what does not apply; `covered-by` and its like are among them.
    if (isExcluded === false && !isReference(slot)) continue;
    for (const [index, value] of slot.values.entries()) {
      // `x (',' x)*` mentions its value twice.
      if (slot.values.findIndex(other => JSON.stringify(other) === JSON.stringify(value)) < index) continue;
      if (value.form !== 'reference') groups.push(valueOffers(place, slot, value));
      else groups.push(...referenceOffers(place, value.type, cursor.given, preferred(place, slot)));
    }
  }
  const { property } = cursor;
  const hints = Object.assign({}, ...(property?.values ?? []).map(keywordsOf)) as Readonly<Record<string, string>>;
  // References differ by what they name, a period by what may introduce it.
  const keywords = cursor.keywords.filter(word => word !== 'every' || property?.recurring);
  groups.push({
    offers: keywords.map(word => ({
      label: word,
      kind: 'keyword',
      ...(hints[word] && { detail: say(hints[word]) }),
      insert: `${word} `,
      suggestNext: true,
    })),
  });
  return groups;
}

const isReference = ({ values }: Slot): boolean => values.some(({ form }) => form === 'reference');

/** The words between the parts of a value, with what follows them. */
const keywordsOf = (value: ValueSchema): Readonly<Record<string, string>> =>
  (value.form === 'node' && nodeTypes[value.type]?.keywords) || {};

/** Who comes first: the owner of a risk for its acceptance, top management for any other approval. */
function preferred(place: CursorPlace, { feature }: Slot): readonly string[] {
  const { unit, cursor } = place;
  if (feature === 'evidence') return evidenceFor(place);
  if (feature !== 'by') return [];
  const owner = cursor.frames.at(-1)?.given.get('owner') ?? [];
  const top = topManagement(unit);
  return cursor.property?.key === 'accepted' ? [...owner.slice(0, 1), ...top] : top;
}

const ignoreComment = /^\/\/+[ \t]*isms-ignore[ \t]+([\w/-]*)$/;

/** Codes of rules in a comment that silences one; those found in the declaration come first. */
function codeOffers({ cursor, text, unit, declaration }: CursorPlace, rules: readonly Rule[]): Offers {
  const typed = ignoreComment.exec(cursor.prefix)?.[1];
  if (typed === undefined) return { offers: [] };
  const block = declaration && unit.isms.blockInReach(declaration);
  const found = new Set(block ? unit.checker.findings(block).map(({ rule }) => rule.code) : []);
  const from = cursor.start + cursor.prefix.length - typed.length;
  const end = from + (/^[\w/-]*/.exec(text.slice(from))?.[0].length ?? 0);
  const isAlone = text.slice(end, cursor.end).trim() === '';
  const offer = (rule: Rule): Offer => ({
    label: rule.code,
    kind: 'enum',
    detail: found.has(rule.code) && declaration ? say('found in {0}', label(declaration)) : '',
    documentation: escapeMarkdown(rule.summary),
    from,
    to: end,
    ...(isAlone && { insert: `${inSnippet(rule.code)}: \${0:reason}`, snippet: true }),
  });
  return {
    offers: [
      ...rules.filter(({ code }) => found.has(code)).map(offer),
      ...rules.filter(({ code }) => !found.has(code)).map(offer),
    ],
  };
}
