/** What completion offers, as plain data. */
import { isWordPart } from '../syntax/text/characters.ts';
import type { TextRange } from '../syntax/text/chunked-text.ts';
import type { CursorPlace } from './cursor-place.ts';

export type CompletionKind =
  | 'declaration'
  | 'block'
  | 'key'
  | 'flag'
  | 'word'
  | 'enum'
  | 'keyword'
  | 'control'
  | 'reference'
  | 'date'
  | 'text'
  | 'name';

export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** Stands beside the label. */
  readonly detail: string;
  /** Markdown. Made when it is asked for: there may be hundreds of items at each keystroke, and one of them is looked at. */
  readonly documentation: string;
  readonly insertText: string;
  /** Whether `insertText` is a snippet as LSP defines it. */
  readonly isSnippet: boolean;
  /** What is replaced. On one line, and holds the cursor. */
  readonly range: TextRange;
  /** The part of it before the cursor, where what stands behind the cursor may stay as well. */
  readonly insertRange: TextRange | undefined;
  /** What the typed text is compared with. */
  readonly filterText: string;
  readonly sortText: string;
  readonly deprecated: boolean;
  /** Whether something is to be completed where the cursor then is. */
  readonly suggestNext: boolean;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** Whether typing on may bring others. */
  readonly isIncomplete: boolean;
}

/** An item as the features of completion write it; what is left out follows from the label and the order. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string;
  readonly documentation?: string | (() => string);
  readonly insert?: string;
  readonly snippet?: boolean;
  /** Where what is replaced begins, if not where the word at the cursor does. */
  readonly from?: number;
  /** Where it ends, if not where that word does. */
  readonly to?: number;
  readonly filter?: string;
  readonly deprecated?: boolean;
  readonly suggestNext?: boolean;
}

export interface Offers {
  readonly offers: readonly Offer[];
  readonly isIncomplete?: boolean;
}

/** The offers as items, in their order; a label that is offered twice counts once. */
export function completionList({ cursor, range, text }: CursorPlace, groups: readonly Offers[]): CompletionList {
  // What stands right behind the cursor stays a word of its own.
  const apart = (to: number): string => (text.charAt(to) === '"' || isWordPart(text.charCodeAt(to)) ? ' ' : '');
  // `owner:` and `A.5.1,` are followed by a space before the value.
  const space = cursor.place === 'value' && /[:,]/.test(text.charAt(cursor.start - 1)) ? ' ' : '';
  const items = new Map<string, CompletionItem>();
  const typedEnd = cursor.start + cursor.prefix.length;
  for (const offer of groups.flatMap(group => group.offers)) {
    const id = `${offer.kind === 'key' || offer.kind === 'block' ? 'key' : 'value'} ${offer.label}`;
    if (items.has(id)) continue;
    const { label, kind, detail = '', documentation = '', insert = label, snippet = false } = offer;
    items.set(id, {
      label,
      kind,
      detail,
      get documentation() {
        return typeof documentation === 'function' ? documentation() : documentation;
      },
      insertText: space + insert + apart(offer.to ?? cursor.end),
      isSnippet: snippet,
      range: range(offer.from ?? cursor.start, offer.to ?? cursor.end),
      // Where an offer says itself what it replaces, it replaces a head or a code as a whole.
      insertRange:
        offer.to === undefined && typedEnd < cursor.end ? range(offer.from ?? cursor.start, typedEnd) : undefined,
      filterText: offer.filter ?? label,
      sortText: String(items.size).padStart(5, '0'),
      deprecated: offer.deprecated ?? false,
      suggestNext: offer.suggestNext ?? false,
    });
  }
  return { items: [...items.values()], isIncomplete: groups.some(group => group.isIncomplete) };
}

/** Text inside a snippet, where `$`, `}` and `\` mean something. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
