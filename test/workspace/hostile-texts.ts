/** Texts that are hard to change rightly: what authors, editors and other programs make of a text in order. */
import { regionsOf } from '../../src/syntax/text/regions.ts';

/** What stands in quotes, comments and names of hostile texts. */
const prose = [
  '{',
  '}',
  '} } {',
  '// isms-ignore risk/no-owner: no comment',
  '/* isms-ignore risk/no-owner: no comment',
  '*/',
  '🔐 {é}',
  'a\u2028b } c',
  '\u0000',
  'isms X {',
  'control A.5.1 "x" {',
  '\uFEFF',
];

/** A change of a whole text at a place that a number chooses. */
export type Hostility = (text: string, choice: number) => string;

const insertAt = (text: string, at: number, added: string): string => text.slice(0, at) + added + text.slice(at);

const places = (text: string, wanted: string): number[] => {
  const found: number[] = [];
  const regions = regionsOf(text);
  let next = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    while ((regions[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
    if (at < (regions[next]?.start ?? Number.POSITIVE_INFINITY)) found.push(at);
  }
  return found;
};

const pick = <T>(items: readonly T[], choice: number): T | undefined => items[choice % Math.max(1, items.length)];

/** Something put behind one of the places where a mark stands in the code. */
const behind =
  (mark: string, added: (choice: number) => string): Hostility =>
  (text, choice) => {
    const at = pick(places(text, mark), choice);
    return at === undefined ? text : insertAt(text, at + mark.length, added(choice));
  };

const words = (choice: number): string => prose[choice % prose.length] ?? '';

export const hostilities: Readonly<Record<string, Hostility>> = {
  'CRLF line ends': text => text.replace(/\r?\n/g, '\r\n'),
  'CR line ends': text => text.replace(/\r?\n/g, '\r'),
  'a byte order mark': text => `\uFEFF${text}`,
  'no line end at the end': text => text.trimEnd(),
  'all on one line': text => (text.includes('//') || text.includes('"""') ? text : text.replace(/\s*\n\s*/g, ' ')),
  'no blanks': text =>
    text.includes('//') ? text : text.replace(/(?<=[{}:,"])[ \t]+(?=[\p{L}\d"{}])|[ \t]+(?=[{}:,"])/gu, ''),
  'a hostile quoted text': (text, choice) => {
    const region = pick(
      regionsOf(text).filter(({ kind }) => kind === 'string'),
      choice,
    );
    const written = words(choice).replace(/[\r\n"\\]/g, ' ');
    return region ? `${text.slice(0, region.start)}"${written}"${text.slice(region.end)}` : text;
  },
  'a hostile text over several lines': (text, choice) => {
    const region = pick(
      regionsOf(text).filter(({ kind, closed }) => kind === 'string' && closed),
      choice,
    );
    if (!region || text.slice(0, region.start).split('\n').at(-1)?.trimStart().match(/^\w+ /)) return text;
    return `${text.slice(0, region.start)}"""\n  ${words(choice)}\n  // see """${text.slice(region.end)}`;
  },
  'a comment behind a brace': behind('{', choice => ` // ${words(choice)}\n`),
  'a comment behind a key': behind(':', choice => ` /* ${words(choice).replaceAll('*/', '')} */ `),
  'a comment in a list': behind(',', choice => ` // ${words(choice)}\n`),
  'a comment at the end of a line': behind('\n', choice => `// ${words(choice)}\n`),
  'a comment that silences': behind('\n', () => '// isms-ignore name/duplicate: for a test\n'),
  'a lost brace': (text, choice) => {
    const at = pick(places(text, '}'), choice);
    return at === undefined ? text : text.slice(0, at) + text.slice(at + 1);
  },
  'a brace too many': behind(' ', () => '{'),
  'a quote too many': behind(':', () => ' "'),
  'an open comment': behind('\n', () => '/* open\n'),
  'an open text': behind(':', () => ' """ open'),
  'half of it': (text, choice) => text.slice(0, choice % (text.length + 1)),
};
