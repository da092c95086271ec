import {
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { type CompletionItem, type CompletionKind, complete } from '../src/features/completion.ts';
import { rules } from '../src/rules/generated/registry.ts';
import type { Workspace } from '../src/workspace/workspace.ts';

const kinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  declaration: CompletionItemKind.Class,
  block: CompletionItemKind.Struct,
  key: CompletionItemKind.Property,
  flag: CompletionItemKind.Property,
  word: CompletionItemKind.Value,
  enum: CompletionItemKind.EnumMember,
  keyword: CompletionItemKind.Keyword,
  control: CompletionItemKind.Constant,
  reference: CompletionItemKind.Reference,
  date: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
  name: CompletionItemKind.Variable,
};

/** Asks the editor for the next completion; editors that do not know the command leave it. */
const suggestNext = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

export function completion(
  workspace: Workspace,
  { textDocument, position, context }: CompletionParams,
): CompletionList {
  const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  const { items, isIncomplete } = complete(workspace, textDocument.uri, position, { rules, typed });
  return {
    isIncomplete,
    items: items.map((item: CompletionItem) => ({
      label: item.label,
      kind: kinds[item.kind],
      ...(item.detail && { detail: item.detail, labelDetails: { description: item.detail } }),
      ...(item.documentation && { documentation: { kind: MarkupKind.Markdown, value: item.documentation } }),
      textEdit: { range: item.range, newText: item.insertText },
      insertTextFormat: item.isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      filterText: item.filterText,
      sortText: item.sortText,
      ...(item.deprecated && { tags: [CompletionItemTag.Deprecated] }),
      ...(item.suggestNext && { command: suggestNext }),
    })),
  };
}
