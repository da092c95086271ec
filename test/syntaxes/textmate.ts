import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onig from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export interface Token {
  /** 0-based line and columns, end exclusive. */
  line: number;
  start: number;
  end: number;
  text: string;
  scopes: string[];
}

/** Loads the grammar as VS Code does: its own TextMate engine over Oniguruma. */
export async function loadGrammar(path = 'syntaxes/isms.tmLanguage.json'): Promise<textmate.IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await onig.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new onig.OnigScanner(patterns),
      createOnigString: text => new onig.OnigString(text),
    }),
    loadGrammar: async scope =>
      scope === 'source.isms' ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null,
  });
  const grammar = await registry.loadGrammar('source.isms');
  if (!grammar) throw new Error(`no grammar in ${path}`);
  return grammar;
}

/** The tokens of a text, line by line. */
export function tokenize(grammar: textmate.IGrammar, text: string): Token[] {
  let state = textmate.INITIAL;
  return text.split('\n').flatMap((line, number) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: number,
      start: startIndex,
      end: Math.min(endIndex, line.length),
      text: line.slice(startIndex, endIndex),
      scopes,
    }));
  });
}

/** What a fixture expects of columns of the line above: that `scope` is there, or (with `not`) that it is not. */
export interface Expectation {
  line: number;
  start: number;
  end: number;
  scope: string;
  not: boolean;
}

/**
 * A fixture is a text with marks under its lines. A mark begins with `#`; `^^^` points at the columns above it, `<---` at
 * as many columns as it has dashes from the first on; then follows the scope, with `!` before it if it must not be there.
 */
export function readFixture(source: string): { text: string; expectations: Expectation[] } {
  const lines: string[] = [];
  const expectations: Expectation[] = [];
  for (const line of source.split('\n')) {
    const mark = /^#(?:(<)(-+)|( *)(\^+)) (!?)([\w.-]+)$/.exec(line);
    if (!mark) {
      if (line.startsWith('#')) throw new Error(`not a mark: ${line}`);
      lines.push(line);
      continue;
    }
    const [, first, dashes = '', spaces = '', carets = '', not, scope = ''] = mark;
    const start = first ? 0 : spaces.length + 1;
    const end = first ? dashes.length : start + carets.length;
    expectations.push({ line: lines.length - 1, start, end, scope, not: not === '!' });
  }
  return { text: lines.join('\n'), expectations };
}

/** Whether a token carries `scope` or a narrower one. */
export const carries = (token: Token, scope: string): boolean =>
  token.scopes.some(found => found === scope || found.startsWith(`${scope}.`));
