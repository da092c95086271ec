import { describe, expect, it } from 'vitest';
import { nodeTypes, type PropertySchema, topTypes } from '../../../src/language/schema.ts';
import { type Snippets, snippetsOf } from '../../../src/language/snippets.ts';
import { readDeclaration } from '../../../src/syntax/read.ts';
import { accept, completeAt, expandSnippet, labelsAt } from './completing.ts';

describe('kinds', () => {
  it('offers every kind, each with documentation, at the top of a file', () => {
    const { items } = completeAt('<|>');
    const variants = topTypes.flatMap(nodeType => snippetsOf(nodeType.name)?.variants ?? []).map(({ label }) => label);
    expect(variants).toEqual(expect.arrayContaining(['control-excluded', 'control-inherited', 'role-top']));
    expect(items.map(item => item.label).sort()).toEqual(
      [...topTypes.map(nodeType => nodeType.keyword), ...variants].sort(),
    );
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

  const topSnippets = topTypes.flatMap(nodeType => {
    const { variants } = snippetsOf(nodeType.name) as Snippets;
    return [nodeType.keyword, ...variants.map(({ label }) => label)].map(label => [label, nodeType.name] as const);
  });

  it.each(topSnippets)('%s: its snippet is a whole declaration once its empty places are filled', (label, name) => {
    const written = completeAt('<|>').items.find(item => item.label === label)?.insertText ?? '';
    const text = expandSnippet(filled(written, name));
    const { declaration, problems } = readDeclaration(text);
    expect(problems, text).toEqual([]);
    expect(declaration?.$type).toBe(name);
    expect(text).not.toMatch(/%[A-Z]|\$/);
  });

  it('fills the owner of the ISMS and the date in', () => {
    const written = completeAt('<|>').items.find(item => item.label === 'audit')?.insertText;
    expect(written).toMatch(/planned: \$\{3:2026-03-01\}/);
    expect(completeAt('<|>').items.find(item => item.label === 'asset')?.insertText).toMatch(/owner: \$\{4:Ciso\}/);
  });

  it.each(topSnippets)('%s: states no date of something that happened, no approval and no level', label => {
    const written = completeAt('<|>').items.find(item => item.label === label)?.insertText ?? '';
    for (const [, key = '', value = ''] of written.matchAll(/([\w-]+): (\S+)/g))
      if (isFact.has(key)) expect(value, `${key}: ${value}`).toMatch(/^\$(\d+|\{\d+\|)/);
  });
});

const allProperties = Object.values(nodeTypes).flatMap(nodeType => nodeType.properties);

/** Keys whose value says that something has happened, was approved or was judged. */
const isFact = new Set(
  allProperties
    .filter(
      ({ happened, scale, values }) =>
        happened ?? scale ?? values.some(v => v.form === 'node' && v.type === 'Approval'),
    )
    .map(({ key }) => key),
);

/** A value of the form that a key takes, of a type if it has the key. */
function valueFor(key: string, name: string): string {
  const properties = [...(nodeTypes[name]?.properties ?? []), ...allProperties];
  const [value] = (properties.find(property => property.key === key) as PropertySchema).values;
  if (value?.form === 'enum') return value.words[0] as string;
  return value?.form === 'date' || (value?.form === 'node' && value.type === 'Approval') ? '2026-03-01' : 'Name';
}

/** A snippet with a value in each empty place behind a key. */
const filled = (snippet: string, name: string): string =>
  snippet.replace(/([\w-]+): \$\d+/g, (_whole, key: string) => `${key}: ${valueFor(key, name)}`);

describe('keys', () => {
  const keysOf = (type: string): string[] => (nodeTypes[type]?.properties ?? []).map(property => property.key);

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
    expect(labelsAt('risk R {\n  residual {\n    <|>\n  }\n}')).toEqual([
      'likelihood',
      'impact',
      'consequences',
      'score',
      'level',
    ]);
    expect(labelsAt('party P {\n  requirement Q "x" { <|> }\n}')).toEqual(keysOf('Requirement'));
  });

  it('goes on where a brace is missing', () => {
    expect(labelsAt('risk R "x" {\n  owner: Ceo\n\n  <|>\n\nrole Cto "x" { top-management }\n')).toContain(
      'likelihood',
    );
    expect(labelsAt('risk R "x" {\n  owner: Ceo\n<|>\nrole Cto "x" { top-management }\n')).toContain('likelihood');
  });
});
