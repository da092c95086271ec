import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { topRules } from '../../src/language/schema.ts';
import { ismsServices } from '../../src/language/services.ts';

interface Snippet {
  prefix: string;
  description: string;
  body: string[];
}

const snippets = Object.values(JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8')) as Record<string, Snippet>);
/** Kinds that a top-level declaration can be a part of. */
const nested = { requirement: 'party P "P"', action: 'risk R "R"', decision: 'review R "R"' } as Record<string, string>;

/** What the editor inserts when the user tabs through without typing. */
const expand = (snippet: Snippet): string =>
  snippet.body
    .join('\n')
    .replace(/\$CURRENT_YEAR/g, '2026')
    .replace(/\$CURRENT_MONTH/g, '03')
    .replace(/\$CURRENT_DATE/g, '01')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$0/g, '');

describe('the snippets', () => {
  it('offer every kind of declaration under its own word', () => {
    const prefixes = snippets.map(({ prefix }) => prefix);
    expect(topRules.map(rule => rule.keyword).filter(keyword => !prefixes.includes(keyword))).toEqual([]);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each(snippets.map(snippet => [snippet.prefix, snippet] as const))('%s parses as inserted', (prefix, snippet) => {
    const text = expand(snippet);
    expect(text).not.toMatch(/\$/);
    const parent = nested[prefix];
    const { lexerErrors, parserErrors } = ismsServices().parser.LangiumParser.parse(
      parent ? `${parent} {\n${text}\n}` : text,
    );
    expect(lexerErrors).toEqual([]);
    expect(parserErrors.map(error => error.message)).toEqual([]);
  });

  it.each(snippets.map(snippet => [snippet.prefix, snippet] as const))(
    '%s offers only words the grammar has',
    (_prefix, snippet) => {
      const schema = readFileSync('src/language/generated/schema.json', 'utf8');
      const choices = [...snippet.body.join('\n').matchAll(/([\w-]+): \$\{\d+\|([^|]*)\|\}/g)];
      // Words of the method's scales are the user's own.
      const own = ['appetite', 'confidentiality', 'integrity', 'availability'];
      for (const [, key = '', words = ''] of choices.filter(([, key = '']) => !own.includes(key)))
        for (const word of words.split(',')) expect(schema, `${key}: ${word}`).toContain(`"${word}"`);
    },
  );
});
