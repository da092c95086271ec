/** The commands that a page of the documentation names, as a shell would read them. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export interface NamedCommand {
  /** Program and arguments. */
  readonly words: readonly string[];
  /** Counts from 1. */
  readonly line: number;
  /** Whether it is named in a sentence, where arguments may be left out, and not given to be typed. */
  readonly isMention: boolean;
}

/** Whether a word stands for what the reader puts there: `PATH`, `[CODE]`, `[PATH…]`, `[MINUTESm|RUNS]`. */
export const isPlaceholder = (word: string): boolean => /^\[?[A-Z]+[a-z]?(?:…|\|[A-Z]+)*\]?$/.test(word);

/** Programs whose commands are looked at. */
const programs = new Set(['npm', 'npx', 'node', 'isms', 'bash']);

/** What begins a command in a block of code, by the language of the block. In others nothing is a command. */
const beginnings = new Map([
  ['sh', /^\s*(?:\$ )?/],
  ['yaml', /^\s*(?:- )?run: /],
  // Output, with the commands that gave it.
  ['', /^\s*\$ /],
]);

/** All commands of a page, in its order: those in blocks of code, and inline code that begins with a program's name. */
export function commandsOf(markdown: string): NamedCommand[] {
  const root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return commandsIn(root);
}

function commandsIn(node: Nodes): NamedCommand[] {
  const line = node.position?.start.line ?? 0;
  if (node.type === 'inlineCode') {
    // What follows a comma is said of the command: `isms check, 10000 declarations`.
    const [text = ''] = node.value.split(', ');
    return commandsOfLine(text).map(words => ({ words, line, isMention: true }));
  }
  if (node.type === 'code') {
    const beginning = beginnings.get(node.lang ?? '');
    if (!beginning) return [];
    return node.value.split('\n').flatMap((text, i) => {
      if (!beginning.test(text)) return [];
      const found = commandsOfLine(text.replace(beginning, ''));
      return found.map(words => ({ words, line: line + 1 + i, isMention: false }));
    });
  }
  return 'children' in node ? node.children.flatMap(commandsIn) : [];
}

/** The commands of a line of a shell: without comments and redirections, those of a pipe one by one. */
function commandsOfLine(text: string): string[][] {
  const commands: string[][] = [[]];
  const tokens = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? '';
    if (token.startsWith('#')) break;
    if (/^(?:\|\|?|&&|;)$/.test(token)) commands.push([]);
    else if (/^\d?(?:>>?|<)$/.test(token)) i++;
    else commands.at(-1)?.push(token.replace(/["']/g, ''));
  }
  return commands.filter(([program]) => programs.has(program ?? ''));
}
