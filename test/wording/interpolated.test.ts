/** A saying that is put into a text by a template or a plus reads `[object Object]`, of which the compiler says nothing. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is made a text where it stands. */
function madeText(node: ts.Node): readonly ts.Expression[] {
  if (ts.isTemplateSpan(node)) return [node.expression];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return [node.left, node.right];
  return [];
}

test('no saying is made a text without being said', () => {
  const config = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const found: string[] = [];
  const look = (node: ts.Node, file: ts.SourceFile): void => {
    for (const expression of madeText(node)) {
      const type = checker.typeToString(checker.getTypeAtLocation(expression));
      if (/\b(?:Saying|SayingValue|Listing)\b/.test(type))
        found.push(`${file.fileName.slice(root.length)}: ${expression.getText(file)}`);
    }
    ts.forEachChild(node, child => look(child, file));
  };
  for (const file of program.getSourceFiles()) if (!file.fileName.includes('/node_modules/')) look(file, file);
  expect(found).toEqual([]);
  // All sources are type-checked.
}, 300_000);
