import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  CompletionRequest,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { type CompletionKind, type CompletionItem as CoreItem, complete } from '../../src/ide/completion.ts';
import { plainText } from '../../src/ide/markdown.ts';
import { plainSnippet } from '../../src/ide/plain-snippet.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../protocol/client-capabilities.ts';
import { suggestCommand } from '../protocol/protocol.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({ completionProvider: { triggerCharacters: ['.', ':', ',', '-', ' '] } }),
  answers: [
    answer(CompletionRequest.type, 'completion', null, ({ client }, workspace, params) =>
      completion(workspace, client, params),
    ),
  ],
});

/** For each kind the one that fits, and one that every client knows. */
const kinds: Readonly<Record<CompletionKind, readonly [CompletionItemKind, CompletionItemKind]>> = {
  declaration: [CompletionItemKind.Class, CompletionItemKind.Class],
  block: [CompletionItemKind.Struct, CompletionItemKind.Module],
  key: [CompletionItemKind.Property, CompletionItemKind.Property],
  flag: [CompletionItemKind.Property, CompletionItemKind.Property],
  word: [CompletionItemKind.Value, CompletionItemKind.Value],
  enum: [CompletionItemKind.EnumMember, CompletionItemKind.Enum],
  keyword: [CompletionItemKind.Keyword, CompletionItemKind.Keyword],
  control: [CompletionItemKind.Constant, CompletionItemKind.Value],
  reference: [CompletionItemKind.Reference, CompletionItemKind.Reference],
  date: [CompletionItemKind.Value, CompletionItemKind.Value],
  text: [CompletionItemKind.Text, CompletionItemKind.Text],
  name: [CompletionItemKind.Variable, CompletionItemKind.Variable],
};

const suggestNext = { title: 'Suggest', command: suggestCommand };

/** What may be written at a position, in the words and with the means that the client takes. */
export function completion(
  workspace: Workspace,
  client: ClientCapabilities,
  { textDocument, position, context }: CompletionParams,
): CompletionList {
  const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined;
  const { items, isIncomplete } = complete(workspace, textDocument.uri, position, { rules, typed });
  return { isIncomplete, items: items.map(item => toItem(item, client.completion)) };
}

/** Fields are set one by one: there may be hundreds of items at each keystroke. */
function toItem(item: CoreItem, client: ClientCapabilities['completion']): CompletionItem {
  const isSnippet = item.isSnippet && client.snippets;
  const newText = item.isSnippet && !client.snippets ? plainSnippet(item.insertText) : item.insertText;
  const result: CompletionItem = {
    label: item.label,
    textEdit: { range: item.range, newText },
    filterText: item.filterText,
    sortText: item.sortText,
  };
  const kind = kinds[item.kind].find(candidate => client.kinds.has(candidate));
  if (kind !== undefined) result.kind = kind;
  if (isSnippet) result.insertTextFormat = InsertTextFormat.Snippet;
  if (item.detail) {
    result.detail = item.detail;
    if (client.labelDetails) result.labelDetails = { description: item.detail };
  }
  if (item.documentation)
    result.documentation = client.markdown
      ? { kind: MarkupKind.Markdown, value: item.documentation }
      : plainText(item.documentation);
  if (item.deprecated && client.deprecatedTag) result.tags = [CompletionItemTag.Deprecated];
  else if (item.deprecated && client.deprecatedFlag) result.deprecated = true;
  if (item.suggestNext && client.suggestCommand) result.command = suggestNext;
  return result;
}
