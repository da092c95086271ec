import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { nodeTypes } from '../../src/language/schema.ts';
import { carries, loadGrammar, readFixture, tokenize } from './textmate.ts';

const fixtures = 'test/syntaxes/fixtures';
let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

describe('the TextMate grammar', () => {
  it.each(readdirSync(fixtures))('colours %s as marked', name => {
    const { text, expectations } = readFixture(readFileSync(join(fixtures, name), 'utf8'));
    expect(expectations.length).toBeGreaterThan(5);
    const tokens = tokenize(grammar, text);
    const lines = text.split('\n');
    const wrong = expectations.flatMap(({ line, start, end, scope, not }) => {
      const covered = tokens.filter(token => token.line === line && token.start < end && token.end > start);
      const met = covered.length > 0 && covered.every(token => carries(token, scope) !== not);
      const shown = covered.map(token => `${token.text} (${token.scopes.join(' ')})`).join(', ');
      return met
        ? []
        : [`${line + 1}: ${lines[line]?.slice(start, end)} should ${not ? 'not ' : ''}be ${scope}: ${shown}`];
    });
    expect(wrong).toEqual([]);
  });

  it('knows every kind of declaration of the language', () => {
    const kinds = Object.values(nodeTypes).filter(
      nodeType => nodeType.keyword && nodeType.named !== 'never' && nodeType.body,
    );
    expect(kinds.length).toBeGreaterThan(20);
    const unknown = kinds
      .map(nodeType => nodeType.keyword)
      .filter(
        kind => !tokenize(grammar, `${kind} Name "Title" {`).some(t => t.text === kind && carries(t, 'storage.type')),
      );
    expect(unknown).toEqual([]);
  });

  it('colours every key before its colon, also those that are kinds', () => {
    const keys = new Set(
      Object.values(nodeTypes).flatMap(nodeType => nodeType.properties.filter(p => p.form === 'value').map(p => p.key)),
    );
    const uncoloured = [...keys].filter(
      key =>
        !tokenize(grammar, `risk R-1 "T" { owner: Ciso  ${key}: X`).some(
          t => t.text === key && carries(t, 'variable.other.property'),
        ) ||
        !tokenize(grammar, `risk R-1 "T" {\n  ${key}: X`).some(
          t => t.text === key && t.line === 1 && carries(t, 'variable.other.property'),
        ),
    );
    expect(uncoloured).toEqual([]);
  });

  it('leaves nothing of the example uncoloured, and takes nothing of it for a mistake', () => {
    const files = readdirSync('examples/acme-cloud', { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.isms'))
      .map(name => join('examples/acme-cloud', name));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const tokens = tokenize(grammar, readFileSync(file, 'utf8'));
      const plain = tokens.filter(
        t => t.text.trim() && t.scopes.every(scope => scope === 'source.isms' || scope.startsWith('meta.')),
      );
      expect(plain.map(t => `${file}:${t.line + 1} ${t.text}`)).toEqual([]);
      expect(tokens.filter(t => carries(t, 'invalid')).map(t => `${file}:${t.line + 1} ${t.text}`)).toEqual([]);
    }
  });
});
