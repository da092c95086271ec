import { describe, expect, it } from 'vitest';
import { declarationSnippet } from '../../../src/features/completion-snippets.ts';
import { rules, topRules } from '../../../src/language/schema.ts';
import { readDeclaration } from '../../../src/model/read.ts';
import { accept, completeAt, expandSnippet, labelsAt } from './completing.ts';

describe('kinds', () => {
  it('offers every kind, each with documentation, at the top of a file', () => {
    const { items } = completeAt('<|>');
    expect(items.map(item => item.label).sort()).toEqual(topRules.map(rule => rule.keyword).sort());
    for (const item of items) expect(item.documentation, item.label).not.toBe('');
  });

  it('puts kinds at the end of which there is one already', () => {
    expect(labelsAt('<|>').slice(-2)).toEqual(['isms', 'method']);
    expect(labelsAt('<|>', {})[0]).toBe('isms');
  });

  it.each(['ris<|>', 'role Ceo "x"\n<|>', 'risk R "x" {\n}\nri<|>', 'risk R "x" {\n}\n\n<|>\n\nrole Ceo "x"\n'])(
    '%s',
    marked => {
      expect(labelsAt(marked)).toContain('risk');
    },
  );

  it.each(topRules.map(rule => [rule.keyword, rule.name]))(
    '%s: its snippet is a whole declaration',
    (keyword, name) => {
      const snippet = declarationSnippet(name, '2026-03-01', 'Ciso') ?? '';
      const text = expandSnippet(snippet);
      const { declaration, problems } = readDeclaration(text);
      expect(problems).toEqual([]);
      expect(declaration?.$type).toBe(name);
      expect(text.startsWith(`${keyword} `)).toBe(true);
      expect(text).not.toMatch(/%[A-Z]|\$/);
    },
  );
});

describe('keys', () => {
  const keysOf = (rule: string): string[] => (rules[rule]?.properties ?? []).map(property => property.key);

  it('offers all properties of an empty body, in the order of the grammar', () => {
    expect(labelsAt('risk R "x" {\n  <|>\n}')).toEqual(keysOf('Risk'));
  });

  it('leaves out those that are set, before and behind the cursor, but not blocks that may come again', () => {
    const labels = labelsAt('risk R "x" {\n  owner: Ceo\n  action "a" {}\n  <|>\n  residual { }\n  impact: major\n}');
    expect(labels).toEqual(keysOf('Risk').filter(key => !['owner', 'residual', 'impact'].includes(key)));
    expect(labels).toContain('action');
  });

  it.each([
    ['risk R {\n  <|>\n}', 'likelihood', 'risk R {\n  likelihood: \n}'],
    ['risk R {\n  sce<|>\n}', 'scenario', 'risk R {\n  scenario: ""\n}'],
    ['risk R {\n  o<|>: Ceo\n}', 'owner', 'risk R {\n  owner: Ceo\n}'],
    ['risk R {\n  ow<|>ner: Ceo\n}', 'owner', 'risk R {\n  owner: Ceo\n}'],
    ['role R { <|> }', 'top-management', 'role R { top-management }'],
    ['risk R {\n  <|>\n}', 'residual', 'risk R {\n  residual {\n  likelihood: \n  impact: \n}\n}'],
    ['risk R { <|> }', 'residual', 'risk R { residual { likelihood:   impact:  } }'],
    ['party P {\n  req<|>\n}', 'requirement', 'party P {\n  requirement Name "What is required" {\n  kind: \n}\n}'],
    ['method "m" { <|> }', 'levels', 'method "m" { levels {  } }'],
    ['asset X { type: information cl<|> }', 'classification', 'asset X { type: information classification:  }'],
  ])('%s: %s', (marked, label, expected) => {
    expect(accept(marked, label)).toBe(expected);
  });

  it('documents a key and says what it holds', () => {
    const owner = completeAt('risk R { <|> }').items.find(item => item.label === 'owner');
    expect(owner).toMatchObject({ detail: 'role or person', suggestNext: true });
    expect(owner?.documentation).toContain('accountable for the risk');
  });

  it('offers the keys of the block that the cursor is in', () => {
    expect(labelsAt('risk R {\n  residual {\n    <|>\n  }\n}')).toEqual(['likelihood', 'impact']);
    expect(labelsAt('party P {\n  requirement Q "x" { <|> }\n}')).toEqual(keysOf('Requirement'));
  });

  it('goes on where a brace is missing', () => {
    expect(labelsAt('risk R "x" {\n  owner: Ceo\n\n  <|>\n\nrole Cto "x" { top-management }\n')).toContain(
      'likelihood',
    );
    expect(labelsAt('risk R "x" {\n  owner: Ceo\n<|>\nrole Cto "x" { top-management }\n')).toContain('likelihood');
  });
});
