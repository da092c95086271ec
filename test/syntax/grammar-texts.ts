/** Texts of declarations made from the grammar: every node type and property, in every order, with any names, values and blanks. */
import { tables } from '../../src/language/generated/tables.ts';
import type { Element } from '../../src/language/tables.ts';
import type { Random } from './random.ts';

const words = tables.keywords.filter(keyword => /^[A-Za-z]/.test(keyword));

const samples: Readonly<Record<string, readonly string[]>> = {
  ID: [
    'R-001',
    'A.8.13',
    'CustomerDb',
    'x',
    '_',
    'Zürich',
    'Ärzte.Büro-2',
    'Έλεγχος',
    '安全',
    'PR.AA-01',
    'A.8.',
    'R-',
    'é1',
    'AC-2(1)',
    'SC-7(4)(b)',
  ],
  CLAUSE: ['9.2', '164.308(a)(1)', '10.1', '6.1.3', '0.0'],
  INT: ['0', '5', '12', '007', '12345'],
  DATE: [
    '2026-03-01',
    '2026-02-30',
    '2024-02-29',
    '2023-02-29',
    '2026-12-31',
    '0000-01-01',
    '2026-3-1',
    '2026-',
    '2026--',
  ],
  STRING: [
    '""',
    '"Backup"',
    '"ends in a backslash \\\\"',
    '"a \\"quoted\\" word"',
    '"tab\\tand\\nline"',
    '"odd \\escape"',
    '"{ } : , /* */ //"',
    '"naïve – 安全 \u2028 x"',
    '"it\'s"',
  ],
  TEXT: [
    '""""""',
    '"""one line"""',
    '"""\n    first\n      second\n    """',
    '"""\r\n\tfirst\r\n\r\n\tsecond "quoted" \\n\r\n\t"""',
    '"""\n  // no comment\n} risk X {\n"""',
    '"""first\n    second\n  """',
    '"""  \n\n\tfirst  \n\t  second"""',
  ],
};

const blanks = [
  ' ',
  ' ',
  ' ',
  ' ',
  '\n  ',
  '\n',
  '\r\n',
  '\t',
  '  ',
  '',
  ' // note\n',
  '/* a */',
  ' /* risk R { */ ',
  '\n\n// x: y\r\n',
  '\uFEFF',
  '\u00A0',
];

/** The text of a declaration of any kind. */
export function declarationText(random: Random): string {
  const tokens = derive(tables.productions[random.pick(tables.top)] as Element, random, 0);
  return tokens
    .map((token, i) => (i === 0 ? token : blankBetween(tokens[i - 1] as string, token, random) + token))
    .join('');
}

/** Tokens that would run into one another are kept apart, but for one time in a hundred. */
function blankBetween(left: string, right: string, random: Random): string {
  const blank = random.pick(blanks);
  const wouldJoin = /[\w.-]$|[^\0-\x7F]$/.test(left) && /^[\w.-]|^[^\0-\x7F]/.test(right);
  return blank === '' && wouldJoin && !random.oneIn(100) ? ' ' : blank;
}

function derive(element: Element, random: Random, depth: number): string[] {
  switch (element.kind) {
    case 'keyword':
      return [element.keyword];
    case 'assign':
      return element.node
        ? derive(tables.productions[element.node] as Element, random, depth + 1)
        : [valueText(element.value as string, random)];
    case 'sequence':
      return element.elements.flatMap(one => derive(one, random, depth));
    case 'choice':
      return derive(random.pick(element.elements), random, depth);
    case 'optional':
      return random.oneIn(2) ? derive(element.element, random, depth) : [];
    case 'many': {
      const times = random.below(depth > 1 ? 2 : 7);
      return Array.from({ length: times }, () => derive(element.element, random, depth)).flat();
    }
    case 'fragment':
      return derive(tables.productions[element.production] as Element, random, depth);
    case 'unknown':
      return [];
  }
}

function valueText(name: string, random: Random): string {
  const { words: own = [], terminals = [] } = tables.values[name] ?? {};
  if (own.length && (!terminals.length || !random.oneIn(4))) return random.pick(own);
  const terminal = random.pick(terminals);
  if (terminal === 'ID' && random.oneIn(4)) return random.pick(words);
  return random.pick(samples[terminal] ?? []);
}

/** A token of any sort. */
export function anyToken(random: Random): string {
  if (random.oneIn(3)) return random.pick(tables.keywords);
  return random.pick(samples[random.pick(Object.keys(samples))] ?? []);
}
