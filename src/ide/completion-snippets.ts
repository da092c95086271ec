/** Whole declarations and blocks as snippets: what an auditor expects to find in each. */
import type { NodeType } from '../language/schema.ts';
import { snippetsOf } from '../language/snippets.ts';
import type { IsmsView } from '../model/view.ts';
import { say } from '../wording/wording.ts';
import { inSnippet } from './completion-item.ts';
import { withNames } from './snippet-names.ts';

/** A declaration as a snippet, offered under a label. */
export interface DeclarationSnippet {
  readonly label: string;
  /** What it is for, if not what the kind is for. */
  readonly detail: string | undefined;
  readonly text: string;
}

/** The snippets of a kind: the one under its keyword first. A kind that says nothing gets its head and an empty body. */
export function declarationSnippets(nodeType: NodeType, view: IsmsView): DeclarationSnippet[] {
  const { main = plain(nodeType), variants = [] } = snippetsOf(nodeType.name) ?? {};
  return [
    { label: nodeType.keyword, detail: undefined, text: filledIn(main, nodeType, view) },
    ...variants.map(({ label, detail, text }) => ({
      label,
      detail: say(detail),
      text: filledIn(text, nodeType, view),
    })),
  ];
}

/** A block with braces and what belongs into it: on one line if what it stands in is, else over several. */
export function blockSnippet(nodeType: NodeType, onOneLine: boolean, view: IsmsView): string {
  const text = filledIn(snippetsOf(nodeType.name)?.main ?? plain(nodeType), nodeType, view);
  return onOneLine
    ? text
        .replace(/\{\n\t*/g, '{ ')
        .replace(/\n\t*\}/g, ' }')
        .replace(/\n\t*/g, '  ')
    : text;
}

/** What stands in the braces of a kind's snippet, braces included. */
export function bodySnippet(nodeType: NodeType, view: IsmsView): string {
  const text = filledIn(snippetsOf(nodeType.name)?.main ?? plain(nodeType), nodeType, view);
  return text.slice(text.search(/(?<!\$)\{/));
}

function plain({ keyword, named, titled }: NodeType): string {
  const heads = [...(named === 'required' ? ['Name'] : []), ...(titled ? ['Title'] : [])];
  const places = heads.map((head, i) => (head === 'Title' ? `"\${${i + 1}:Title}"` : `\${${i + 1}:${head}}`));
  return `${[keyword, ...places].join(' ')} {\n\t$0\n}`;
}

/** A snippet with the texts that are to be written over in the language that is spoken; names, numbers and words stay. */
const withTexts = (snippet: string): string =>
  snippet.replace(/("(?:""\n\t*)?\$\{\d+:)([^"}]*)\}/g, (_, before: string, text: string) => `${before}${say(text)}}`);

const filledIn = (text: string, nodeType: NodeType, view: IsmsView): string =>
  withNames(withTexts(text), nodeType, view)
    .replaceAll('%TODAY%', view.asOf)
    .replaceAll('%YEAR%', view.asOf.slice(0, 4))
    .replaceAll('%OWNER%', inSnippet(view.isms?.owner?.name ?? 'Role'));
