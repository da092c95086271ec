import { type Hover, type HoverParams, HoverRequest, MarkupKind } from 'vscode-languageserver';
import { hover as hoverCard } from '../../src/ide/hover.ts';
import { plainText } from '../../src/ide/markdown.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { catalogueHover } from './shared/catalogues.ts';
import type { Context } from './shared/context.ts';
import { answer, feature } from './shared/feature.ts';

export default feature({
  offers: () => ({ hoverProvider: true }),
  answers: [
    answer(HoverRequest.type, 'hover', null, (context, workspace, params) => hover(workspace, context, params)),
  ],
});

/** What is known about the word at a position, also of a built-in document. */
export function hover(
  workspace: Workspace,
  { client, catalogues, links }: Pick<Context, 'client' | 'catalogues'> & Partial<Pick<Context, 'links'>>,
  { textDocument: { uri }, position }: HoverParams,
): Hover | null {
  const built = catalogues.document(uri);
  const card = built ? catalogueHover(workspace, built, position) : hoverCard(workspace, uri, position, rules, links);
  if (!card) return null;
  const contents = client.hoverMarkdown
    ? { kind: MarkupKind.Markdown, value: card.contents }
    : { kind: MarkupKind.PlainText, value: plainText(card.contents) };
  return { contents, range: card.range };
}
