/**
 * Fixes for what a finding asks the author for: a decision, an owner, a date, a reference, a text. Each value that may stand there is a fix of its
 * own whose title says exactly what it writes, in the order of completion; for what only the author can word or knows when it was there is a place
 * to fill in, which is told until that is done. Which keys a rule asks for it says itself (`Rule.asks`); all else follows from the schema.
 */
import type { Block } from '../incremental/block.ts';
import { blockType, type NodeType, nodeTypes, type PropertySchema } from '../language/schema.ts';
import type { AnyNode, Declaration, Span } from '../model/declaration.ts';
import { openDate, openText } from '../model/placeholder.ts';
import { kindSaid } from '../refactor/kinds.ts';
import { insertPropertyInto } from '../rules/edits.ts';
import type { DeclarationEdit, Fix } from '../rules/rule.ts';
import { cursorAt } from '../syntax/cursor/cursor.ts';
import { quote } from '../syntax/text/quoted-text.ts';
import { say } from '../wording/wording.ts';
import { spliced } from '../workspace/fix-trial.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import { valueItems } from './completion.ts';
import type { CompletionItem } from './completion-item.ts';
import { controlsForRisk } from './completion-ranking.ts';
import type { CursorPlace } from './cursor-place.ts';

/** How many names are offered for a reference, and how many words of an enumeration or a scale. */
const mostNames = 5;
const mostWords = 12;

/** A finding as far as its fixes need it. */
export interface Asking {
  readonly unit: IsmsUnit;
  readonly block: Block;
  readonly declaration: Declaration;
  readonly at: Span;
  readonly asks: readonly string[];
}

/** The fixes for what is asked for and not there. */
export function askedFixes(asking: Asking): Fix[] {
  const around = nodesAround(asking.declaration, asking.at);
  return asking.asks.flatMap(key => {
    for (const node of around) {
      const nodeType = nodeTypes[node.$type];
      const property = nodeType?.body ? nodeType.properties.find(candidate => candidate.key === key) : undefined;
      if (nodeType && property) return propertyFixes(asking, node, nodeType, property);
      const feature = nodeType && Object.keys(nodeType.parts).find(part => nodeType.parts[part]?.lead === key);
      if (nodeType && feature) return partFixes(asking, node, nodeType, feature);
    }
    return [];
  });
}

/** The declaration and what lies in it around a place, innermost first. Of values that stand at the place those count too that it only touches. */
function nodesAround(node: AnyNode, at: Span): AnyNode[] {
  const inner = Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    if (field.startsWith('$')) return [];
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
  const around = inner.find(({ $start, $end }) => $start <= at.start && at.start < $end);
  return [...(around ? nodesAround(around, at) : []), node];
}

const isNode = (value: unknown): value is AnyNode => typeof value === 'object' && value !== null && '$keys' in value;

/** Where something is written: the edit for a text, which stands on one line. */
interface Spot {
  readonly asking: Asking;
  edit(text: string): DeclarationEdit;
}

/** A value as it may be written. */
interface Value {
  readonly written: string;
  /** What a name stands for. */
  readonly about: string;
}

function propertyFixes(asking: Asking, node: AnyNode, nodeType: NodeType, property: PropertySchema): Fix[] {
  const { declaration, block } = asking;
  const { key, feature, form } = property;
  const inner = blockType(property);
  if (isGiven(node, feature) && !inner?.repeatable) return [];
  const source = block.chunk.text.slice(block.chunk.bodyStart, block.chunk.bodyEnd);
  const before = nodeType.properties.slice(0, nodeType.properties.indexOf(property)).map(other => other.feature);
  const edit = (text: string): DeclarationEdit => insertPropertyInto(declaration, node, source, text, ...before);
  if (inner && !openBlock(inner)) return [];
  if (inner) return [toFillIn(say('Add {0}, to be written', kindSaid(inner.name)), edit(openBlock(inner)))];
  if (form === 'flag') return [writing(key, '', edit(key))];
  return values({ asking, edit }, `${key}: `).map(({ written, about }) => writing(written, about, edit(written)));
}

/** A part of a value that is there, such as who gave an approval. */
function partFixes(asking: Asking, node: AnyNode, { parts, values: schemas }: NodeType, feature: string): Fix[] {
  if (isGiven(node, feature)) return [];
  const order = Object.keys(schemas);
  const before = order.slice(0, order.indexOf(feature)).flatMap(part => {
    const value: unknown = Reflect.get(node, part);
    return (Array.isArray(value) ? value : [value]).flatMap(one => (one ? [(one as Span).end] : []));
  });
  const at = Math.max(node.$start, ...before);
  const edit = (text: string): DeclarationEdit => {
    return { declaration: asking.declaration, start: at, end: at, text: ` ${text}` };
  };
  const lead = parts[feature]?.lead ?? '';
  return values({ asking, edit }, `${lead} `).map(({ written, about }) => writing(written, about, edit(written)));
}

