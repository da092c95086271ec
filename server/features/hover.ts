import { type HoverParams, HoverRequest, type MarkupContent, MarkupKind, type Range } from 'vscode-languageserver';
import { type HoverCard, hover as hoverCard } from '../../src/ide/hover.ts';
import { plainText } from '../../src/ide/markdown.ts';
import { rules } from '../../src/rules/generated/registry.ts';
import { sayIn } from '../../src/wording/wording.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { catalogueHover } from './shared/catalogues.ts';
import type { Context } from './shared/context.ts';
import { answer, feature } from './shared/feature.ts';
import { hoverPicture } from './shared/hover-picture.ts';

export default feature({
  offers: () => ({ hoverProvider: true }),
  answers: [
    answer(HoverRequest.type, 'hover', null, async (context, workspace, params) => {
      const shown = hover(workspace, context, params);
      return shown && { contents: await withPicture(shown, context), range: shown.range };
    }),
  ],
});

/** The hover with a picture of what it is about, where there is one and the client shows pictures. */
async function withPicture({ contents, about }: CardHover, { client, language }: Context): Promise<MarkupContent> {
  if (!about || !client.hoverMarkdown || !client.hoverPictures) return contents;
  const picture = await hoverPicture(about.unit, about.declaration, sayIn(language.wording));
  return picture === undefined ? contents : { ...contents, value: `${contents.value}\n\n${picture}` };
}

type CardHover = { readonly contents: MarkupContent; readonly range: Range } & Pick<HoverCard, 'about'>;

/** What is known about the word at a position, also of a built-in document. */
export function hover(
  workspace: Workspace,
  { client, catalogues, links }: Pick<Context, 'client' | 'catalogues'> & Partial<Pick<Context, 'links'>>,
  { textDocument: { uri }, position }: HoverParams,
): CardHover | null {
  const built = catalogues.document(uri);
  const card = built ? catalogueHover(workspace, built, position) : hoverCard(workspace, uri, position, rules, links);
  if (!card) return null;
  const contents = client.hoverMarkdown
    ? { kind: MarkupKind.Markdown, value: card.contents }
    : { kind: MarkupKind.PlainText, value: plainText(card.contents) };
  return { contents, range: card.range, about: 'about' in card ? card.about : undefined };
}
