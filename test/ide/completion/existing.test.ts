/** What is completed in front of something that is there already: none of it is written a second time. */
import { describe, expect, it } from 'vitest';
import { plainSnippet } from '../../../src/ide/plain-snippet.ts';
import { accept, completeAt, expandSnippet } from './completing.ts';

/** The text after a proposal was accepted. */
function accepted(marked: string, label: string): string {
  return accept(marked, label);
}

describe('a kind before', () => {
  it.each([
    ['a name', 'risk<|> R-2 "x" {\n}\n', 'risk R-2 "x" {\n}\n'],
    ['a name, half written', 'ri<|> R-2 "x" {\n}\n', 'risk R-2 "x" {\n}\n'],
    ['a name, from another kind', 'ass<|>et R-2 "x" {\n}\n', 'risk R-2 "x" {\n}\n'],
    ['another kind', '<|>asset R-2 "x" {\n}\n', 'risk R-2 "x" {\n}\n'],
    ['a title', 'ris<|>"x" {\n}\n', 'risk "x" {\n}\n'],
    ['a body', 'ris<|> {\n}\n', 'risk {\n}\n'],
    ['a name on the next line', 'ris<|>\n  R-2 "x" {\n}\n', 'risk\n  R-2 "x" {\n}\n'],
    ['a body on the next line', 'ris<|>\n{\n}\n', 'risk\n{\n}\n'],
  ])('%s is the keyword alone', (_, marked, text) => expect(accepted(marked, 'risk')).toBe(text));

  it.each(['ris<|>\n', 'ris<|> // why\n', 'ris<|>\nasset Db "x" {\n}\n', '<|>\n\nasset Db "x" {\n}\n'])(
    'nothing of its own is a whole declaration: %j',
    marked => expect(accepted(marked, 'risk')).toMatch(/^risk \S+ "[^"]+" \{/),
  );
});

describe('the name of a new declaration', () => {
  it.each([
    ['risk', 'R-002'],
    ['control', 'A.5.1'],
    ['role', 'Ciso2'],
    ['asset', 'Name'],
  ])('of %s is free: %s', (kind, name) => {
    const item = completeAt('<|>').items.find(({ label }) => label === kind);
    expect(expandSnippet(item?.insertText ?? '').split(' ')[1]).toBe(name);
    expect(plainSnippet(item?.insertText ?? '').split(' ')[1]).toBe(name);
  });
});

describe('a head', () => {
  it.each([
    ['a title', 'risk R-9 <|> "x" {\n}'],
    ['a title, glued', 'risk R-9 <|>"x" {\n}'],
    ['a name', 'risk <|> R-9 "x" {\n}'],
    ['a name of a control', 'control <|> A.5.1 "x" {\n}'],
    ['a body', 'risk R-9 "x" <|> {\n}'],
  ])('with %s behind the cursor is offered none', (_, marked) => expect(completeAt(marked).items).toEqual([]));
});

describe('a key before', () => {
  it.each([
    ['its colon', 'owner', 'risk R { own<|>: Ciso }', 'risk R { owner: Ciso }'],
    ['its colon, apart', 'owner', 'risk R { own<|> : Ciso }', 'risk R { owner : Ciso }'],
    ['a value', 'owner', 'risk R { own<|> Ciso }', 'risk R { owner: Ciso }'],
    ['a text', 'notes', 'risk R { not<|> "x" }', 'risk R { notes: "x" }'],
    ['a text, glued', 'notes', 'risk R { not<|>"x" }', 'risk R { notes: "x" }'],
    ['a body', 'residual', 'risk R { resi<|> { likelihood: likely } }', 'risk R { residual { likelihood: likely } }'],
    ['a title', 'action', 'risk R { act<|> "Do it" { } }', 'risk R { action "Do it" { } }'],
    ['a body below', 'residual', 'risk R {\n  resi<|>\n  {\n  }\n}', 'risk R {\n  residual\n  {\n  }\n}'],
  ])('%s is written alone', (_, label, marked, text) => expect(accepted(marked, label)).toBe(text));

  it.each([
    ['the next property', 'risk R { own<|> likelihood: likely }', 'risk R { owner:  likelihood: likely }'],
    ['the end', 'risk R { own<|> }', 'risk R { owner:  }'],
    ['a comment', 'risk R {\n  own<|> // x\n}', 'risk R {\n  owner:  // x\n}'],
  ])('%s has room for its value', (_, marked, text) => expect(accepted(marked, 'owner')).toBe(text));
});
