import { describe, expect, it } from 'vitest';
import { declarationSnippets } from '../../src/ide/completion-snippets.ts';
import { plainText } from '../../src/ide/markdown.ts';
import { plainSnippet } from '../../src/ide/plain-snippet.ts';
import { topTypes } from '../../src/language/schema.ts';
import { atCursor } from './workspace-with-cursor.ts';

const { workspace } = atCursor('<|>');

/** The snippets of all kinds, each with its label. */
const snippets = workspace
  .ismss()
  .flatMap(unit => topTypes.flatMap(nodeType => declarationSnippets(nodeType, unit.view())))
  .map(({ label, text }): [string, string] => [label, text]);

describe('a snippet as plain text', () => {
  it.each([
    ['notes: "$0"', 'notes: ""'],
    ['owner: $0', 'owner: '],
    ['"""\n\t$0\n"""', '"""\n  \n"""'],
    ['{\n\t$0\n}', '{\n}'],
    ['{ $0 }', '{}'],
    [`action "\${1:What is done}" {\n\towner: $2\n\tdue: $3\n}$0`, 'action "What is done" {\n}'],
    ['residual { likelihood: $1  impact: $2 }$0', 'residual {}'],
    [`issue \${1:Name} "x" { kind: \${3|external,internal|}  note: "a  b" }$0`, 'issue Name "x" { note: "a  b" }'],
    [`a/code: \${0:reason}`, 'a/code: '],
    [
      `A.8.13 "5 \\$ \\}" {\n\tapplicable: \${1|yes,no|}\n\tkept: 12 months\n}$0`,
      'A.8.13 "5 $ }" {\n  kept: 12 months\n}',
    ],
    [`\${1:outer \${2:inner}} \${TM_FILENAME:file} $`, 'outer inner file $'],
    [`party \${1:N} {\n\trequirement \${2:M} { kind: $3 }\n\tb { c: 1 }\n}`, 'party N {\n  b { c: 1 }\n}'],
  ])('%j is %j', (snippet, text) => expect(plainSnippet(snippet)).toBe(text));

  it('is made of every kind', () =>
    expect(snippets.map(([label]) => label)).toEqual(expect.arrayContaining(topTypes.map(({ keyword }) => keyword))));

  it.each(snippets)('%s keeps no mark of a snippet, and its braces in pairs', (_, snippet) => {
    const text = plainSnippet(snippet);
    expect(text).not.toMatch(/[$|\t%]/);
    expect(text.split('{')).toHaveLength(text.split('}').length);
  });

  it.each(snippets)('%s decides nothing: no level, no date of what happened and no acceptance', (label, snippet) => {
    const decided = /likelihood:|accepted:|approved:|assessed:|2026-06-01/;
    // The name of these says which decision they write down.
    const isDecision = label === 'control-excluded';
    expect(plainSnippet(snippet)).not.toMatch(isDecision ? decided : new RegExp(`applicable:|${decided.source}`));
  });
});

describe('Markdown as plain text', () => {
  it.each([
    ['**A.8.13 Information backup**\n\n*control* `A.8.13`', 'A.8.13 Information backup\n\ncontrol A.8.13'],
    ['5 \\* 5 \\[x\\] \\`y\\` `a\\*b`', '5 * 5 [x] `y` a\\*b'],
    ['one\n\n---\n\ntwo', 'one\n\ntwo'],
  ])('%j is %j', (markdown, text) => expect(plainText(markdown)).toBe(text));
});
