/** No expression takes more than linear time, whatever the text: each one in the sources is analysed, those too that are built of constants. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Expression {
  /** `path:line` */
  readonly at: string;
  /** Undefined where it is built of what is not known before the program runs. */
  readonly pattern: { readonly source: string; readonly flags: string } | undefined;
}

/** What is written by hand and shipped. The generated tokens of the grammar are matched at one place each, by a lexer. */
function* sources(): Iterable<string> {
  for (const top of ['src', 'server', 'client'])
    for (const path of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }))
      if (path.endsWith('.ts') && !/^build\b|\bgenerated\b/.test(path)) yield join(top, path);
}

function expressionsOf(path: string, text: string): Expression[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const constants = new Map<string, string>();
  const found: Expression[] = [];
  const constantOf = (node: ts.Node | undefined): string | undefined => {
    if (!node) return '';
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isIdentifier(node)) return constants.get(node.text);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      const [left, right] = [constantOf(node.left), constantOf(node.right)];
      return left === undefined || right === undefined ? undefined : left + right;
    }
    if (!ts.isTemplateExpression(node)) return undefined;
    const parts = node.templateSpans.map(({ expression, literal }) => {
      const value = constantOf(expression);
      return value === undefined ? undefined : value + literal.text;
    });
    return parts.includes(undefined) ? undefined : node.head.text + parts.join('');
  };
  const visit = (node: ts.Node): void => {
    const at = `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isVariableDeclaration(node) && node.parent.flags & ts.NodeFlags.Const && ts.isIdentifier(node.name)) {
      const value = constantOf(node.initializer);
      if (value !== undefined) constants.set(node.name.text, value);
    }
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ at, pattern: { source: node.text.slice(1, end), flags: node.text.slice(end + 1) } });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [source, flags] = [constantOf(node.arguments?.[0]), constantOf(node.arguments?.[1])];
      found.push({ at, pattern: source === undefined || flags === undefined ? undefined : { source, flags } });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** How an expression may take more than linear time; empty if it cannot. */
const faults = ({ pattern }: Expression): string[] =>
  pattern ? analyse(pattern, {}).reports.map(({ type }) => type) : ['is built of what is not a constant'];

const fileOf = (text: string): string[] => expressionsOf('a.ts', text).flatMap(faults);

describe('the analysis finds', () => {
  test.each([
    ['a run before an end', 'const a = /[.-]+$/;'],
    ['two runs that share what they match', 'const a = /^a*b?a*$/;'],
    ['a group that matches one text in many ways', 'const a = /^(?:a+)+$/;'],
    ['an expression built of constants', "const blank = '\\\\s'; const a = new RegExp(blank + '+$', 'u');"],
    ['an expression built of a parameter', 'const a = (word: string) => new RegExp(word);'],
  ])('%s', (_, text) => {
    expect(fileOf(text)).not.toEqual([]);
  });

  test('nothing in an expression that begins in one place', () => {
    expect(fileOf('const a = /^[a-z]+$/;')).toEqual([]);
  });
});

describe('takes linear time', () => {
  const files = [...sources()].map(path => [path, readFileSync(join(root, path), 'utf8')] as const);
  const expressions = files.flatMap(([path, text]) => expressionsOf(path, text));

  test('each expression', () => {
    expect(expressions.length).toBeGreaterThan(100);
    const slow = expressions.map(each => [each.at, each.pattern?.source, faults(each)] as const);
    expect(slow.filter(([, , found]) => found.length)).toEqual([]);
  });
});
