import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover as hoverCard } from '../src/features/hover.ts';
import { plainText } from '../src/features/markdown.ts';
import { rules } from '../src/rules/generated/registry.ts';
import type { Workspace } from '../src/workspace/workspace.ts';
import { catalogueHover } from './catalogues.ts';
import type { ClientCapabilities } from './client-capabilities.ts';

/** What is known about the word at a position, also of a built-in document. */
export function hover(
  workspace: Workspace,
  client: ClientCapabilities,
  { textDocument, position }: HoverParams,
): Hover | null {
  const card =
    hoverCard(workspace, textDocument.uri, position, rules) ?? catalogueHover(workspace, textDocument.uri, position);
  if (!card) return null;
  const contents = client.hoverMarkdown
    ? { kind: MarkupKind.Markdown, value: card.contents }
    : { kind: MarkupKind.PlainText, value: plainText(card.contents) };
  return { contents, range: card.range };
}