function isGiven(node: AnyNode, feature: string): boolean {
  const value: unknown = Reflect.get(node, feature);
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** A block with a place for what it has to say: its title, else its first date. Empty for one that has neither, or needs a name. */
function openBlock({ keyword, titled, named, bodyOptional, properties }: NodeType): string {
  if (named === 'required') return '';
  const date = titled ? undefined : properties.find(({ values: [value] }) => value?.form === 'date');
  if (date) return `${keyword} { ${date.key}: ${openDate} }`;
  if (!titled) return '';
  const head = `${keyword} ${quote(openText)}`;
  return bodyOptional ? head : `${head} { }`;
}

/** What may be written behind a beginning such as `owner: `, that included. */
function values(spot: Spot, beginning: string, depth = 1): Value[] {
  const place = placeBehind(spot, beginning);
  if (place.cursor.place !== 'value') return [];
  const forms = new Set(place.cursor.slots.flatMap(slot => slot.values.map(({ form }) => form)));
  if (forms.has('date')) return dated(spot, `${beginning}${openDate}`);
  if (forms.has('string') || forms.has('text')) return [{ written: `${beginning}""`, about: '' }];
  const items = valueItems(place);
  const words = items.filter(({ kind }) => kind === 'enum' || kind === 'word').slice(0, mostWords);
  return [...words, ...namesIn(place, items)].flatMap(item => {
    const written = `${beginning}${item.insertText.trim()}`;
    // A word such as `covered-by`, or the property in front of an impact, says nothing without what follows it.
    if (!item.suggestNext && isWhole(placeBehind(spot, `${written} `))) return [{ written, about: aboutOf(item) }];
    return depth > 0 ? values(spot, `${written} `, depth - 1) : [];
  });
}

/** Whether the value in front of a cursor lacks nothing: a key may follow it. */
const isWhole = ({ cursor }: CursorPlace): boolean => cursor.place === 'key' || cursor.orKey;

/** The names to choose from: what is declared. Of the hundreds of entries that are built in those count that something speaks for. */
function namesIn(place: CursorPlace, items: readonly CompletionItem[]): readonly CompletionItem[] {
  const fitting = new Set(controlsForRisk(place));
  const view = place.unit.view();
  const isOffered = ({ kind, insertText }: CompletionItem): boolean => {
    const name = insertText.trim();
    return (kind === 'reference' && view.declaredAs(name).length > 0) || (kind === 'control' && fitting.has(name));
  };
  return items.filter(isOffered).slice(0, mostNames);
}

/** A date to be filled in, and who it is of, where that is asked for with it. */
function dated(spot: Spot, date: string): Value[] {
  for (const word of placeBehind(spot, `${date} `).cursor.keywords) {
    const beginning = `${date} ${word} `;
    const place = placeBehind(spot, beginning);
    const names = namesIn(place, valueItems(place));
    if (names.length) return names.map(item => ({ written: beginning + item.insertText, about: aboutOf(item) }));
  }
  return [{ written: date, about: '' }];
}

/** What a name stands for, if the list shows it. */
function aboutOf({ kind, label, insertText, detail }: CompletionItem): string {
  if (kind !== 'reference' && kind !== 'control') return '';
  const name = insertText.trim();
  const about = label.startsWith(`${name} `) ? label.slice(name.length + 1) : detail;
  return about === name ? '' : about;
}

/** The cursor behind a text that is not written yet. */
function placeBehind({ asking, edit }: Spot, written: string): CursorPlace {
  const { unit, declaration, block } = asking;
  const { text, bodyStart } = block.chunk;
  const change = edit(written);
  const start = bodyStart + change.start;
  const offset = start + change.text.indexOf(written) + written.length;
  const after = spliced(text, [{ start, end: bodyStart + change.end, text: change.text }]);
  const nowhere = { line: 0, character: 0 };
  const range = () => ({ start: nowhere, end: nowhere });
  return { unit, cursor: cursorAt(after, offset), declaration, text: after, bodyStart, range };
}

/** A fix that writes a value. What is left to be filled in stands in its title as `…`. */
function writing(written: string, about: string, edit: DeclarationEdit): Fix {
  const isOpen = written.includes(openDate);
  const shown = `\`${written.replace(openDate, '…')}\``;
  if (written.endsWith('""')) return toFillIn(say('Write {0}, to be filled in', shown.replace('""', '"…"')), edit);
  if (written.endsWith(openDate)) return toFillIn(say('Write {0}, with the date to be filled in', shown), edit);
  const what = about ? `${shown} (${about})` : shown;
  const title = say(isOpen ? 'Write {0}, with the date to be filled in' : 'Write {0}', what);
  return { title, edits: [edit], decides: true };
}

/** A fix that only makes room for what the author knows. One of several ways, it is applied by itself too. */
const toFillIn = (title: string, edit: DeclarationEdit): Fix => ({ title, edits: [edit], decides: true });
