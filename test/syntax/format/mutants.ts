/** Faults in the formatter, to be caught by the property in kept.ts. */
import type { Mutant } from '../../mutant.ts';

const layout = 'syntax/format/layout.ts';
const lexemes = 'syntax/format/lexemes.ts';
const format = 'syntax/format/format.ts';
const textLines = 'syntax/format/text-lines.ts';
const whiteSpace = 'syntax/format/white-space.ts';

export const formatMutants: readonly Mutant[] = [
  {
    what: 'goes on behind a // comment on its line',
    file: layout,
    find: 'return before.endsLine || (before.ownLine && breaks > 0);',
    put: 'return before.ownLine && breaks > 0;',
  },
  {
    what: 'gives a comment that stands behind something a line of its own',
    file: layout,
    find: "(lexeme.kind === 'comment' ? !lexeme.ownLine || !lexeme.breaks : this.followsComment(i))",
    put: "(lexeme.kind === 'comment' ? false : this.followsComment(i))",
  },
  {
    what: 'drops empty lines between items',
    file: layout,
    find: "this.at(index).breaks > 1 && this.at(index - 1).mark !== '{' ? 2 : 1",
    put: '1',
  },
  {
    what: 'runs the words of a head together',
    file: layout,
    find: "return beginsItem && before.mark !== '{' ? betweenItems : 1;",
    put: "return beginsItem && before.mark !== '{' ? betweenItems : 0;",
  },
  {
    what: 'formats around a comment that nothing closes',
    file: lexemes,
    find: 'if (chunk.unclosedComment) return undefined;',
    put: '',
  },
  {
    what: 'formats up to what is damaged',
    file: format,
    find: '      reached = undefined;\n',
    put: '',
  },
  {
    what: 'forgets the byte order mark',
    file: format,
    find: 'offset: hasMark(chunks) ? 1 : 0',
    put: 'offset: 0',
  },
  {
    what: 'writes line ends of its own',
    file: whiteSpace,
    find: 'ends[i] ?? ends.at(-1) ?? usualEnd()',
    put: "'\\n'",
  },
  {
    what: 'moves the lines of a text that begins behind its quotes',
    file: textLines,
    find: 'if (!opensAlone || lines.length < 2) return [];',
    put: 'if (lines.length < 2) return [];',
  },
  {
    what: 'takes away what a line of a text is further in',
    file: textLines,
    find: 'change(at, line.slice(0, shared), ',
    put: 'change(at, line.slice(0, line.search(/\\S/)), ',
  },
];
