import { expect } from 'vitest';
import { type CompletionItem, type CompletionList, complete } from '../../../src/ide/completion.ts';
import { rules } from '../../../src/rules/generated/registry.ts';
import { type AtCursor, atCursor, uri } from '../workspace-with-cursor.ts';

/** What is offered at `<|>`. */
export const completeAt = (marked: string, others?: Readonly<Record<string, string>>): CompletionList & AtCursor => {
  const at = atCursor(marked, others);
  return { ...complete(at.workspace, uri, at.position, { rules }), ...at };
};

export const labelsAt = (marked: string, others?: Readonly<Record<string, string>>): string[] =>
  completeAt(marked, others).items.map(item => item.label);

/** The text after an item was chosen, its snippet expanded to the defaults. */
export function accept(marked: string, label: string, others?: Readonly<Record<string, string>>): string {
  const { items, text } = completeAt(marked, others);
  const item = items.find(candidate => candidate.label === label);
  expect(item, `${label} among ${items.map(candidate => candidate.label).join(' | ')}`).toBeDefined();
  return applyItem(text, item as CompletionItem);
}

export function applyItem(text: string, { range, insertText, isSnippet }: CompletionItem): string {
  const lines = text.split(/(?<=\n)/);
  expect(range.start.line).toBe(range.end.line);
  const lineStart = lines.slice(0, range.start.line).join('').length;
  const inserted = isSnippet ? expandSnippet(insertText) : insertText;
  return text.slice(0, lineStart + range.start.character) + inserted + text.slice(lineStart + range.end.character);
}

/** A snippet with each placeholder as its default or first choice, and tabs as two spaces. */
export const expandSnippet = (snippet: string): string =>
  snippet
    .replace(/(?<!\\)\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d+/g, '')
    .replace(/\\([\\$}])/g, '$1')
    .replaceAll('\t', '  ');
