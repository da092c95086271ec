/** The form, case by case: what is written, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { formatText } from '../../../src/syntax/format/format.ts';

const format = (text: string, lineWidth = 60): string => formatText(text, { lineWidth });

const cases: Readonly<Record<string, Readonly<Record<string, readonly [before: string, after: string]>>>> = {
  'between tokens': {
    'one blank behind a colon and a comma, none before': [
      'risk R {\nassets :A ,B,C\n}\n',
      'risk R {\n  assets: A, B, C\n}\n',
    ],
    'one blank between the words of a head': [
      'control   A.5.1,A.5.2\t"Title"{\n}\n',
      'control A.5.1, A.5.2 "Title" {\n}\n',
    ],
    'none around the dots of a band': [
      'method {\n  levels {\n    low: 1 .. 4\n  }\n}\n',
      'method {\n  levels {\n    low: 1..4\n  }\n}\n',
    ],
    'one on both sides of an arrow': ['mapping M {\nA.1->B.2,B.3\n}\n', 'mapping M {\n  A.1 -> B.2, B.3\n}\n'],
    'a no-break space is a blank': ['role\u00A0A\u00A0"a"\n', 'role A "a"\n'],
  },
  lines: {
    'a key a line': ['risk R {\n  owner: A treatment: retain\n}\n', 'risk R {\n  owner: A\n  treatment: retain\n}\n'],
    'the brace on the line of the head': ['risk R "t"\n{\n  owner: A }\n', 'risk R "t" {\n  owner: A\n}\n'],
    'a value on the line of its key': ['risk R {\n  owner:\n    A\n}\n', 'risk R {\n  owner: A\n}\n'],
    'a flag, a block and a nested declaration are items': [
      'party P {\nrequirement A "a" {\nkind: legal\n}\nrequirement B "b"\n}\nrole R {\nexternal\ntop-management }\n',
      'party P {\n  requirement A "a" {\n    kind: legal\n  }\n  requirement B "b"\n}\nrole R {\n  external\n  top-management\n}\n',
    ],
    'the lines of scales, matrices and mappings are items': [
      'method {\nlikelihood {\n1: rare "never" 2: often\n}\nmatrix {\nrare: low,low often: low, high\n}\n}\nmapping M {\nfrom: A A.1 -> B.1 A.2 -> B.2, B.3\n}\n',
      'method {\n  likelihood {\n    1: rare "never"\n    2: often\n  }\n  matrix {\n    rare: low, low\n    often: low, high\n  }\n}\nmapping M {\n  from: A\n  A.1 -> B.1\n  A.2 -> B.2, B.3\n}\n',
    ],
    'words of the language as names': [
      'risk risk {\nowner:owner tags:by,until\n}\n',
      'risk risk {\n  owner: owner\n  tags: by, until\n}\n',
    ],
    'an approval is one value': [
      'risk R {\n  accepted: 2026-03-01   by A,B\n    until 2027-03-01\n}\n',
      'risk R {\n  accepted: 2026-03-01 by A, B until 2027-03-01\n}\n',
    ],
    'no blanks at the end of a line': ['risk R {  \n  owner: A \t\n} \n', 'risk R {\n  owner: A\n}\n'],
    'declarations of one line each on a line of its own': ['role A "a" role B "b"\n', 'role A "a"\nrole B "b"\n'],
  },
  bodies: {
    'one on a line stays there': ['role A "a" {external}\n', 'role A "a" { external }\n'],
    'two blanks between items on a line': ['evidence E {file:"a" owner: B}\n', 'evidence E { file: "a"  owner: B }\n'],
    'one that is too long goes over several lines': [
      'evidence E "A title of some length" { file: "a file"  owner: SomebodyElse }\n',
      'evidence E "A title of some length" {\n  file: "a file"\n  owner: SomebodyElse\n}\n',
    ],
    'blocks in it stay on theirs if they fit': [
      'risk R "A title of some length" { owner: SomebodyElse  residual { likelihood: rare } }\n',
      'risk R "A title of some length" {\n  owner: SomebodyElse\n  residual { likelihood: rare }\n}\n',
    ],
    'an opened one stays open': ['role A {\n  external }\n', 'role A {\n  external\n}\n'],
    'an empty one on a line': ['risk R "r" { }\n', 'risk R "r" {}\n'],
    'an empty one that was opened': ['risk R "r" {\n\n\n}\n', 'risk R "r" {\n}\n'],
  },
  lists: {
    'one that fits stands on one line': [
      'risk R {\n  assets: A,\n    B,\n    C\n}\n',
      'risk R {\n  assets: A, B, C\n}\n',
    ],
    'names that do not fit fill their lines': [
      `risk R {\n  controls: ${Array.from({ length: 12 }, (_, i) => `A.8.${i + 10}`).join(', ')}\n}\n`,
      'risk R {\n  controls: A.8.10, A.8.11, A.8.12, A.8.13, A.8.14, A.8.15,\n    A.8.16, A.8.17, A.8.18, A.8.19, A.8.20, A.8.21\n}\n',
    ],
    'texts that do not fit stand on lines of their own': [
      'scope {\n  excludes: Berlin because "another company", Labs because "not ours", Web\n}\n',
      'scope {\n  excludes: Berlin because "another company",\n    Labs because "not ours",\n    Web\n}\n',
    ],
    'the names of a head stay on its line': [
      'control A.5.10, A.5.11, A.5.12,\n  A.5.13, A.5.14, A.5.15, A.5.16, A.5.17 "All" {\n  applicable: yes\n}\n',
      'control A.5.10, A.5.11, A.5.12, A.5.13, A.5.14, A.5.15, A.5.16, A.5.17 "All" {\n  applicable: yes\n}\n',
    ],
  },
  'empty lines': {
    'at most one between declarations': [
      'role A "a"\n\n\n\nrole B "b"\nrole C "c"\n',
      'role A "a"\n\nrole B "b"\nrole C "c"\n',
    ],
    'at most one between keys': [
      'risk R {\n  owner: A\n\n\n  treatment: retain\n}\n',
      'risk R {\n  owner: A\n\n  treatment: retain\n}\n',
    ],
    'none at the edges of a body': ['risk R {\n\n  owner: A\n\n}\n', 'risk R {\n  owner: A\n}\n'],
    'none at the edges of a file': ['\n\nrole A "a"\n\n\n', 'role A "a"\n'],
    'a line end at the end': ['role A "a"', 'role A "a"\n'],
    'nothing but empty lines': ['\n \n\n', ''],
  },
  comments: {
    'on lines of their own, as far in as what follows': [
      '  // of the file\n\n    // of A\nrole A {\n// of the key\nexternal\n      // at the end\n}\n',
      '// of the file\n\n// of A\nrole A {\n  // of the key\n  external\n  // at the end\n}\n',
    ],
    'behind what they stand behind': [
      'role A{//a\nexternal//b\n}//c\n//d\n',
      'role A { //a\n  external //b\n} //c\n//d\n',
    ],
    'inside a line': ['role A{/*a*/external/*b*/}\n', 'role A { /*a*/  external /*b*/ }\n'],
    'before an item on its line': ['role A {\n/* a */external\n}\n', 'role A {\n  /* a */ external\n}\n'],
    'in the middle of a list': [
      'risk R {\n  assets: A, // first\n    B, C,\n    // last\n    D\n}\n',
      'risk R {\n  assets: A, // first\n    B, C,\n    // last\n    D\n}\n',
    ],
    'behind a key': ['risk R {\n  owner: // who\n  A\n}\n', 'risk R {\n  owner: // who\n    A\n}\n'],
    'in a head': ['risk R // which\n"r" // that\n{\n}\n', 'risk R // which\n  "r" // that\n{\n}\n'],
    'over several lines stay as they are': [
      'role A {\n      /* one\n  two */\nexternal\n}\n',
      'role A {\n  /* one\n  two */\n  external\n}\n',
    ],
    'with empty lines around them': [
      'role A {\n  external\n\n\n  // b\n\n  top-management\n}\n\n\n// c\n\n\nrole B "b"\n',
      'role A {\n  external\n\n  // b\n\n  top-management\n}\n\n// c\n\nrole B "b"\n',
    ],
    'without blanks at their end': ['// a  \nrole A "a" // b\t\n', '// a\nrole A "a" // b\n'],
    'nothing but comments': ['\n  // a\n\n\n  /* b */', '// a\n\n/* b */\n'],
  },
  texts: {
    'stand under their key': [
      'risk R {\nnotes: """\nfirst\n\n      second\n  """\n}\n',
      'risk R {\n  notes: """\n    first\n\n          second\n  """\n}\n',
    ],
    'keep what is further in': [
      'risk R {\n  notes: """\n      - a\n        b\n      - c\n      """\n}\n',
      'risk R {\n  notes: """\n    - a\n      b\n    - c\n  """\n}\n',
    ],
    'that begin behind their quotes stay': [
      'risk R {\nnotes: """a\n b\n  """\n}\n',
      'risk R {\n  notes: """a\n b\n  """\n}\n',
    ],
    'that end before their quotes': [
      'risk R {\nnotes: """\na\n b"""\n}\n',
      'risk R {\n  notes: """\n    a\n     b"""\n}\n',
    ],
    'on one line': ['risk R { notes:"""a  b""" }\n', 'risk R { notes: """a  b""" }\n'],
    'quoted ones stay': ['risk R { notes:"a  {b}  // c" }\n', 'risk R { notes: "a  {b}  // c" }\n'],
    'in a block': [
      'risk R {\n  action "a" {\n  notes: """\n  a\n  """\n  }\n}\n',
      'risk R {\n  action "a" {\n    notes: """\n      a\n    """\n  }\n}\n',
    ],
  },
  damage: {
    'stays as it is, and what is around it': [
      'role  A  "a"\n\n\nrisk R {\n owner  A\n}\n\n\nrole  B  "b"\n',
      'role A "a"\n\n\nrisk R {\n owner  A\n}\n\n\nrole B "b"\n',
    ],
    'what begins no declaration': ['role  A "a"\nthing  T {\n a:  b\n}\n', 'role A "a"\nthing  T {\n a:  b\n}\n'],
    'a brace that is missing': [
      'risk R {\n    owner:A\nrole  B  "b" {\n}\n',
      'risk R {\n    owner:A\nrole B "b" {\n}\n',
    ],
    'a comment that nothing closes': ['role  A "a"\n  /* open\nrole  B', 'role A "a"\n  /* open\nrole  B'],
    'odd quotation marks': ['role  A  “a”\n', 'role  A  “a”\n'],
    'a slip in a value is none': ['risk R {\n  assessed:2026-02-30\n}\n', 'risk R {\n  assessed: 2026-02-30\n}\n'],
  },
  'line ends': {
    'of the file': [
      'role A "a" role B "b"\r\nrole C {\r\nexternal}',
      'role A "a"\r\nrole B "b"\r\nrole C {\r\n  external\r\n}\r\n',
    ],
    'stay where they are': ['role A "a"\r\n\n\nrole B "b"\r', 'role A "a"\r\n\nrole B "b"\r'],
    'in a text': ['risk R {\r\nnotes: """\r\na\r\n"""\r\n}\r\n', 'risk R {\r\n  notes: """\r\n    a\r\n  """\r\n}\r\n'],
    'and the byte order mark': ['\uFEFF\n role A "a"', '\uFEFFrole A "a"\n'],
  },
};

for (const [subject, group] of Object.entries(cases)) {
  describe(subject, () => {
    test.each(Object.entries(group))('%s', (_, [before, after]) => {
      expect(format(before)).toBe(after);
      expect(format(after)).toBe(after);
    });
  });
}

test('a wider line holds more', () => {
  const text = 'evidence E "A title of some length" { file: "a file"  owner: SomebodyElse }\n';
  expect(format(text, 75)).toBe(text);
  expect(format(text, 74)).not.toBe(text);
});
