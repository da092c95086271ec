/** What the extension says by itself is said in every language it has. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const languages = readdirSync(new URL('l10n', root)).flatMap(
  name => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? [],
);

/** The literals that are given to VS Code's `l10n.t`, or to a function `t` that stands for it; with what is given but is no literal. */
function saidIn(file: string): { texts: string[]; unclear: string[] } {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest, true);
  const texts: string[] = [];
  const unclear: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:vscode\.l10n\.)?t$/.test(node.expression.getText())) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) texts.push(text.text);
      else unclear.push(`${file}: ${node.getText()}`);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return { texts, unclear };
}

const files = readdirSync(new URL('client', root), { recursive: true, encoding: 'utf8' })
  .map(name => `client/${name.replaceAll('\\', '/')}`)
  .filter(name => name.endsWith('.ts'));
const found = files.map(saidIn);
const said = new Set(found.flatMap(({ texts }) => texts));

test('each text is given in so many words, so that it can be looked up', () => {
  expect(found.flatMap(({ unclear }) => unclear)).toEqual([]);
  expect(said.size).toBeGreaterThan(80);
  expect(languages).toContain('de');
});

describe.each(languages)('the bundle for %s', language => {
  const bundle: Record<string, string> = JSON.parse(
    readFileSync(new URL(`l10n/bundle.l10n.${language}.json`, root), 'utf8'),
  );

  test('has every text', () => expect([...said].filter(text => !Object.hasOwn(bundle, text))).toEqual([]));

  test('has none that nothing says', () => expect(Object.keys(bundle).filter(text => !said.has(text))).toEqual([]));

  test('keeps the places of values', () => {
    const places = (text: string): string => [...new Set(text.match(/\{\d\}/g))].sort().join();
    expect(Object.entries(bundle).filter(([text, other]) => places(text) !== places(other))).toEqual([]);
  });
});

/** Calls of VS Code whose texts people read, by the names of their properties. */
const read = new Set([
  'title',
  'placeHolder',
  'placeholder',
  'prompt',
  'saveLabel',
  'openLabel',
  'description',
  'detail',
]);

test('no question or message has a text beside them', () => {
  const bare: string[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(new URL(file, root), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const isText = (one: ts.Node | undefined): boolean =>
        one !== undefined &&
        (ts.isStringLiteralLike(one) || ts.isTemplateExpression(one)) &&
        /[a-z]{3} /i.test(one.getText());
      if (ts.isPropertyAssignment(node) && read.has(node.name.getText()) && isText(node.initializer))
        bare.push(`${file}: ${node.getText()}`);
      if (
        ts.isBinaryExpression(node) &&
        ts.isPropertyAccessExpression(node.left) &&
        read.has(node.left.name.getText()) &&
        isText(node.right)
      )
        bare.push(`${file}: ${node.getText()}`);
      if (
        ts.isCallExpression(node) &&
        /^vscode\.window\.show(?:Information|Warning|Error)Message$/.test(node.expression.getText()) &&
        isText(node.arguments[0])
      )
        bare.push(`${file}: ${node.getText()}`);
      if (ts.isNewExpression(node) && node.expression.getText() === 'Error' && isText(node.arguments?.[0]))
        bare.push(`${file}: ${node.getText()}`);
      node.forEachChild(visit);
    };
    visit(source);
  }
  expect(bare).toEqual([]);
});
