import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { type CompletionKind, type CompletionItem as CoreItem, complete } from '../../src/ide/completion.ts';
import { type PathPlace, pathAt } from '../../src/ide/completion-paths.ts';
import { plainText } from '../../src/ide/markdown.ts';
import { plainSnippet } from '../../src/ide/plain-snippet.ts';
import { isRecord } from '../../src/model/record.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { ClientCapabilities } from '../protocol/client-capabilities.ts';
import { suggestCommand } from '../protocol/protocol.ts';
import type { Context } from './shared/context.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: ({ completion: { resolvesDocumentation } }) => ({
    completionProvider: {
      triggerCharacters: ['.', ':', ',', '-', ' ', '/', '"', ...'0123456789'],
      ...(resolvesDocumentation && { resolveProvider: true }),
    },
  }),
  answers: [
    answer(CompletionRequest.type, 'completion', null, (context, workspace, params) => {
      const path = pathAt(workspace, params.textDocument.uri, params.position);
      return path ? paths(context, path) : completion(workspace, context.client, params);
    }),
    answer(
      CompletionResolveRequest.type,
      'completion',
      item => item,
      ({ client }, workspace, item) => resolved(workspace, client.completion, item),
    ),
  ],
});

/** What was offered last in a workspace; of nothing earlier is the documentation asked for. */
const offeredLast = new WeakMap<Workspace, { readonly list: number; readonly items: readonly CoreItem[] }>();

/** The item with its documentation, if it is one of those that were offered last. */
function resolved(
  workspace: Workspace,
  client: ClientCapabilities['completion'],
  item: CompletionItem,
): CompletionItem {
  const last = offeredLast.get(workspace);
  const { list, index } = (isRecord(item.data) ? item.data : {}) as { list?: unknown; index?: unknown };
  const found = last && last.list === list && typeof index === 'number' ? last.items[index] : undefined;
  return found?.documentation ? { ...item, documentation: documentationOf(found, client) } : item;
}

const documentationOf = (
  { documentation }: CoreItem,
  { markdown }: ClientCapabilities['completion'],
): NonNullable<CompletionItem['documentation']> =>
  markdown ? { kind: MarkupKind.Markdown, value: documentation } : plainText(documentation);

/** The files and folders that may go on with a path. */
async function paths(
  { session, client }: Context,
  { folder, range, isFolder: foldersOnly }: PathPlace,
): Promise<CompletionList> {
  const entries = (await session.listFolder(folder)).filter(
    ({ name, isFolder }) => !name.startsWith('.') && !/["\\]/.test(name) && (isFolder || !foldersOnly),
  );
  const items = entries.slice(0, mostPaths).map(({ name, isFolder }): CompletionItem => {
    const item: CompletionItem = {
      label: isFolder ? `${name}/` : name,
      // What goes on behind a folder is another one, or nothing.
      textEdit: { range, newText: isFolder && !foldersOnly ? `${name}/` : name },
      sortText: `${isFolder ? 0 : 1}${name}`,
    };
    const kind = isFolder ? CompletionItemKind.Folder : CompletionItemKind.File;
    const known = [kind, CompletionItemKind.File].find(each => client.completion.kinds.has(each));
    if (known !== undefined) item.kind = known;
    if (isFolder && client.completion.suggestCommand) item.command = suggestNext;
    return item;
  });
  return { isIncomplete: entries.length > items.length, items };
}

/** The most entries of a folder that are offered. */
const mostPaths = 500;

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
  const list = (offeredLast.get(workspace)?.list ?? 0) + 1;
  offeredLast.set(workspace, { list, items });
  return {
    isIncomplete,
    items: items.map((item, index) => {
      const shown = toItem(item, client.completion);
      if (client.completion.resolvesDocumentation) shown.data = { list, index };
      return shown;
    }),
  };
}

/** Fields are set one by one: there may be hundreds of items at each keystroke. */
function toItem(item: CoreItem, client: ClientCapabilities['completion']): CompletionItem {
  const isSnippet = item.isSnippet && client.snippets;
  const newText = item.isSnippet && !client.snippets ? plainSnippet(item.insertText) : item.insertText;
  const result: CompletionItem = {
    label: item.label,
    textEdit:
      client.insertReplace && item.insertRange
        ? { newText, insert: item.insertRange, replace: item.range }
        : { range: item.range, newText },
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
  if (!client.resolvesDocumentation && item.documentation) result.documentation = documentationOf(item, client);
  if (item.deprecated && client.deprecatedTag) result.tags = [CompletionItemTag.Deprecated];
  else if (item.deprecated && client.deprecatedFlag) result.deprecated = true;
  if (item.suggestNext && client.suggestCommand) result.command = suggestNext;
  return result;
}
