import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover as hoverCard } from '../src/features/hover.ts';
import { rules } from '../src/rules/generated/registry.ts';
import type { Workspace } from '../src/workspace/workspace.ts';

export function hover(workspace: Workspace, { textDocument, position }: HoverParams): Hover | null {
  const card = hoverCard(workspace, textDocument.uri, position, rules);
  return card ? { contents: { kind: MarkupKind.Markdown, value: card.contents }, range: card.range } : null;
}
