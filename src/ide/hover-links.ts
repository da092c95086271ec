/** Links from what hover says to what it names. */
import { isKey, kindKeywords } from '../language/schema.ts';
import type { IsmsUnit } from '../workspace/workspace.ts';
import type { Location } from './navigation.ts';

/** How an editor is led somewhere: the target of a Markdown link, or undefined where it cannot be. */
export interface HoverLinks {
  place(location: Location): string | undefined;
  file(uri: string): string | undefined;
  rule(code: string): string | undefined;
}

export const noLinks: HoverLinks = { place: () => undefined, file: () => undefined, rule: () => undefined };

/** A name as code. What comes from the model is escaped, so that a backtick of ours begins and ends each. */
const codeSpan = /(?<![\\`])`([^`\n]+)`(?!`)/g;

/** A Markdown text of ours in which each name of the ISMS leads to what has it, if only one thing has. */
export const withLinks = (unit: IsmsUnit, markdown: string, links: HoverLinks): string =>
  markdown.replace(codeSpan, (span, name: string) => {
    if (isKey(name) || kindKeywords.has(name)) return span;
    const [only, ...more] = unit.isms.symbols.get(name)?.definitions ?? [];
    if (!only || more.length) return span;
    const { block, definition } = only;
    const target = links.place({ uri: block.file.uri, range: block.range(definition) });
    return target === undefined ? span : `[${span}](${target})`;
  });
